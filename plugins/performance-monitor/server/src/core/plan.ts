import type { PlanLine } from '../../../shared/contracts/health';

type PgNode = {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  Filter?: string;
  'Plan Rows'?: number;
  'Total Cost'?: number;
  Plans?: PgNode[];
};

/** EXPLAIN (FORMAT JSON) of PostgreSQL, as lines. Values in filters are cut out. */
export function readPostgresPlan(json: unknown): PlanLine[] {
  const [first] = (typeof json === 'string' ? JSON.parse(json) : json) as { Plan: PgNode }[];
  const lines: PlanLine[] = [];
  const walk = (node: PgNode, depth: number) => {
    const on = node['Relation Name'] ? ` on ${node['Relation Name']}` : '';
    const by = node['Index Name'] ? ` by ${node['Index Name']}` : '';
    const rows = node['Plan Rows'] === undefined ? '' : `, about ${node['Plan Rows']} rows`;
    const filter = node.Filter ? `, filter ${withoutValues(node.Filter)}` : '';
    lines.push({
      depth,
      text: `${node['Node Type']}${on}${by}${rows}${filter}`,
      isScan: node['Node Type'] === 'Seq Scan',
    });
    node.Plans?.forEach((child) => walk(child, depth + 1));
  };
  if (first) walk(first.Plan, 0);
  return lines;
}

const withoutValues = (filter: string) => filter.replaceAll(/'(?:[^']|'')*'/g, '?');

/** EXPLAIN QUERY PLAN of SQLite: rows with `id`, `parent` and `detail`. */
export function readSqlitePlan(rows: { id: number; parent: number; detail: string }[]): PlanLine[] {
  const depths = new Map<number, number>([[0, -1]]);
  return rows.map(({ id, parent, detail }) => {
    const depth = (depths.get(parent) ?? -1) + 1;
    depths.set(id, depth);
    return { depth, text: detail, isScan: /^SCAN (?!.*USING (COVERING )?INDEX)/.test(detail) };
  });
}

/** EXPLAIN of MySQL and MariaDB: a row a table. */
export function readMysqlPlan(rows: Record<string, unknown>[]): PlanLine[] {
  const text = (value: unknown) =>
    typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  return rows.map((row) => ({
    depth: 0,
    text: [
      text(row.table),
      text(row.type),
      text(row.key) || 'no index',
      `${text(row.rows)} rows`,
      text(row.Extra),
    ]
      .filter(Boolean)
      .join(', '),
    isScan: row.type === 'ALL',
  }));
}

/** Where an index could help: a table that is read from end to end, and what it is filtered by. */
export function indexHints(lines: readonly PlanLine[], sql: string): string[] {
  const hints = lines.flatMap((line) => {
    if (!line.isScan) return [];
    const table = /(?:on|SCAN) ([\w.]+)|^([\w.]+),/.exec(line.text);
    const name = table?.[1] ?? table?.[2];
    if (!name) return [];
    const columns = filteredColumns(sql, name);
    return [columns.length > 0 ? `${name}: ${columns.join(', ')}` : name];
  });
  return [...new Set(hints)];
}

/** Columns behind `where`, `and`, `or` and `order by` that name the table or its alias. */
function filteredColumns(sql: string, table: string): string[] {
  const alias = new RegExp(`\\b${table}(?: as)? (\\w+)`).exec(sql)?.[1];
  const owner =
    alias && !['where', 'left', 'inner', 'join', 'order', 'limit', 'group', 'on'].includes(alias)
      ? alias
      : table;
  const behind = sql.slice(Math.max(0, sql.search(/\b(where|order by)\b/)));
  const found = [
    ...behind.matchAll(new RegExp(`(?:\\b${owner}\\.)(\\w+) ?(?:=|<|>|like|in|is|asc|desc)`, 'g')),
  ];
  return [...new Set(found.flatMap((match) => match[1] ?? []))].slice(0, 4);
}
