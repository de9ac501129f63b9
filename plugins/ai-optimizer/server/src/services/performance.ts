import type { Core } from '@strapi/strapi';
import { rowsOf } from 'suite-kit/server';
import { UID } from '../../../shared/plugin';
import type { EntryRef } from './entries';

type Row = {
  entryUid: string;
  entryDocumentId: string;
  entryLocale: string;
  day: string;
  impressions: number;
  clicks: number;
  goals: number;
};

const DAY_MS = 86_400_000;
const RECENT_DAYS = 28;
const MAX_ROWS = 100_000;

/** How entries do: daily figures of visits and what visitors did. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const rows = () => rowsOf<Row>(strapi, UID.performance);
  const since = (days: number) => new Date(Date.now() - days * DAY_MS).toISOString().slice(0, 10);

  return {
    /** Of the last weeks, by `uid documentId locale`. */
    async recent(documentIds?: readonly string[]) {
      const where = {
        day: { $gte: since(RECENT_DAYS) },
        ...(documentIds ? { entryDocumentId: { $in: [...documentIds] } } : {}),
      };
      const select = [
        'entryUid',
        'entryDocumentId',
        'entryLocale',
        'impressions',
        'clicks',
        'goals',
      ];
      const found = await rows().findMany({ where, select, limit: MAX_ROWS });
      const sums = new Map<string, { impressions: number; actions: number }>();
      for (const row of found) {
        const key = `${row.entryUid} ${row.entryDocumentId} ${row.entryLocale}`;
        const sum = sums.get(key) ?? { impressions: 0, actions: 0 };
        sum.impressions += row.impressions;
        sum.actions += row.clicks + row.goals;
        sums.set(key, sum);
      }
      return sums;
    },

    async ofEntry({ uid, documentId, locale }: EntryRef) {
      const found = await rows().findMany({
        where: {
          entryUid: uid,
          entryDocumentId: documentId,
          entryLocale: locale,
          day: { $gte: since(90) },
        },
        orderBy: { day: 'asc' },
        limit: 90,
      });
      return found.map(({ day, impressions, clicks, goals }) => ({
        day,
        impressions,
        clicks,
        goals,
      }));
    },
  };
};
