import type { Core } from '@strapi/strapi';
import type { ReportEntry } from '../../../shared/contracts/isolation';
import { PLUGIN_ID } from '../../../shared/plugin';
import type { Finding } from '../isolation/guard';
import { routeOf } from '../isolation/strapi-parts';

const SUGGESTIONS: Record<ReportEntry['kind'], string> = {
  'no-site':
    'This code reads site content before the request has a site. Move it behind a route of Strapi, or run it with runInSite or runUnscoped.',
  'raw-sql':
    'Raw SQL cannot be narrowed to a site. Use strapi.documents or strapi.db.query, or run it with runUnscoped on purpose.',
  'foreign-link': 'A link leads to an entry of another site. Copy the entry, or share it.',
  'unscoped-write':
    'New content is written outside any site. Run it with runInSite, so that it lands on one.',
};

/**
 * What report mode saw, and what enforce mode let pass with a warning: each place once, with a
 * count. Kept in memory, per instance: it is a work list, not a record.
 */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const maxEntries: number = strapi.config.get(`plugin::${PLUGIN_ID}.reportMaxEntries`);
  const entries = new Map<string, ReportEntry>();
  let unscopedWrites = 0;

  return {
    list: (): ReportEntry[] =>
      [...entries.values()].sort((a, b) => b.lastSeenAt.localeCompare(a.lastSeenAt)),
    unscopedWrites: () => unscopedWrites,
    clear() {
      entries.clear();
      unscopedWrites = 0;
    },

    add({ kind, table }: Finding) {
      if (kind === 'unscoped-write') unscopedWrites += 1;
      const route = describeRequest(strapi);
      const key = `${kind} ${table} ${route}`;
      const known = entries.get(key);
      if (known) {
        known.count += 1;
        known.lastSeenAt = new Date().toISOString();
        return;
      }
      if (entries.size >= maxEntries) return;
      const origin = findOrigin(new Error().stack ?? '');
      const suggestion = SUGGESTIONS[kind];
      const lastSeenAt = new Date().toISOString();
      entries.set(key, { kind, table, route, origin, count: 1, lastSeenAt, suggestion });
      const place = origin ? ` at ${origin}` : '';
      strapi.log.warn(`[${PLUGIN_ID}] ${kind} on ${table}, ${route}${place}. ${suggestion}`);
    },
  };
};

function describeRequest(strapi: Core.Strapi): string {
  const ctx = strapi.requestContext.get();
  if (!ctx) return 'outside a request';
  const path = routeOf(ctx)?.path ?? ctx.path;
  return `${ctx.method} ${path}`;
}

/** The first line of the app's own code in a stack, relative to where the app was started. */
export function findOrigin(stack: string): string | null {
  const line = stack
    .split('\n')
    .slice(1)
    .find((text) => !/node_modules|node:|plugins[/\\]multi-site|\(<anonymous>\)/.test(text));
  const place = line?.match(/\(?([^\s()]+:\d+):\d+\)?$/)?.[1];
  return place ? place.replace(`${process.cwd()}/`, '') : null;
}
