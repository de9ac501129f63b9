import { Box, Link as TextLink, Typography } from '@strapi/design-system';
import { useDebounce } from '@strapi/strapi/admin';
import { Link } from 'react-router-dom';
import { Card } from 'suite-kit/admin';
import { RuleTreeEditor } from '../../components/rule-tree/RuleTreeEditor';
import { useCountP13nMatchesQuery } from '../../services/api';
import { treeProblems, type RuleGroup } from '../../../../shared/rule-tree';
import { PATHS } from '../../paths';
import { usePermissions } from '../../permissions';
import { useTexts } from '../../texts';

/** How long drawing has to pause before visitors are counted. */
const PAUSE_MS = 400;

type Props = {
  draft: { tree: RuleGroup; audiences: string[] };
  onChange: (part: { tree: RuleGroup }) => void;
  isReadOnly: boolean;
  isAudience?: boolean;
  /** Of a stored rule as it stands: its visitors can be looked at. */
  ruleId?: string;
};

/** The conditions, and how many stored visitors fit them right now. */
export const WhenCard = ({ draft, onChange, isReadOnly, isAudience = false, ruleId }: Props) => {
  const t = useTexts();
  const { canReadVisitors } = usePermissions();
  return (
    <Card title={t('when.title')} text={t('when.text')}>
      <RuleTreeEditor
        tree={draft.tree}
        onChange={(tree) => onChange({ tree })}
        isDisabled={isReadOnly}
        isAudience={isAudience}
      />
      <MatchCount tree={draft.tree} audiences={draft.audiences} />
      {ruleId && canReadVisitors ? (
        <Box paddingTop={2}>
          <TextLink tag={Link} to={PATHS.visitorsOf(ruleId)}>
            {t('when.visitors')}
          </TextLink>
        </Box>
      ) : null}
    </Card>
  );
};

const MatchCount = ({ tree, audiences }: { tree: RuleGroup; audiences: string[] }) => {
  const t = useTexts();
  const asked = useDebounce(JSON.stringify({ tree, audiences }), PAUSE_MS);
  const body = JSON.parse(asked) as { tree: RuleGroup; audiences: string[] };
  const isIncomplete = treeProblems(body.tree).length > 0;
  const { data, isError } = useCountP13nMatchesQuery(body, { skip: isIncomplete });
  const text = isIncomplete
    ? t('when.incomplete')
    : isError
      ? t('when.failed')
      : data
        ? t('when.count', { matching: data.matching, total: data.total })
        : t('when.counting');
  return (
    <Box paddingTop={4} aria-live="polite">
      <Typography fontWeight="semiBold">{text}</Typography>
      {data?.isSampled && !isIncomplete ? (
        <Typography tag="p" variant="pi" textColor="neutral600">
          {t('when.sampled')}
        </Typography>
      ) : null}
    </Box>
  );
};
