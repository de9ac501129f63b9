import type { Core } from '@strapi/strapi';
import { PLUGIN_ID, UID } from '../../../shared/plugin';
import type { RowHead } from '../core/windows';
import { unpack } from './figures-codec';

export type Head = RowHead & { isSample: boolean | null };
export type Stored = Head & { data: string };

const READ_AT_ONCE = 400;
const HEAD = ['id', 'minute', 'resolution', 'throughId', 'isSample'];

/** The rows figures stand in: what is known of them at a glance, and what is in them. */
export function figureRows(strapi: Core.Strapi) {
  const rows = () => strapi.db.query(UID.bucket);

  return {
    rows,

    async headsOf(where: Record<string, unknown>): Promise<Head[]> {
      const found: Head[] = await rows().findMany({
        where,
        select: HEAD,
        orderBy: { id: 'asc' },
      });
      return found.map(withThroughId);
    },

    async dataOf(ids: readonly number[]): Promise<Stored[]> {
      const found: Stored[] = [];
      for (let at = 0; at < ids.length; at += READ_AT_ONCE) {
        const part: Stored[] = await rows().findMany({
          where: { id: { $in: ids.slice(at, at + READ_AT_ONCE) } },
          select: [...HEAD, 'data'],
        });
        found.push(...part.map(withThroughId));
      }
      return found;
    },

    /** One unreadable row must not take all others away; what can be read of it counts. */
    addRow(row: Stored, wanted: Parameters<typeof unpack>[1]): void {
      try {
        unpack(row.data, wanted);
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        strapi.log.warn(`[${PLUGIN_ID}] Figures of row ${row.id} cannot be read: ${reason}`);
      }
    },
  };
}

/** What an instance wrote is known by its own id; minutes packed since keep the highest. */
const withThroughId = <Row extends Head>(row: Row): Row =>
  row.resolution === 1 ? { ...row, throughId: row.throughId || row.id } : row;
