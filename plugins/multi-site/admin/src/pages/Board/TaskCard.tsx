import {
  Badge,
  Box,
  Flex,
  IconButton,
  Link,
  MenuItem,
  SimpleMenu,
  Typography,
} from '@strapi/design-system';
import { More } from '@strapi/icons';
import { useIntl } from 'react-intl';
import { NavLink } from 'react-router-dom';
import type { StageSummary, Task, TaskMove } from '../../../../shared/contracts/tasks';
import { useTexts } from '../../texts';
import { toDate } from '../../workflow/dates';

type Props = {
  task: Task;
  stages: StageSummary[];
  moves: TaskMove[];
  onMove: (move: TaskMove) => void;
  onDrag: (task: Task | null) => void;
};

/** One entry on the board. It is dragged, or moved by its menu, which the keyboard opens as well. */
export const TaskCard = ({ task, stages, moves, onMove, onDrag }: Props) => {
  const t = useTexts();
  const nameOf = (key: string) => stages.find((stage) => stage.key === key)?.name ?? key;
  const label = ({ to, isOverride }: TaskMove) =>
    isOverride
      ? t('panel.override', { name: nameOf(to) })
      : t('board.move-to', { name: nameOf(to) });
  return (
    <Box
      tag="li"
      aria-label={task.title}
      background="neutral0"
      borderColor="neutral150"
      padding={3}
      shadow="filterShadow"
      hasRadius
      draggable={moves.length > 0}
      cursor={moves.length > 0 ? 'grab' : undefined}
      onDragStart={(event) => {
        event.dataTransfer.setData('text/plain', task.id);
        event.dataTransfer.effectAllowed = 'move';
        onDrag(task);
      }}
      onDragEnd={() => onDrag(null)}
    >
      <Flex justifyContent="space-between" alignItems="flex-start" gap={2}>
        <Box minWidth={0} style={{ overflowWrap: 'anywhere' }}>
          <Link tag={NavLink} to={addressOf(task)}>
            {task.title}
          </Link>
        </Box>
        {moves.length > 0 ? (
          <SimpleMenu
            label={t('board.move', { title: task.title })}
            tag={IconButton}
            icon={<More />}
            popoverPlacement="bottom-end"
          >
            {moves.map((move) => (
              <MenuItem key={move.to} onSelect={() => onMove(move)}>
                {label(move)}
              </MenuItem>
            ))}
          </SimpleMenu>
        ) : null}
      </Flex>
      <Typography tag="p" variant="pi" textColor="neutral600">
        {[task.typeName, task.locale].filter(Boolean).join(' · ')}
      </Typography>
      <Foot task={task} />
    </Box>
  );
};

const Foot = ({ task }: { task: Task }) => {
  const t = useTexts();
  const { formatDate } = useIntl();
  const due = toDate(task.dueOn);
  if (!task.assignee && !due && task.comments === 0) return null;
  return (
    <Flex gap={2} wrap="wrap" paddingTop={2}>
      {task.assignee ? <Badge>{task.assignee.name}</Badge> : null}
      {due ? (
        <Badge
          backgroundColor={task.isOverdue ? 'danger100' : 'neutral100'}
          textColor={task.isOverdue ? 'danger700' : 'neutral700'}
        >
          {t(task.isOverdue ? 'board.overdue-on' : 'board.due-on', {
            date: formatDate(due, { day: 'numeric', month: 'short' }),
          })}
        </Badge>
      ) : null}
      {task.comments > 0 ? (
        <Typography variant="pi" textColor="neutral600">
          {t('board.comments', { count: task.comments })}
        </Typography>
      ) : null}
    </Flex>
  );
};

function addressOf({ contentType, documentId, locale }: Task): string {
  const search = locale ? `?plugins[i18n][locale]=${locale}` : '';
  return `/content-manager/collection-types/${contentType}/${documentId}${search}`;
}
