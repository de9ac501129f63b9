import {
  DatePicker,
  Field,
  SingleSelect,
  SingleSelectOption,
  Typography,
} from '@strapi/design-system';
import type { TaskDetails } from '../../../shared/contracts/tasks';
import type { EntryTask } from '../services/tasks';
import { useSteadyDialogs } from '../dialogs/steady-dialogs';
import { useTexts } from '../texts';
import { toDate, toDay } from './dates';
import { OverrideDialog } from './OverrideDialog';
import { StageDot } from './StageBadge';
import { TaskHistory } from './TaskHistory';
import { useTaskActions } from './use-task-actions';

type Props = { task: TaskDetails; entry: EntryTask };

/** Stage, person and day of a task, and what was said about it. */
export const TaskFields = ({ task, entry }: Props) => {
  const actions = useTaskActions(entry.site.id);
  return (
    <>
      <StageField task={task} entry={entry} actions={actions} />
      <AssigneeField task={task} entry={entry} actions={actions} />
      <DueField task={task} actions={actions} />
      <TaskHistory task={task} stages={entry.stages} actions={actions} />
    </>
  );
};

type Actions = ReturnType<typeof useTaskActions>;

const StageField = ({ task, entry, actions }: Props & { actions: Actions }) => {
  const t = useTexts();
  const openDialog = useSteadyDialogs();
  const nameOf = (key: string) => entry.stages.find((stage) => stage.key === key)?.name ?? key;
  const current = entry.stages.find(({ key }) => key === task.stage);
  const needed = entry.stages.filter(({ canPublish }) => canPublish).map(({ name }) => name);

  const choose = (key: string) => {
    const move = task.moves.find(({ to }) => to === key);
    if (!move) return;
    const wanted = { key, name: nameOf(key), isOverride: move.isOverride };
    if (!move.isOverride) void actions.move(task, wanted);
    else
      openDialog?.((onClose) => (
        <OverrideDialog {...{ site: entry.site.id, task, wanted, onClose }} />
      ));
  };

  return (
    <Field.Root
      name="stage"
      hint={
        task.canPublish ? t('panel.may-publish') : t('panel.needs', { stages: needed.join(', ') })
      }
    >
      <Field.Label>{t('panel.stage')}</Field.Label>
      <SingleSelect
        value={task.stage}
        onChange={(value) => choose(String(value))}
        disabled={task.moves.length === 0 || actions.isBusy}
        startIcon={current ? <StageDot color={current.color} /> : undefined}
      >
        {entry.stages
          .filter(({ key }) => key === task.stage || task.moves.some(({ to }) => to === key))
          .map(({ key, name, color }) => (
            <SingleSelectOption key={key} value={key} startIcon={<StageDot color={color} />}>
              {task.moves.some(({ to, isOverride }) => to === key && isOverride)
                ? t('panel.override', { name })
                : name}
            </SingleSelectOption>
          ))}
      </SingleSelect>
      <Field.Hint />
    </Field.Root>
  );
};

const AssigneeField = ({ task, entry, actions }: Props & { actions: Actions }) => {
  const t = useTexts();
  return (
    <Field.Root name="assignee">
      <Field.Label>{t('panel.assignee')}</Field.Label>
      <SingleSelect
        value={task.assignee ? String(task.assignee.id) : null}
        onChange={(value) => void actions.update(task, { assignee: Number(value) })}
        onClear={() => void actions.update(task, { assignee: null })}
        clearLabel={t('panel.assignee-clear')}
        placeholder={t('panel.assignee-none')}
        disabled={!task.canEdit || actions.isBusy}
      >
        {entry.people.map(({ id, name }) => (
          <SingleSelectOption key={id} value={String(id)}>
            {name}
          </SingleSelectOption>
        ))}
      </SingleSelect>
    </Field.Root>
  );
};

const DueField = ({ task, actions }: { task: TaskDetails; actions: Actions }) => {
  const t = useTexts();
  return (
    <Field.Root name="due">
      <Field.Label>{t('panel.due')}</Field.Label>
      <DatePicker
        value={toDate(task.dueOn)}
        onChange={(date) => {
          const dueOn = toDay(date);
          if (dueOn !== task.dueOn) void actions.update(task, { dueOn });
        }}
        onClear={() => void actions.update(task, { dueOn: null })}
        clearLabel={t('panel.due-clear')}
        disabled={!task.canEdit || actions.isBusy}
      />
      {task.isOverdue ? (
        <Typography variant="pi" textColor="danger600">
          {t('panel.overdue')}
        </Typography>
      ) : null}
    </Field.Root>
  );
};
