import { useState } from 'react';
import { Button, Flex, Grid, LinkButton, Typography } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import { ConfirmAction, JobProgress, Notice, useApiMessage, useNotify } from 'suite-kit/admin';
import { PLUGIN_ID } from '../../../../shared/plugin';
import { PATHS } from '../../paths';
import { useGetSiteRunQuery, useUndoMultiSiteMutation } from '../../services/wizard';
import { useSwitchSite } from '../../switcher/use-switch-site';
import { useTexts } from '../../texts';
import { FieldCard } from '../Site/FieldCard';
import type { Wizard } from './use-wizard';
import type { WizardState } from './wizard-state';

const POLL_MS = 700;

type Props = { wizard: Wizard; run: NonNullable<WizardState['run']> };

/** The site is being filled; then where to go from here, and the way back. */
export const MakingSite = ({ wizard, run }: Props) => {
  const t = useTexts();
  const toMessage = useApiMessage(PLUGIN_ID);
  const [isOver, setIsOver] = useState(false);
  const { data, error, isError } = useGetSiteRunQuery(run.id, {
    pollingInterval: isOver ? 0 : POLL_MS,
  });
  const isRunning = !data || data.state === 'queued' || data.state === 'running';
  if (!isOver && (isError || !isRunning)) setIsOver(true);
  const { name } = run;

  if (isError) {
    return (
      <Notice
        variant="warning"
        title={t('wizard.run.lost')}
        action={
          <Button variant="secondary" onClick={wizard.restart}>
            {t('wizard.run.another')}
          </Button>
        }
      >
        {toMessage(error)}
      </Notice>
    );
  }
  return (
    <FieldCard title={t(isRunning ? 'wizard.run.title' : 'wizard.run.over', { name })}>
      <Grid.Item col={12} xs={12} direction="column" alignItems="stretch">
        <div aria-live="polite">
          {isRunning ? (
            <JobProgress
              label={t('wizard.run.progress')}
              done={data?.done ?? 0}
              total={data?.total ?? 1}
            />
          ) : null}
          {data?.state === 'done' ? (
            <Typography>{t('wizard.run.done', { name })}</Typography>
          ) : null}
          {data?.state === 'failed' || data?.state === 'cancelled' ? (
            <Notice variant="warning" title={t('wizard.run.failed', { name })}>
              {`${data.error ?? ''} ${t('wizard.run.failed-text')}`.trim()}
            </Notice>
          ) : null}
        </div>
        <NextSteps wizard={wizard} run={run} isDone={data?.state === 'done'} />
      </Grid.Item>
    </FieldCard>
  );
};

const NextSteps = ({ wizard, run, isDone }: Props & { isDone: boolean }) => {
  const t = useTexts();
  const notify = useNotify(PLUGIN_ID);
  const switchTo = useSwitchSite();
  const [undo] = useUndoMultiSiteMutation();
  const [isAsking, setIsAsking] = useState(false);
  const { name, siteId } = run;

  const takeBack = async () => {
    const result = await undo(siteId);
    if ('error' in result) return notify.problem(result.error);
    notify.success(t('wizard.undo.done', { name }));
    setIsAsking(false);
    wizard.update({ run: null, page: 'check' });
  };

  return (
    <Flex gap={3} wrap="wrap" paddingTop={5}>
      {isDone ? (
        <>
          <Button
            onClick={() => {
              wizard.restart();
              switchTo({ id: siteId, name });
            }}
          >
            {t('wizard.run.work')}
          </Button>
          <LinkButton
            tag={Link}
            to={PATHS.dashboard(siteId)}
            variant="secondary"
            onClick={wizard.restart}
          >
            {t('wizard.run.dashboard')}
          </LinkButton>
          <Button variant="tertiary" onClick={wizard.restart}>
            {t('wizard.run.another')}
          </Button>
        </>
      ) : null}
      <Button variant="danger-light" onClick={() => setIsAsking(true)}>
        {t('wizard.undo')}
      </Button>
      <ConfirmAction
        isOpen={isAsking}
        onClose={() => setIsAsking(false)}
        title={t('wizard.undo.title', { name })}
        confirmLabel={t('wizard.undo.confirm')}
        onConfirm={takeBack}
      >
        {t('wizard.undo.text', { name })}
      </ConfirmAction>
    </Flex>
  );
};
