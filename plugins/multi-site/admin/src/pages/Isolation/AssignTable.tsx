import { useState } from 'react';
import { Box, Button, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import { Table } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import { ConfirmAction, useNotify } from 'suite-kit/admin';
import type {
  AssignPreviewBody,
  AssignResult,
  AssignValue,
} from '../../../../shared/contracts/assigning';
import { PLUGIN_ID } from '../../../../shared/plugin';
import { useAssignByFieldMutation } from '../../services/isolation';
import { useListMultiSitesQuery } from '../../services/sites';
import { TableHeads } from '../../components/TableHeads';
import { useTexts } from '../../texts';

/** The value that stands for "no site" in the select, which knows no null. */
const STAYS = 'stays';
/** How many sites the choice offers. */
const OFFERED = 100;

type Props = {
  wish: AssignPreviewBody;
  values: AssignValue[];
  onDone: (result: AssignResult) => void;
};

/** Each value of the field, how many entries have it, and where they shall go. */
export const AssignTable = ({ wish, values, onDone }: Props) => {
  const t = useTexts();
  const notify = useNotify(PLUGIN_ID);
  const [assign] = useAssignByFieldMutation();
  const [isAsking, setIsAsking] = useState(false);
  const [chosen, setChosen] = useState<Record<string, string>>(() =>
    Object.fromEntries(values.flatMap(({ value, site }) => (site ? [[value, site.id]] : []))),
  );
  const count = values.reduce((sum, one) => sum + (chosen[one.value] ? one.entries : 0), 0);

  const choose = (value: string, site: string) => {
    const { [value]: _former, ...rest } = chosen;
    setChosen(site === STAYS ? rest : { ...rest, [value]: site });
  };
  const confirm = async () => {
    const answer = await assign({ ...wish, sites: chosen });
    setIsAsking(false);
    if ('error' in answer) return notify.problem(answer.error);
    onDone(answer.data);
  };

  if (values.length === 0) return <Typography>{t('assign.none')}</Typography>;
  return (
    <Box paddingTop={4}>
      <ValuesTable values={values} chosen={chosen} onChoose={choose} />
      <Box paddingTop={4}>
        <Button disabled={count === 0} onClick={() => setIsAsking(true)}>
          {t('assign.do', { count })}
        </Button>
      </Box>
      <ConfirmAction
        isOpen={isAsking}
        onClose={() => setIsAsking(false)}
        title={t('assign.ask', { count })}
        confirmLabel={t('assign.do', { count })}
        variant="default"
        onConfirm={confirm}
      >
        {t('assign.effect')}
      </ConfirmAction>
    </Box>
  );
};

type TableProps = {
  values: AssignValue[];
  chosen: Readonly<Record<string, string>>;
  onChoose: (value: string, site: string) => void;
};

const ValuesTable = ({ values, chosen, onChoose }: TableProps) => {
  const t = useTexts();
  const { formatNumber } = useIntl();
  const { data } = useListMultiSitesQuery({ pageSize: OFFERED, sort: 'name:asc' });
  const columns = ['value', 'entries', 'site'] as const;
  const headers = columns.map((name) => ({ name, label: t(`assign.column.${name}`) }));
  const rows = values.map((one) => ({ ...one, id: one.value }));
  return (
    <Table.Root rows={rows} headers={headers}>
      <Table.Content>
        <TableHeads headers={headers} />
        <Table.Body>
          {rows.map(({ value, entries }) => (
            <Table.Row key={value}>
              <Table.Cell>
                <Typography fontWeight="semiBold">{value}</Typography>
              </Table.Cell>
              <Table.Cell>
                <Typography>{formatNumber(entries)}</Typography>
              </Table.Cell>
              <Table.Cell>
                <SingleSelect
                  size="S"
                  aria-label={t('assign.site-of', { value })}
                  value={chosen[value] ?? STAYS}
                  onChange={(site) => onChoose(value, String(site))}
                >
                  <SingleSelectOption value={STAYS}>{t('assign.stays')}</SingleSelectOption>
                  {(data?.data ?? []).map(({ id, name }) => (
                    <SingleSelectOption key={id} value={id}>
                      {name}
                    </SingleSelectOption>
                  ))}
                </SingleSelect>
              </Table.Cell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table.Content>
    </Table.Root>
  );
};
