import { Checkbox, Flex, Typography } from '@strapi/design-system';
import { Table } from '@strapi/strapi/admin';
import { RelativeTime, SiteCell, useSiteHeaders } from 'suite-kit/admin';
import type { Conflict } from '../../../../shared/contracts/conflicts';
import { TextLink } from '../../components/TextLink';
import { valueText } from '../../components/value-text';
import { PATHS } from '../../paths';
import { useTexts, type TextId } from '../../texts';

type Props = {
  conflicts: Conflict[];
  selected: string[];
  /** Null where nothing can be chosen. */
  onSelect: ((ids: string[]) => void) | null;
};

export const ConflictsTable = ({ conflicts, selected, onSelect }: Props) => {
  const t = useTexts();
  const headers = [
    ...(onSelect ? [{ name: 'select', label: t('conflicts.column.select') }] : []),
    { name: 'entry', label: t('conflicts.column.entry') },
    ...useSiteHeaders(),
    { name: 'field', label: t('conflicts.column.field') },
    { name: 'here', label: t('conflicts.column.here') },
    { name: 'there', label: t('conflicts.column.there') },
    { name: 'source', label: t('conflicts.column.source') },
    { name: 'since', label: t('conflicts.column.since') },
  ];
  const toggle = (id: string) =>
    onSelect?.(selected.includes(id) ? selected.filter((item) => item !== id) : [...selected, id]);

  return (
    <Table.Root rows={conflicts} headers={headers}>
      <Table.Content>
        <Table.Head>
          {headers.map((header) => (
            <Table.HeaderCell key={header.name} {...header} />
          ))}
        </Table.Head>
        <Table.Body>
          {conflicts.map((conflict) => (
            <Table.Row key={conflict.id}>
              {onSelect ? (
                <Table.Cell>
                  <Checkbox
                    aria-label={t('conflicts.select', {
                      title: conflict.title,
                      field: conflict.path,
                    })}
                    checked={selected.includes(conflict.id)}
                    onCheckedChange={() => toggle(conflict.id)}
                  />
                </Table.Cell>
              ) : null}
              <Table.Cell>
                <Flex direction="column" alignItems="flex-start">
                  <TextLink to={PATHS.conflict(conflict.id)}>
                    {conflict.title || conflict.documentId}
                  </TextLink>
                  <Typography variant="pi" textColor="neutral600">
                    {[conflict.typeLabel, conflict.locale].filter(Boolean).join(', ')}
                  </Typography>
                </Flex>
              </Table.Cell>
              <SiteCell site={conflict.site} />
              <Table.Cell>
                <Typography textColor="neutral800">
                  {conflict.path || t(`kind.${conflict.kind}` as TextId)}
                </Typography>
              </Table.Cell>
              <Table.Cell>
                <Short value={conflict.local} />
              </Table.Cell>
              <Table.Cell>
                <Short value={conflict.remote} />
              </Table.Cell>
              <Table.Cell>
                <Typography textColor="neutral800">{conflict.sourceName}</Typography>
              </Table.Cell>
              <Table.Cell>
                <Typography textColor="neutral800">
                  {conflict.resolvedAt ? (
                    <RelativeTime value={conflict.resolvedAt} />
                  ) : (
                    <RelativeTime value={conflict.createdAt} />
                  )}
                </Typography>
              </Table.Cell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table.Content>
    </Table.Root>
  );
};

const Short = ({ value }: { value: unknown }) => (
  <Typography textColor="neutral800" ellipsis maxWidth="20rem">
    {valueText(value) || '–'}
  </Typography>
);
