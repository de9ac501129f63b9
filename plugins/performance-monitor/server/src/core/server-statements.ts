import type { ServerStatement } from '../../../shared/contracts/health';
import { fingerprintOf } from './fingerprint';

/** A row of pg_stat_statements; numbers come as text. */
export type TakenDown = {
  query: string;
  calls: string | number;
  total_ms: number;
  rows: string | number;
  blocks_hit: string | number;
  blocks_read: string | number;
};

/** What content is made of; the rest (`set`, `create role … password`) concerns nobody here. */
const SHOWN = new Set(['select', 'insert', 'update', 'delete', 'with']);

/**
 * The server's own list as we show it: without values, equal statements as one, the one that cost
 * the most time first. Statements of others, which this user may not read, are left out.
 */
export function serverStatements(taken: readonly TakenDown[], most: number): ServerStatement[] {
  const found = new Map<string, ServerStatement>();
  for (const row of taken) {
    const { id, sql, verb, tables } = fingerprintOf(row.query, 'postgres');
    if (!SHOWN.has(verb)) continue;
    const known = found.get(id) ?? {
      fingerprint: id,
      sql,
      verb,
      tables,
      calls: 0,
      totalMs: 0,
      rows: 0,
      blocksHit: 0,
      blocksRead: 0,
    };
    found.set(id, {
      ...known,
      calls: known.calls + Number(row.calls),
      totalMs: known.totalMs + row.total_ms,
      rows: known.rows + Number(row.rows),
      blocksHit: known.blocksHit + Number(row.blocks_hit),
      blocksRead: known.blocksRead + Number(row.blocks_read),
    });
  }
  return [...found.values()].sort((a, b) => b.totalMs - a.totalMs).slice(0, most);
}
