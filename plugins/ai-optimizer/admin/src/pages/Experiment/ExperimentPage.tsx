import { useState } from 'react';
import { Button, Flex } from '@strapi/design-system';
import { BackButton } from '@strapi/strapi/admin';
import { useNavigate, useParams } from 'react-router-dom';
import { ConfirmAction, PageFrame, pageState, useApiMessage, useNotify } from 'suite-kit/admin';
import type { Experiment } from '../../../../shared/contracts/experiments';
import { PLUGIN_ID } from '../../../../shared/plugin';
import { StateBadge } from '../../components/StateBadge';
import { PATHS } from '../../paths';
import { usePermissions } from '../../permissions';
import {
  useGetExperimentQuery,
  useMoveExperimentMutation,
  useRemoveExperimentMutation,
} from '../../services/experiments';
import { useTexts } from '../../texts';
import { PlanCard } from './PlanCard';
import { ResultsCards } from './ResultsCards';
import { VariantsCard } from './VariantsCard';

type Asked = 'start' | 'stop' | 'revert' | 'remove' | null;

/** One test: its variants and plan while it is a draft, its results from then on. */
export const ExperimentPage = () => {
  const t = useTexts();
  const { id = '' } = useParams();
  const toMessage = useApiMessage(PLUGIN_ID);
  const { canReadExperiments, canManageExperiments, isLoading: isAsking } = usePermissions();
  const experiment = useGetExperimentQuery(id, { skip: !canReadExperiments });
  const { data } = experiment;

  return (
    <PageFrame
      title={data?.name ?? t('experiment.title')}
      subtitle={data ? data.entryTitle : undefined}
      help={data?.state === 'draft' ? t('experiment.help-draft') : t('experiment.help')}
      navigationAction={<BackButton fallback={PATHS.experiments} />}
      primaryAction={data && canManageExperiments ? <Actions experiment={data} /> : undefined}
      state={pageState({
        isAllowed: canReadExperiments,
        isLoading: isAsking || experiment.isLoading,
        problem: experiment.isError ? toMessage(experiment.error) : null,
        onRetry: () => void experiment.refetch(),
      })}
    >
      {data ? (
        <>
          <Flex paddingBottom={4}>
            <StateBadge state={data.state} />
          </Flex>
          {data.state === 'draft' ? (
            <>
              <VariantsCard experiment={data} canEdit={canManageExperiments} />
              <PlanCard experiment={data} canEdit={canManageExperiments} />
            </>
          ) : (
            <>
              <ResultsCards experiment={data} canManage={canManageExperiments} />
              <VariantsCard experiment={data} canEdit={false} />
            </>
          )}
        </>
      ) : null}
    </PageFrame>
  );
};

const Actions = ({ experiment }: { experiment: Experiment }) => {
  const t = useTexts();
  const notify = useNotify(PLUGIN_ID);
  const navigate = useNavigate();
  const [move] = useMoveExperimentMutation();
  const [remove] = useRemoveExperimentMutation();
  const [asked, setAsked] = useState<Asked>(null);
  const { id, name, state, canRevert } = experiment;
  const isComplete = experiment.variants.every(({ changed }) => changed > 0);

  const confirm = async () => {
    if (!asked) return;
    const result = asked === 'remove' ? await remove(id) : await move({ id, action: asked });
    if ('error' in result) {
      notify.problem(result.error);
      return;
    }
    setAsked(null);
    notify.success(t(`experiment.done.${asked}`, { name }));
    if (asked === 'remove') navigate(PATHS.experiments);
  };
  return (
    <Flex gap={2} wrap="wrap">
      {state === 'running' ? (
        <Button variant="danger-light" onClick={() => setAsked('stop')}>
          {t('experiment.stop')}
        </Button>
      ) : (
        <Button variant="danger-light" onClick={() => setAsked('remove')}>
          {t('experiment.remove')}
        </Button>
      )}
      {canRevert ? (
        <Button variant="secondary" onClick={() => setAsked('revert')}>
          {t('experiment.revert')}
        </Button>
      ) : null}
      {state === 'draft' ? (
        <Button disabled={!isComplete} onClick={() => setAsked('start')}>
          {t('experiment.start')}
        </Button>
      ) : null}
      {asked ? (
        <ConfirmAction
          isOpen
          onClose={() => setAsked(null)}
          title={t(`experiment.ask.${asked}`)}
          confirmLabel={t(`experiment.${asked}`)}
          variant={asked === 'start' || asked === 'revert' ? 'default' : 'danger'}
          onConfirm={confirm}
        >
          {t(`experiment.ask.${asked}-text`, { name })}
        </ConfirmAction>
      ) : null}
    </Flex>
  );
};
