import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { RelativeTime, useNotify, WordDiff } from 'suite-kit/admin';
import type { SuggestionSummary } from '../../../../shared/contracts/scores';
import { PLUGIN_ID } from '../../../../shared/plugin';
import { usePermissions } from '../../permissions';
import { useUndoSuggestionMutation } from '../../services/suggestions';
import { useTexts, type TextId } from '../../texts';

/** Who was offered what, what became of it, and the way back. */
export const SuggestionHistory = ({ suggestions }: { suggestions: SuggestionSummary[] }) => {
  const t = useTexts();
  if (suggestions.length === 0)
    return <Typography textColor="neutral600">{t('entry.no-suggestions')}</Typography>;
  return (
    <Flex tag="ul" direction="column" alignItems="stretch" gap={4}>
      {suggestions.map((suggestion) => (
        <li key={suggestion.id}>
          <Row suggestion={suggestion} />
        </li>
      ))}
    </Flex>
  );
};

const Row = ({ suggestion }: { suggestion: SuggestionSummary }) => {
  const t = useTexts();
  const notify = useNotify(PLUGIN_ID);
  const { canSuggest } = usePermissions();
  const [undo, { isLoading }] = useUndoSuggestionMutation();
  const { id, task, state, before, values, after, userName, createdAt } = suggestion;
  const isTaken = state === 'accepted' || state === 'edited';
  const takeBack = async () => {
    const result = await undo(id);
    if ('error' in result) notify.problem(result.error);
    else notify.success(t('suggest.undone'));
  };
  return (
    <Box>
      <Flex justifyContent="space-between" gap={3} wrap="wrap">
        <Typography fontWeight="semiBold">
          {t(`task.${task}` as TextId)} · {t(`state.${state}` as TextId)}
        </Typography>
        <Typography variant="pi" textColor="neutral600">
          {userName ? `${userName} · ` : ''}
          <RelativeTime value={createdAt} />
        </Typography>
      </Flex>
      <Box paddingTop={1}>
        <WordDiff before={before} after={after ?? values[0] ?? ''} label={t('suggest.diff')} />
      </Box>
      {isTaken && canSuggest && suggestion.field !== '' ? (
        <Button size="S" variant="tertiary" loading={isLoading} onClick={() => void takeBack()}>
          {t('suggest.undo')}
        </Button>
      ) : null}
    </Box>
  );
};
