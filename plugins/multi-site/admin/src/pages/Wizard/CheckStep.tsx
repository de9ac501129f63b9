import { useEffect } from 'react';
import { Box, Button, Flex, Grid, Loader, Typography } from '@strapi/design-system';
import { Notice, useApiMessage, useNotify } from 'suite-kit/admin';
import type { WizardPreview, WizardProblem } from '../../../../shared/contracts/wizard';
import { PLUGIN_ID } from '../../../../shared/plugin';
import { useCheckSiteDraftMutation, useCreateSiteByWizardMutation } from '../../services/wizard';
import { useTexts } from '../../texts';
import { FieldCard } from '../Site/FieldCard';
import { StepFooter } from './StepFooter';
import type { Wizard } from './use-wizard';
import { toDraft, type Page } from './wizard-state';

/** Everything at a glance before it happens. */
export const CheckStep = ({ wizard }: { wizard: Wizard }) => {
  const t = useTexts();
  const notify = useNotify(PLUGIN_ID);
  const toMessage = useApiMessage(PLUGIN_ID);
  const [check, checking] = useCheckSiteDraftMutation();
  const [create, creating] = useCreateSiteByWizardMutation();
  const { data } = checking;

  useEffect(() => {
    void check(toDraft(wizard.state));
    // Once for each visit of this page: nothing can be changed on it.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  const finish = async () => {
    const result = await create(toDraft(wizard.state));
    if ('error' in result) {
      notify.problem(result.error);
      void check(toDraft(wizard.state));
      return;
    }
    const { site, run } = result.data;
    wizard.update({ run: { id: run.id, siteId: site.id, name: site.name } });
  };

  return (
    <>
      {checking.isLoading ? <Loader>{t('wizard.checking')}</Loader> : null}
      {checking.isError ? (
        <Notice variant="warning" title={t('wizard.check-failed')}>
          {toMessage(checking.error)}
        </Notice>
      ) : null}
      {data && data.problems.length > 0 ? (
        <Problems problems={data.problems} onGo={wizard.go} />
      ) : null}
      {data?.preview ? <Preview preview={data.preview} /> : null}
      <StepFooter
        wizard={wizard}
        isBusy={creating.isLoading}
        isDisabled={!data?.preview}
        onNext={() => void finish()}
      />
    </>
  );
};

type ProblemsProps = { problems: readonly WizardProblem[]; onGo: (page: Page) => void };

const Problems = ({ problems, onGo }: ProblemsProps) => {
  const t = useTexts();
  return (
    <Box role="alert">
      <FieldCard title={t('wizard.problems')}>
        <Grid.Item col={12} xs={12} direction="column" alignItems="stretch">
          <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
            {problems.map(({ step, path, message }) => (
              <Flex tag="li" key={`${path} ${message}`} gap={3} wrap="wrap">
                <Typography>{message}</Typography>
                <Button variant="tertiary" size="S" onClick={() => onGo(step)}>
                  {t('wizard.go-to', { step: t(`wizard.step.${step}`) })}
                </Button>
              </Flex>
            ))}
          </Flex>
        </Grid.Item>
      </FieldCard>
    </Box>
  );
};

const Preview = ({ preview }: { preview: WizardPreview }) => {
  const t = useTexts();
  const { content, people, workflow } = preview;
  const lines: [id: string, label: string, text: string][] = [
    ['name', t('wizard.preview.name'), `${preview.name} (${preview.slug})`],
    ['address', t('wizard.preview.address'), preview.address ?? t('wizard.preview.no-address')],
    ['status', t('site.status'), t(`status.${preview.status as 'live'}`)],
    [
      'content',
      t('wizard.step.content'),
      content.from === null
        ? t('wizard.preview.empty')
        : t('wizard.preview.content', {
            from: content.from,
            count: content.documents,
            files: content.files,
          }),
    ],
    [
      'people',
      t('wizard.step.people'),
      people.length === 0
        ? t('wizard.preview.nobody')
        : people.map(({ name, roles }) => `${name} (${roles.join(', ')})`).join('; '),
    ],
    [
      'workflow',
      t('wizard.step.workflow'),
      workflow === null ? t('wizard.workflow.none') : workflow.types.join(', '),
    ],
  ];
  return (
    <>
      {preview.closesBorder ? (
        <Notice variant="info" title={t('wizard.preview.border-title')}>
          {t('wizard.preview.border')}
        </Notice>
      ) : null}
      <FieldCard title={t('wizard.preview.title')} text={t('wizard.preview.text')}>
        <Grid.Item col={12} xs={12} direction="column" alignItems="stretch">
          <Flex tag="dl" direction="column" alignItems="stretch" gap={4}>
            {lines.map(([id, label, text]) => (
              <div key={id}>
                <Typography tag="dt" variant="pi" textColor="neutral600">
                  {label}
                </Typography>
                <Typography tag="dd" textColor="neutral800">
                  {text}
                </Typography>
              </div>
            ))}
            {content.types.length > 0 ? (
              <div>
                <Typography tag="dt" variant="pi" textColor="neutral600">
                  {t('wizard.preview.types')}
                </Typography>
                <Typography tag="dd" textColor="neutral800">
                  {content.types.map(({ name, documents }) => `${name}: ${documents}`).join(', ')}
                </Typography>
              </div>
            ) : null}
          </Flex>
        </Grid.Item>
      </FieldCard>
    </>
  );
};
