import { Box, Typography } from '@strapi/design-system';
import { Table } from '@strapi/strapi/admin';
import { Card } from 'suite-kit/admin';
import type { TypeMapping } from '../../../../shared/contracts/mappings';
import { mappingText } from '../../components/steps-text';
import { useListFederationTypesQuery } from '../../services/sources';
import { useTexts } from '../../texts';

/** Which field comes from where, and who wins there. */
export const MappingsCard = ({ mappings }: { mappings: TypeMapping[] }) => {
  const t = useTexts();
  const { data: types = [] } = useListFederationTypesQuery();
  const nameOf = (uid: string) => types.find((type) => type.uid === uid)?.label ?? uid;
  const headers = [
    { name: 'field', label: t('mapping.column.field') },
    { name: 'from', label: t('mapping.column.from') },
    { name: 'rule', label: t('mapping.column.rule') },
  ];
  return (
    <Card title={t('mapping.title')}>
      {mappings.map((mapping) => (
        <Box key={`${mapping.remoteType}${mapping.uid}`} paddingBottom={4}>
          <Typography tag="h3" fontWeight="semiBold" paddingBottom={2}>
            {t('mapping.of', { from: mapping.remoteType, to: nameOf(mapping.uid) })}
          </Typography>
          <Table.Root
            rows={mapping.fields.map((field) => ({ ...field, id: field.field }))}
            headers={headers}
          >
            <Table.Content>
              <Table.Head>
                {headers.map((header) => (
                  <Table.HeaderCell key={header.name} {...header} />
                ))}
              </Table.Head>
              <Table.Body>
                {mapping.fields.map((field) => (
                  <Table.Row key={field.field}>
                    <Table.Cell>
                      <Typography fontWeight="semiBold">{field.field}</Typography>
                    </Table.Cell>
                    <Table.Cell>
                      <Typography textColor="neutral800">{mappingText(field, t)}</Typography>
                    </Table.Cell>
                    <Table.Cell>
                      <Typography textColor="neutral800">
                        {t(field.rule ? `rule.${field.rule}` : 'rule.preset')}
                      </Typography>
                    </Table.Cell>
                  </Table.Row>
                ))}
              </Table.Body>
            </Table.Content>
          </Table.Root>
        </Box>
      ))}
    </Card>
  );
};
