import {
  Box,
  Checkbox,
  MultiSelect,
  MultiSelectOption,
  Table,
  Tbody,
  Td,
  Tr,
  Typography,
} from '@strapi/design-system';
import { Card } from 'suite-kit/admin';
import type { RoleSummary } from '../../../../shared/contracts/members';
import type { Stage } from '../../../../shared/contracts/workflows';
import { PlainHeads } from '../../components/TableHeads';
import { useTexts } from '../../texts';
import { useRules } from './use-rules';

/** Which way an entry may go, and who may send it there. */
export const TransitionsCard = ({ roles }: { roles: RoleSummary[] }) => {
  const t = useTexts();
  const { rules } = useRules();
  const { stages } = rules;
  return (
    <Card title={t('workflow.transitions')} text={t('workflow.transitions-text')}>
      <Table colCount={stages.length + 1} rowCount={stages.length + 1}>
        <PlainHeads labels={[t('workflow.from-to'), ...stages.map(({ name }) => name)]} />
        <Tbody>
          {stages.map((from) => (
            <Tr key={from.key}>
              <Td>
                <Typography fontWeight="semiBold">{from.name}</Typography>
              </Td>
              {stages.map((to) => (
                <Td key={to.key}>
                  {from.key === to.key ? (
                    <Typography textColor="neutral500" aria-hidden>
                      –
                    </Typography>
                  ) : (
                    <PathCell from={from} to={to} roles={roles} />
                  )}
                </Td>
              ))}
            </Tr>
          ))}
        </Tbody>
      </Table>
    </Card>
  );
};

const PathCell = ({ from, to, roles }: { from: Stage; to: Stage; roles: RoleSummary[] }) => {
  const t = useTexts();
  const { setPath } = useRules();
  const path = from.transitions.find((candidate) => candidate.to === to.key);
  const names = { from: from.name, to: to.name };
  const nameOf = (code: string) => roles.find((role) => role.code === code)?.name ?? code;
  return (
    <Box minWidth="16rem" paddingTop={2} paddingBottom={2}>
      <Checkbox
        aria-label={t('workflow.path', names)}
        checked={path !== undefined}
        onCheckedChange={(checked) => setPath(from.key, to.key, checked === true ? [] : null)}
      >
        {t(path ? 'workflow.open' : 'workflow.closed')}
      </Checkbox>
      {path ? (
        <Box paddingTop={2}>
          <MultiSelect
            size="S"
            aria-label={t('workflow.path-roles', names)}
            placeholder={t('workflow.everybody')}
            value={path.roles}
            onChange={(codes) => setPath(from.key, to.key, codes)}
            customizeContent={(codes = []) => codes.map(nameOf).join(', ')}
          >
            {roles.map(({ code, name }) => (
              <MultiSelectOption key={code} value={code}>
                {name}
              </MultiSelectOption>
            ))}
          </MultiSelect>
        </Box>
      ) : null}
    </Box>
  );
};
