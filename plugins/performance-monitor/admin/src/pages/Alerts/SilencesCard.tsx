import { useState } from 'react';
import {
  Box,
  Button,
  Flex,
  IconButton,
  SingleSelect,
  SingleSelectOption,
} from '@strapi/design-system';
import { Trash } from '@strapi/icons';
import { Card, RelativeTime, useNotify } from 'suite-kit/admin';
import type { Rule } from '../../../../shared/contracts/alerts';
import { PLUGIN_ID } from '../../../../shared/plugin';
import { DataTable } from '../../components/DataTable';
import { usePermissions } from '../../permissions';
import {
  useAddHealthSilenceMutation,
  useListHealthSilencesQuery,
  useRemoveHealthSilenceMutation,
} from '../../services/alerts';
import { useTexts } from '../../texts';

const ALL = 'all';
const HOURS = ['1', '4', '24', '168'] as const;

/** Quiet for a while: alerts are recorded and shown, nobody is told. */
export const SilencesCard = ({ rules }: { rules: Rule[] }) => {
  const t = useTexts();
  const notify = useNotify(PLUGIN_ID);
  const { canRead, canManage } = usePermissions();
  const { data: silences = [] } = useListHealthSilencesQuery(undefined, { skip: !canRead });
  const [rule, setRule] = useState(ALL);
  const [hours, setHours] = useState<(typeof HOURS)[number]>('1');
  const [add, { isLoading }] = useAddHealthSilenceMutation();
  const [remove] = useRemoveHealthSilenceMutation();

  const create = async () => {
    const result = await add({ rule: rule === ALL ? null : rule, minutes: Number(hours) * 60 });
    if ('error' in result) return notify.problem(result.error);
    notify.success(t('silences.added'));
  };
  const end = async (id: string) => {
    const result = await remove(id);
    if ('error' in result) return notify.problem(result.error);
    notify.success(t('silences.ended'));
  };

  return (
    <Card title={t('silences.title')} text={t('silences.text')}>
      {canManage ? (
        <Flex gap={3} wrap="wrap" paddingBottom={4}>
          <Box minWidth="20rem">
            <SingleSelect
              size="S"
              aria-label={t('silences.rule')}
              value={rule}
              onChange={(value) => setRule(String(value))}
            >
              <SingleSelectOption value={ALL}>{t('silences.all')}</SingleSelectOption>
              {rules.map(({ id, name }) => (
                <SingleSelectOption key={id} value={id}>
                  {name}
                </SingleSelectOption>
              ))}
            </SingleSelect>
          </Box>
          <Box minWidth="14rem">
            <SingleSelect
              size="S"
              aria-label={t('silences.length')}
              value={hours}
              onChange={(value) => setHours(String(value) as (typeof HOURS)[number])}
            >
              {HOURS.map((value) => (
                <SingleSelectOption key={value} value={value}>
                  {t(`silences.hours.${value}`)}
                </SingleSelectOption>
              ))}
            </SingleSelect>
          </Box>
          <Button size="S" variant="secondary" loading={isLoading} onClick={() => void create()}>
            {t('silences.add')}
          </Button>
        </Flex>
      ) : null}
      <DataTable
        label={t('silences.title')}
        rows={silences}
        keyOf={({ id }) => id}
        empty={t('silences.empty')}
        columns={[
          {
            key: 'rule',
            label: t('events.column.rule'),
            render: (row) => row.ruleName ?? t('silences.all'),
          },
          {
            key: 'until',
            label: t('silences.until'),
            render: ({ endsAt }) => <RelativeTime value={new Date(endsAt).toISOString()} />,
          },
          { key: 'author', label: t('silences.author'), render: ({ author }) => author ?? '–' },
          {
            key: 'actions',
            label: t('rules.column.actions'),
            render: ({ id }) =>
              canManage ? (
                <IconButton label={t('silences.end')} onClick={() => void end(id)}>
                  <Trash />
                </IconButton>
              ) : null,
          },
        ]}
      />
    </Card>
  );
};
