import { useState } from 'react';
import { Box, Button, Checkbox, Flex, Textarea, Typography } from '@strapi/design-system';
import { WordDiff } from 'suite-kit/admin';
import { takeChanges, wordDiff } from 'suite-kit/shared';
import type { Suggestion } from '../../../shared/contracts/suggestions';
import { useTexts } from '../texts';

type Props = {
  suggestion: Suggestion;
  onAccept: (value: string, isEdited: boolean) => void;
  onReject: () => void;
  /** Absent where the person may not make tests, or there is nothing to test yet. */
  onTest?: ((value: string) => void) | undefined;
};

/** Proposals for a field: looked at word by word, taken whole, in part, edited, or not at all. */
export const SuggestionBox = ({ suggestion, onAccept, onReject, onTest }: Props) => {
  const t = useTexts();
  const [index, setIndex] = useState(0);
  const [edit, setEdit] = useState<string | null>(null);
  const [isPartial, setIsPartial] = useState(false);
  const value = suggestion.values[index] ?? '';
  const count = suggestion.values.length;
  const choose = (next: number) => {
    setIndex((next + count) % count);
    setEdit(null);
    setIsPartial(false);
  };

  return (
    <Box background="primary100" padding={3} hasRadius>
      <Flex justifyContent="space-between" gap={2} wrap="wrap">
        <Typography variant="sigma" textColor="neutral700">
          {t('suggest.number', { number: index + 1, count })}
        </Typography>
        <Typography variant="pi" textColor="neutral700">
          {t(`provider.${suggestion.provider === 'openai' ? 'openai' : 'local'}`)}
        </Typography>
      </Flex>
      <Box paddingTop={2} paddingBottom={2}>
        {edit !== null ? (
          <Textarea
            aria-label={t('suggest.edit')}
            value={edit}
            onChange={(event) => setEdit(event.target.value)}
          />
        ) : isPartial ? (
          <PartialChoice
            before={suggestion.before}
            after={value}
            onTake={(text) => onAccept(text, true)}
          />
        ) : (
          <WordDiff before={suggestion.before} after={value} label={t('suggest.diff')} />
        )}
      </Box>
      {isPartial ? null : (
        <Flex gap={2} wrap="wrap">
          <Button size="S" onClick={() => onAccept(edit ?? value, edit !== null && edit !== value)}>
            {t('suggest.accept')}
          </Button>
          {suggestion.before !== '' && edit === null ? (
            <Button size="S" variant="tertiary" onClick={() => setIsPartial(true)}>
              {t('suggest.part')}
            </Button>
          ) : null}
          {edit === null ? (
            <Button size="S" variant="tertiary" onClick={() => setEdit(value)}>
              {t('suggest.edit')}
            </Button>
          ) : null}
          {count > 1 ? (
            <Button size="S" variant="tertiary" onClick={() => choose(index + 1)}>
              {t('suggest.next')}
            </Button>
          ) : null}
          {onTest ? (
            <Button size="S" variant="tertiary" onClick={() => onTest(edit ?? value)}>
              {t('suggest.test')}
            </Button>
          ) : null}
          <Button size="S" variant="ghost" onClick={onReject}>
            {t('suggest.reject')}
          </Button>
        </Flex>
      )}
    </Box>
  );
};

/** Each run of changes can be taken or left. */
const PartialChoice = ({
  before,
  after,
  onTake,
}: {
  before: string;
  after: string;
  onTake: (text: string) => void;
}) => {
  const t = useTexts();
  const changes = wordDiff(before, after);
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  const runs: { removed: string; added: string }[] = [];
  let isInRun = false;
  for (const { kind, text } of changes) {
    if (kind === 'same') {
      isInRun = false;
      continue;
    }
    if (!isInRun) runs.push({ removed: '', added: '' });
    isInRun = true;
    const run = runs.at(-1);
    if (run) run[kind] += text;
  }
  const toggle = (run: number) => {
    const next = new Set(left);
    if (!next.delete(run)) next.add(run);
    setLeft(next);
  };
  const text = takeChanges(changes, (run) => !left.has(run));
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={1}>
        {runs.map(({ removed, added }, run) => (
          <li key={run}>
            <Checkbox checked={!left.has(run)} onCheckedChange={() => toggle(run)}>
              {t('suggest.change', {
                removed: removed.trim() || '–',
                added: added.trim() || '–',
              })}
            </Checkbox>
          </li>
        ))}
      </Flex>
      <Typography variant="pi">{text}</Typography>
      <Box>
        <Button size="S" onClick={() => onTake(text)}>
          {t('suggest.take-part')}
        </Button>
      </Box>
    </Flex>
  );
};
