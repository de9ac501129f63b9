import { useEffect, useRef } from 'react';
import { Box } from '@strapi/design-system';
import { BackButton } from '@strapi/strapi/admin';
import { PageFrame, pageState, useApiMessage } from 'suite-kit/admin';
import type { TemplatesResponse } from '../../../../shared/contracts/wizard';
import { PLUGIN_ID } from '../../../../shared/plugin';
import { PATHS } from '../../paths';
import { usePermissions } from '../../permissions';
import { useGetSiteTemplatesQuery } from '../../services/wizard';
import { useTexts } from '../../texts';
import { CheckStep } from './CheckStep';
import { ContentStep } from './ContentStep';
import { FieldsStep } from './FieldsStep';
import { MakingSite } from './MakingSite';
import { PeopleStep } from './PeopleStep';
import { StepList } from './StepList';
import { useWizard } from './use-wizard';
import { PAGES } from './wizard-state';
import { WorkflowStep } from './WorkflowStep';

/** Makes a site step by step. Nothing is written before the last button. */
export const WizardPage = () => {
  const t = useTexts();
  const toMessage = useApiMessage(PLUGIN_ID);
  const { canCreateSites, isLoading } = usePermissions();
  const templates = useGetSiteTemplatesQuery(undefined, { skip: !canCreateSites });
  return (
    <PageFrame
      title={t('wizard.title')}
      subtitle={t('wizard.subtitle')}
      help={t('wizard.help')}
      navigationAction={<BackButton fallback={PATHS.sites} />}
      state={pageState({
        isAllowed: canCreateSites,
        isLoading: isLoading || templates.isLoading,
        problem: templates.isError ? toMessage(templates.error) : null,
        onRetry: () => void templates.refetch(),
      })}
    >
      {templates.data ? <Steps templates={templates.data} /> : null}
    </PageFrame>
  );
};

type Templates = TemplatesResponse['data'];

const Steps = ({ templates }: { templates: Templates }) => {
  const hasWorkflow = templates.workflow !== null && templates.workflow.contentTypes.length > 0;
  const wizard = useWizard(PAGES.filter((page) => page !== 'workflow' || hasWorkflow));
  const { page, state } = wizard;
  const place = useFocusOnChange(page);

  if (state.run) return <MakingSite wizard={wizard} run={state.run} />;
  return (
    <Box ref={place} tabIndex={-1} style={{ outline: 'none' }}>
      <StepList pages={wizard.pages} current={page} reached={state.reached} onGo={wizard.go} />
      {page === 'name' || page === 'language' ? (
        <FieldsStep key={`${page} ${String(wizard.round)}`} step={page} wizard={wizard} />
      ) : null}
      {page === 'content' ? <ContentStep wizard={wizard} templates={templates.sites} /> : null}
      {page === 'people' ? <PeopleStep wizard={wizard} /> : null}
      {page === 'workflow' && templates.workflow ? (
        <WorkflowStep wizard={wizard} offered={templates.workflow} />
      ) : null}
      {page === 'check' ? <CheckStep wizard={wizard} /> : null}
    </Box>
  );
};

/** A new page begins where the old one began, for the keyboard and for those who listen. */
function useFocusOnChange(page: string) {
  const place = useRef<HTMLDivElement>(null);
  const first = useRef(page);
  useEffect(() => {
    if (first.current === page) return;
    first.current = '';
    place.current?.focus();
  }, [page]);
  return place;
}
