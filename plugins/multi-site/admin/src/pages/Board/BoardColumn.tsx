import { useState } from 'react';
import { Box, Button, Flex, Loader, Typography } from '@strapi/design-system';
import type { StageSummary, Task, TaskMove } from '../../../../shared/contracts/tasks';
import type { Column } from '../../core/board-columns';
import type { BoardData } from '../../services/tasks';
import { useTexts } from '../../texts';
import { StageDot, stageToken } from '../../workflow/StageBadge';
import { TaskCard } from './TaskCard';

type Props = {
  stage: StageSummary;
  board: BoardData;
  /** Undefined until it is known. */
  column: Column | undefined;
  isLoading: boolean;
  /** Absent where more cannot be shown. */
  onMore: (() => void) | undefined;
  /** What is being dragged over the board, if anything. */
  dragged: Task | null;
  onDrag: (task: Task | null) => void;
  onMove: (task: Task, move: TaskMove) => void;
};

export const BoardColumn = ({
  stage,
  board,
  column,
  isLoading,
  onMore,
  dragged,
  onDrag,
  onMove,
}: Props) => {
  const t = useTexts();
  const [isOver, setIsOver] = useState(false);
  const { tasks, total } = column ?? { tasks: [], total: 0 };
  const moves = board.moves[stage.key] ?? [];
  const accepted = dragged && board.moves[dragged.stage]?.find(({ to }) => to === stage.key);

  return (
    <Box
      tag="section"
      aria-label={t('board.column', { name: stage.name, count: total })}
      flex="1 0 26rem"
      minWidth="26rem"
      maxWidth="40rem"
      padding={3}
      background={isOver && accepted ? 'primary100' : 'neutral100'}
      borderColor={accepted ? 'primary600' : 'neutral200'}
      borderStyle={accepted ? 'dashed' : 'solid'}
      borderWidth="1px"
      hasRadius
      style={{ opacity: dragged && !accepted && dragged.stage !== stage.key ? 0.5 : 1 }}
      onDragOver={(event) => {
        if (!accepted) return;
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setIsOver(false);
        if (dragged && accepted) onMove(dragged, accepted);
      }}
    >
      <Flex
        justifyContent="space-between"
        paddingBottom={3}
        marginBottom={3}
        borderColor={stageToken(stage.color)}
        borderStyle="solid"
        borderWidth="0 0 2px"
      >
        <Flex gap={2}>
          <StageDot color={stage.color} />
          <Typography tag="h2" variant="omega" fontWeight="bold">
            {stage.name}
          </Typography>
        </Flex>
        <Typography variant="pi" textColor="neutral600" aria-hidden>
          {total}
        </Typography>
      </Flex>
      {isLoading ? <Loader small>{t('panel.loading')}</Loader> : null}
      {column && tasks.length === 0 ? (
        <Typography textColor="neutral600">{t('board.empty-column')}</Typography>
      ) : null}
      <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
        {tasks.map((task) => (
          <TaskCard
            key={task.id}
            task={task}
            stages={board.stages}
            moves={moves}
            onDrag={onDrag}
            onMove={(move) => onMove(task, move)}
          />
        ))}
      </Flex>
      {onMore && total > tasks.length ? (
        <Box paddingTop={3}>
          <Button variant="tertiary" fullWidth onClick={onMore}>
            {t('board.more', { count: total - tasks.length })}
          </Button>
        </Box>
      ) : null}
    </Box>
  );
};
