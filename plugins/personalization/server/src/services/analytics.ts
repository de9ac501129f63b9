import type { Core } from '@strapi/strapi';
import { siteNumberFor } from 'suite-kit/server';
import { readEvents } from 'suite-kit/shared';
import type { ImportResult, IntakeFigures } from '../../../shared/contracts/analytics';
import { service } from './service';
import type { CounterRow } from './types';

const NAMES = ['stored', 'refused', 'bots', 'no-consent', 'forwarded', 'forward-failed'];

/** What came in, and history from elsewhere. */
const analytics = ({ strapi }: { strapi: Core.Strapi }) => ({
  async figures(): Promise<IntakeFigures> {
    const rows = await service(strapi, 'counters').read(NAMES);
    const sum = (name: string, day?: string) =>
      rows
        .filter((row: CounterRow) => row.name === name && (day === undefined || row.day === day))
        .reduce((total, { value }) => total + value, 0);
    const { waiting, limit, dropped } = service(strapi, 'intake').stats();
    return {
      queue: { waiting, limit, dropped },
      days: [...new Set(rows.map(({ day }) => day))].map((day) => ({
        day,
        stored: sum('stored', day),
        refused: sum('refused', day),
        bots: sum('bots', day),
        noConsent: sum('no-consent', day),
      })),
      forwarded: { sent: sum('forwarded'), failed: sum('forward-failed') },
    };
  },

  /** Lines of a file, a few hundred at a time; the same lines twice are stored once. */
  async importLines(lines: readonly unknown[], site?: number): Promise<ImportResult> {
    const number = siteNumberFor(strapi, site);
    const { events, refused } = readEvents(lines);
    const intake = service(strapi, 'intake');
    let stored = 0;
    for (let at = 0; at < events.length; at += 100) {
      stored += await intake.writeSite(
        number,
        events
          .slice(at, at + 100)
          .map((event) => ({ site: number, event, isRefused: false, isBrowser: false })),
      );
    }
    return {
      stored,
      known: events.length - stored,
      refused: refused.map(({ index, reason }) => ({ line: index, reason })),
    };
  },
});

export default analytics;
