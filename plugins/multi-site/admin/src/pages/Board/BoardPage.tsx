import { useState } from 'react';
import { Flex, LinkButton, Typography } from '@strapi/design-system';
import { BackButton } from '@strapi/strapi/admin';
import { NavLink, useParams } from 'react-router-dom';
import { ConfirmAction, PageFrame, pageState, useApiMessage } from 'suite-kit/admin';
import type { Task, TaskMove } from '../../../../shared/contracts/tasks';
import { PLUGIN_ID } from '../../../../shared/plugin';
import { SiteAreas } from '../../components/SiteAreas';
import { useSiteName } from '../../components/use-site-name';
import { PATHS } from '../../paths';
import { usePermissions } from '../../permissions';
import { useGetSiteBoardQuery } from '../../services/tasks';
import { useTexts } from '../../texts';
import { BoardColumn } from './BoardColumn';
import { BoardFilters } from './BoardFilters';
import { useBoardMoves } from './use-board-moves';
import { useBoardQuery } from './use-board-query';
import { useColumns } from './use-columns';

/** What is being worked on, by stage. */
export const BoardPage = () => {
  const t = useTexts();
  const { id = '' } = useParams();
  const toMessage = useApiMessage(PLUGIN_ID);
  const { canUseBoard, canManageWorkflow, isLoading: isAsking } = usePermissions();
  const board = useGetSiteBoardQuery(id, { skip: !canUseBoard });
  const search = useBoardQuery();
  const shown = useColumns(id, { board: board.data, filter: search.filter });
  const moveOn = useBoardMoves(id);
  const [dragged, setDragged] = useState<Task | null>(null);
  const [asked, setAsked] = useState<{ task: Task; move: TaskMove } | null>(null);
  const nameOf = (key: string) => board.data?.stages.find((one) => one.key === key)?.name ?? key;
  // The areas lead there too; of a board that is off it is the next step.
  const settings = canManageWorkflow ? (
    <LinkButton tag={NavLink} variant="secondary" to={PATHS.workflow(id)}>
      {t('board.settings')}
    </LinkButton>
  ) : undefined;

  const go = (task: Task, { to, isOverride }: TaskMove) =>
    moveOn(task, { key: to, name: nameOf(to), isOverride });
  const move = (task: Task, wanted: TaskMove) => {
    setDragged(null);
    if (wanted.isOverride) setAsked({ task, move: wanted });
    else void go(task, wanted);
  };
  const isOff = board.data?.isEnabled === false;
  const { data } = board;

  return (
    <PageFrame
      title={t('board.title')}
      subtitle={useSiteName(id)}
      help={t('board.help')}
      navigationAction={<BackButton fallback={PATHS.sites} />}
      areas={<SiteAreas siteId={id} />}
      state={pageState({
        isAllowed: canUseBoard,
        isLoading: isAsking || board.isLoading,
        problem: board.isError ? toMessage(board.error) : null,
        onRetry: () => void board.refetch(),
        empty: isOff ? { message: t('board.off'), action: settings } : null,
      })}
    >
      {data ? (
        <>
          <BoardFilters board={data} search={search} />
          {shown.error ? (
            <Typography tag="p" textColor="danger600" role="alert">
              {toMessage(shown.error)}
            </Typography>
          ) : null}
          <Flex
            gap={3}
            alignItems="stretch"
            overflow="auto"
            paddingBottom={4}
            tabIndex={0}
            role="group"
            aria-label={t('board.title')}
          >
            {data.stages.map((stage) => (
              <BoardColumn
                key={stage.key}
                stage={stage}
                board={data}
                column={shown.columns?.[stage.key]}
                isLoading={shown.isLoading}
                onMore={shown.moreOf(stage.key)}
                dragged={dragged}
                onDrag={setDragged}
                onMove={move}
              />
            ))}
          </Flex>
        </>
      ) : null}
      <ConfirmAction
        isOpen={asked !== null}
        onClose={() => setAsked(null)}
        title={t('panel.override-title')}
        confirmLabel={t('panel.override-confirm', { name: nameOf(asked?.move.to ?? '') })}
        variant="default"
        onConfirm={async () => {
          if (asked) await go(asked.task, asked.move);
          setAsked(null);
        }}
      >
        {t('panel.override-text')}
      </ConfirmAction>
    </PageFrame>
  );
};
