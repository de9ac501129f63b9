import type { Core } from '@strapi/strapi';
import { listSites, NO_SITE, siteScope } from 'suite-kit/server';
import type { WindowQuery } from '../../../shared/contracts/health';
import { sampleFilter, type SampleFilter } from '../core/sample-filter';
import type { Series } from '../core/frame';
import { windowOf, type Window } from '../core/windows';
import { errors } from '../errors';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
const KEPT_MS = 730 * 24 * HOUR_MS;

export type Scope = {
  window: Window;
  /** Milliseconds of the window's points. */
  times: number[];
  /** Sites whose figures count; undefined: all, the process included. */
  sites: readonly number[] | undefined;
  contentType: string | undefined;
};

/** Which figures a request may see and asks for. @throws SITE_NOT_FOUND for a site it may not see. */
export async function scopeOf(
  strapi: Core.Strapi,
  query: WindowQuery,
  now: number,
): Promise<Scope> {
  // Nothing is kept longer than two years, and nothing is known of tomorrow.
  const to = Math.min(query.to ?? now, now + HOUR_MS);
  const from = Math.max(query.from ?? to - HOUR_MS, now - KEPT_MS);
  const window = windowOf({
    from: Math.floor(from / MINUTE_MS),
    to: Math.ceil(to / MINUTE_MS),
    now: Math.floor(now / MINUTE_MS),
    ...(query.step !== undefined && { step: query.step / 60 }),
  });
  const count = Math.round((window.to - window.from) / window.step);
  return {
    window,
    times: Array.from({ length: count }, (_, at) => (window.from + at * window.step) * MINUTE_MS),
    sites: await sitesOf(strapi, query.site),
    contentType: query.contentType,
  };
}

/** Rows written while there were no sites belong to the default one. */
async function sitesOf(strapi: Core.Strapi, asked?: number): Promise<number[] | undefined> {
  const scope = siteScope(strapi);
  if (scope.kind === 'single') return undefined;
  if (scope.kind === 'site') {
    if (asked !== undefined && asked !== scope.number) throw errors.SITE_NOT_FOUND();
    return scope.isDefault ? [scope.number, NO_SITE] : [scope.number];
  }
  if (asked === undefined) return undefined;
  const site = (await listSites(strapi)).find(({ number }) => number === asked);
  if (!site) throw errors.SITE_NOT_FOUND();
  return site.isDefault ? [site.number, NO_SITE] : [site.number];
}

export function filterFor(
  strapi: Core.Strapi,
  { sites, contentType }: Pick<Scope, 'sites' | 'contentType'>,
  more: SampleFilter & { tablesOf?: (fingerprint: string) => readonly string[] } = {},
): (series: Series) => boolean {
  const { tablesOf, ...rest } = more;
  const table = contentType === undefined ? undefined : tableOf(strapi, contentType);
  return sampleFilter({
    ...rest,
    ...(sites && { sites }),
    ...(contentType !== undefined && { contentType }),
    touches: (fingerprint) =>
      table !== undefined && (tablesOf?.(fingerprint) ?? []).some((name) => belongsTo(name, table)),
  });
}

/** A type's own table, its links and its components: `articles`, `articles_tags_lnk`, `articles_cmps`. */
const belongsTo = (name: string, table: string) =>
  name === table || (name.startsWith(`${table}_`) && /_(lnk|cmps)$/.test(name));

function tableOf(strapi: Core.Strapi, uid: string): string | undefined {
  return strapi.db.metadata.has(uid) ? strapi.db.metadata.get(uid).tableName : undefined;
}

/** Tables of content that people know, by name. */
export function tablesOfContent(strapi: Core.Strapi): Map<string, string> {
  const uids = Object.keys(strapi.contentTypes).filter((uid) => uid.startsWith('api::'));
  return new Map(
    uids.flatMap((uid) => {
      const table = tableOf(strapi, uid);
      return table === undefined ? [] : [[table, uid] as const];
    }),
  );
}
