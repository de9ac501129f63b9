import { useState } from 'react';
import { Box, Button, Flex, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { Card, ConfirmAction, JobProgress, Notice, useNotify } from 'suite-kit/admin';
import { PLUGIN_ID } from '../../../../shared/plugin';
import { useAssignUnassignedMutation, type Isolation } from '../../services/isolation';
import { useListMultiSitesQuery } from '../../services/sites';
import { useTexts } from '../../texts';

/** Whether everything belongs to a site: running, done, or rows left over to give away. */
export const AdoptionCard = ({ isolation }: { isolation: Isolation }) => {
  const t = useTexts();
  const { state, done, total } = isolation.adoption;
  const unassigned = isolation.types.reduce((sum, type) => sum + type.unassigned, 0);
  if (state === 'running') {
    return (
      <Card title={t('adoption.title')} text={t('adoption.running')}>
        <JobProgress label={t('adoption.progress')} done={done} total={total} />
      </Card>
    );
  }
  if (unassigned === 0) {
    return (
      <Notice variant="success" title={t('adoption.done-title')}>
        {t('adoption.done')}
      </Notice>
    );
  }
  return (
    <Card title={t('adoption.title')} text={t('adoption.unassigned', { count: unassigned })}>
      <AssignForm count={unassigned} />
    </Card>
  );
};

/** How many sites the choice offers; more are found on the list of sites. */
const OFFERED = 100;

const AssignForm = ({ count }: { count: number }) => {
  const t = useTexts();
  const notify = useNotify(PLUGIN_ID);
  const { data } = useListMultiSitesQuery({ pageSize: OFFERED, sort: 'name:asc' });
  const [assign] = useAssignUnassignedMutation();
  const [siteId, setSiteId] = useState<string | null>(null);
  const [isAsking, setIsAsking] = useState(false);
  const sites = data?.data ?? [];
  const site = sites.find((candidate) => candidate.id === siteId);

  const confirm = async () => {
    if (!site) return;
    const result = await assign({ site: site.id });
    if ('error' in result) return notify.problem(result.error);
    notify.success(t('adoption.assigned', { count, site: site.name }));
    setIsAsking(false);
  };

  return (
    <Flex gap={3} wrap="wrap" alignItems="flex-end">
      <Box minWidth="22rem">
        <SingleSelect
          aria-label={t('adoption.choose')}
          placeholder={t('adoption.choose')}
          value={siteId}
          onChange={(value) => setSiteId(String(value))}
        >
          {sites.map(({ id, name }) => (
            <SingleSelectOption key={id} value={id}>
              {name}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Box>
      <Button variant="secondary" size="L" disabled={!site} onClick={() => setIsAsking(true)}>
        {t('adoption.assign')}
      </Button>
      <ConfirmAction
        isOpen={isAsking}
        onClose={() => setIsAsking(false)}
        title={t('adoption.ask', { site: site?.name ?? '' })}
        confirmLabel={t('adoption.assign')}
        variant="default"
        onConfirm={confirm}
      >
        {t('adoption.effect', { count, site: site?.name ?? '' })}
      </ConfirmAction>
    </Flex>
  );
};
