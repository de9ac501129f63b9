import { useMemo, useState } from 'react';
import { Button } from '@strapi/design-system';
import { Check } from '@strapi/icons';
import { BackButton, Blocker, Form } from '@strapi/strapi/admin';
import { useParams } from 'react-router-dom';
import { PageFrame, pageState, useApiMessage, useNotify } from 'suite-kit/admin';
import type { SaveWorkflowBody, WorkflowRules } from '../../../../shared/contracts/workflows';
import { PLUGIN_ID } from '../../../../shared/plugin';
import { SiteAreas } from '../../components/SiteAreas';
import { useSiteName } from '../../components/use-site-name';
import { PATHS } from '../../paths';
import { usePermissions } from '../../permissions';
import {
  useGetSiteWorkflowQuery,
  useSaveSiteWorkflowMutation,
  type WorkflowData,
} from '../../services/workflows';
import { useTexts } from '../../texts';
import { ReplaceDialog } from './ReplaceDialog';
import { StagesCard } from './StagesCard';
import { TransitionsCard } from './TransitionsCard';
import { UseCard } from './UseCard';

/** The rules by which entries of a site come to be published. */
export const WorkflowPage = () => {
  const t = useTexts();
  const { id = '' } = useParams();
  const name = useSiteName(id);
  const toMessage = useApiMessage(PLUGIN_ID);
  const { canManageWorkflow, isLoading: isAsking } = usePermissions();
  const query = useGetSiteWorkflowQuery(id, { skip: !canManageWorkflow });
  if (query.data) return <WorkflowForm siteId={id} data={query.data} />;
  return (
    <PageFrame
      title={t('workflow.title')}
      subtitle={name}
      navigationAction={<BackButton fallback={PATHS.sites} />}
      areas={<SiteAreas siteId={id} />}
      state={pageState({
        isAllowed: canManageWorkflow,
        isLoading: isAsking || query.isLoading,
        problem: query.isError ? toMessage(query.error) : null,
        onRetry: () => void query.refetch(),
      })}
    >
      {null}
    </PageFrame>
  );
};

const WorkflowForm = ({ siteId, data }: { siteId: string; data: WorkflowData }) => {
  const t = useTexts();
  const notify = useNotify(PLUGIN_ID);
  const name = useSiteName(siteId);
  const [save] = useSaveSiteWorkflowMutation();
  const { version, ...rules } = data.workflow;
  // eslint-disable-next-line react-hooks/exhaustive-deps -- the version stands for the rules
  const initialValues = useMemo<WorkflowRules>(() => rules, [version]);
  const [asked, setAsked] = useState<WorkflowRules | null>(null);

  const send = async (values: WorkflowRules, replace?: SaveWorkflowBody['replace']) => {
    const body = { ...values, version, ...(replace ? { replace } : {}) };
    const result = await save({ site: siteId, body });
    if ('error' in result) notify.problem(result.error);
    else notify.success(t(values.isEnabled ? 'workflow.saved-on' : 'workflow.saved-off'));
  };
  const removed = (values: WorkflowRules) =>
    data.workflow.stages.filter(
      ({ key }) => (data.counts[key] ?? 0) > 0 && !values.stages.some((one) => one.key === key),
    );

  return (
    <Form<WorkflowRules>
      method="PUT"
      initialValues={initialValues}
      onSubmit={async (values) => {
        if (removed(values).length > 0) setAsked(values);
        else await send(values);
      }}
    >
      {({ modified, isSubmitting }) => (
        <PageFrame
          title={t('workflow.title')}
          subtitle={name}
          help={t('workflow.help')}
          navigationAction={<BackButton fallback={PATHS.sites} />}
          areas={<SiteAreas siteId={siteId} />}
          primaryAction={
            <Button
              type="submit"
              startIcon={<Check />}
              loading={isSubmitting}
              disabled={!modified && data.isStored}
            >
              {t('workflow.save')}
            </Button>
          }
          state={{ kind: 'content' }}
        >
          <UseCard contentTypes={data.contentTypes} />
          <StagesCard counts={data.counts} />
          <TransitionsCard roles={data.roles} />
          <Blocker />
          {asked ? (
            <ReplaceDialog
              stages={removed(asked).map((stage) => ({
                ...stage,
                count: data.counts[stage.key] ?? 0,
              }))}
              left={asked.stages}
              onClose={() => setAsked(null)}
              onConfirm={async (replace) => {
                await send(asked, replace);
                setAsked(null);
              }}
            />
          ) : null}
        </PageFrame>
      )}
    </Form>
  );
};
