import { useState } from 'react';
import { Box, Button, Field, Flex, Textarea, Typography } from '@strapi/design-system';
import { RelativeTime } from 'suite-kit/admin';
import type { StageSummary, TaskDetails, TaskEvent } from '../../../shared/contracts/tasks';
import { useTexts } from '../texts';
import type { useTaskActions } from './use-task-actions';

/** Shown before somebody asks for all. */
const RECENT = 4;

type Props = {
  task: TaskDetails;
  stages: StageSummary[];
  actions: ReturnType<typeof useTaskActions>;
};

/** What happened to an entry and what was said about it, newest first. */
export const TaskHistory = ({ task, stages, actions }: Props) => {
  const t = useTexts();
  const [text, setText] = useState('');
  const [isWhole, setIsWhole] = useState(false);
  const newest = [...task.history].reverse();
  const shown = isWhole ? newest : newest.slice(0, RECENT);

  const send = async () => {
    if (await actions.comment(task, text)) setText('');
  };

  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Field.Root name="comment">
        <Field.Label>{t('panel.comment')}</Field.Label>
        <Textarea
          value={text}
          onChange={(event) => setText(event.target.value)}
          placeholder={t('panel.comment-hint')}
          maxLength={2000}
        />
      </Field.Root>
      <Button
        variant="secondary"
        disabled={text.trim() === '' || actions.isBusy}
        onClick={() => void send()}
      >
        {t('panel.comment-send')}
      </Button>
      {shown.length > 0 ? (
        <Flex
          tag="ol"
          direction="column"
          alignItems="stretch"
          gap={3}
          aria-label={t('panel.history')}
        >
          {shown.map((event, index) => (
            <HistoryLine key={`${event.at} ${index}`} event={event} stages={stages} />
          ))}
        </Flex>
      ) : null}
      {newest.length > shown.length ? (
        <Button variant="ghost" onClick={() => setIsWhole(true)}>
          {t('panel.history-all', { count: newest.length })}
        </Button>
      ) : null}
    </Flex>
  );
};

const HistoryLine = ({ event, stages }: { event: TaskEvent; stages: StageSummary[] }) => {
  const t = useTexts();
  const nameOf = (key = '') => stages.find((stage) => stage.key === key)?.name ?? key;
  const who = event.by?.name ?? t('panel.program');
  return (
    <Box tag="li">
      <Typography tag="p" variant="pi" textColor="neutral600">
        {sentenceOf(event, { t, who, nameOf })} · <RelativeTime value={event.at} />
      </Typography>
      {event.text ? (
        <Typography tag="p" textColor="neutral800" style={{ whiteSpace: 'pre-wrap' }}>
          {event.text}
        </Typography>
      ) : null}
    </Box>
  );
};

function sentenceOf(
  event: TaskEvent,
  {
    t,
    who,
    nameOf,
  }: { t: ReturnType<typeof useTexts>; who: string; nameOf: (key?: string) => string },
): string {
  const values = { who, stage: nameOf(event.to), person: event.to ?? '' };
  if (event.kind === 'moved' && event.isOverride) return t('panel.event.override', values);
  if (event.kind === 'assigned' && !event.to) return t('panel.event.unassigned', values);
  if (event.kind === 'due' && !event.to) return t('panel.event.no-due', values);
  return t(`panel.event.${event.kind}`, values);
}
