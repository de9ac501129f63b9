import { Th, Thead, Tr, Typography } from '@strapi/design-system';
import { Table } from '@strapi/strapi/admin';

/** The head of one of Strapi's own tables, whose columns may sort. */
export const TableHeads = ({ headers }: { headers: { name: string; label: string }[] }) => (
  <Table.Head>
    {headers.map((header) => (
      <Table.HeaderCell key={header.name} {...header} />
    ))}
  </Table.Head>
);

/** The head of a plain table. */
export const PlainHeads = ({ labels }: { labels: string[] }) => (
  <Thead>
    <Tr>
      {labels.map((label) => (
        <Th key={label}>
          <Typography variant="sigma">{label}</Typography>
        </Th>
      ))}
    </Tr>
  </Thead>
);
