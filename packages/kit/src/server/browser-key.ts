import { randomBytes } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { rowsOf } from './site-rows';

/** `<prefix>_browser_keys`. Content type `browser-key` of the plugin. */
export const browserKeyContentType = (_pluginId: string, prefix: string) =>
  ({
    kind: 'collectionType',
    collectionName: `${prefix}_browser_keys`,
    info: { singularName: 'browser-key', pluralName: 'browser-keys', displayName: 'Browser key' },
    options: { draftAndPublish: false },
    pluginOptions: {
      'content-manager': { visible: false },
      'content-type-builder': { visible: false },
    },
    attributes: {
      site: { type: 'integer', required: true, default: 0 },
      label: { type: 'string', required: true, maxLength: 100 },
      key: { type: 'string', required: true, maxLength: 64, column: { unique: true } },
      /** The key before the last rotation: pages that are open still use it. */
      formerKey: { type: 'string', maxLength: 64 },
      formerUntil: { type: 'datetime' },
      origins: { type: 'json' },
      revokedAt: { type: 'datetime' },
      isSample: { type: 'boolean', default: false },
    },
  }) as const;

export type BrowserKey = {
  id: number;
  site: number;
  label: string;
  key: string;
  origins: string[];
  revokedAt: string | null;
  createdAt: string;
};

type Row = BrowserKey & { formerKey: string | null; formerUntil: string | null };

const GRACE_MS = 7 * 24 * 60 * 60 * 1000;
const CACHE_MS = 5000;

export type BrowserKeys = ReturnType<typeof createBrowserKeys>;

/**
 * One publishable key a site for what a front end sends: events, vitals, assignments. It is no
 * secret and opens no content; it says which site is meant, and other people's pages cannot use
 * it, because browsers tell the origin.
 */
export function createBrowserKeys({
  strapi,
  uid,
  now = () => Date.now(),
}: {
  strapi: Core.Strapi;
  uid: string;
  now?: () => number;
}) {
  const rows = () => rowsOf<Row>(strapi, uid);
  let known: { at: number; byKey: Promise<Map<string, Row>> } | null = null;

  /** Of all sites: the caller has none before his key is read. */
  function byKey(): Promise<Map<string, Row>> {
    if (known && now() - known.at < CACHE_MS) return known.byKey;
    const loading = strapi.db
      .query(uid as never)
      .findMany({ where: { revokedAt: { $null: true } } })
      .then((found: Row[]) => {
        const isFormerGood = (row: Row) =>
          row.formerKey !== null && Date.parse(row.formerUntil ?? '') > now();
        const former = found.filter(isFormerGood).map((row) => [row.formerKey ?? '', row] as const);
        return new Map([...former, ...found.map((row) => [row.key, row] as const)]);
      });
    known = { at: now(), byKey: loading };
    loading.catch(() => {
      known = null;
    });
    return loading;
  }

  const newKey = () => `pk_${randomBytes(24).toString('base64url')}`;
  const forget = <T>(result: T): T => {
    known = null;
    return result;
  };

  return {
    list: () =>
      rows()
        .findMany({ orderBy: { id: 'asc' } })
        .then((found) => found.map(view)),

    async create(given: {
      site?: number;
      label: string;
      origins: readonly string[];
      isSample?: boolean;
    }): Promise<BrowserKey> {
      const origins = given.origins.map(normalizeOrigin);
      const row = await rows().create({ ...given, origins, key: newKey() });
      return forget(view(row));
    },

    /** A new key; the old one works for another week. */
    async rotate(id: number): Promise<BrowserKey | null> {
      const row = await rows().findOne({ id, revokedAt: { $null: true } });
      if (!row) return null;
      const formerUntil = new Date(now() + GRACE_MS);
      const data = { key: newKey(), formerKey: row.key, formerUntil };
      const changed = await rows().update({ id }, data);
      return forget(changed && view(changed));
    },

    /** From now on nobody uses it; other instances know within seconds. */
    async revoke(id: number): Promise<BrowserKey | null> {
      const row = await rows().update({ id }, { revokedAt: new Date(now()), formerKey: null });
      return forget(row && view(row));
    },

    /**
     * Whose key it is; null when it is nobody's or not for that origin.
     *
     * @param origin the Origin header. Programs and requests to the own origin send none; the key
     *   is public, so they may have it.
     */
    async verify({
      key,
      origin,
    }: {
      key: string | null | undefined;
      origin?: string | null;
    }): Promise<{ site: number; keyId: number } | null> {
      const row = key ? (await byKey()).get(key) : undefined;
      if (!row || (origin && !isOriginAllowed(origin, row.origins))) return null;
      return { site: row.site, keyId: row.id };
    },
  };
}

const view = ({ id, site, label, key, origins, revokedAt, createdAt }: Row): BrowserKey => ({
  id,
  site,
  label,
  key,
  origins,
  revokedAt,
  createdAt,
});

const WILDCARD = /^(https?:\/\/)\*\.(.+)$/;

/** @throws ValidationError with a sentence for what is no origin. `*` means every website. */
export function normalizeOrigin(text: string): string {
  const value = text.trim().toLowerCase();
  if (value === '*') return value;
  const host = value.replace(WILDCARD, '$1$2');
  const url = URL.canParse(host) ? new URL(host) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.href !== `${url.origin}/`) {
    throw new errors.ValidationError(
      `“${text}” is not the origin of a website. It looks like https://www.example.com.`,
      { code: 'BAD_ORIGIN' },
    );
  }
  return WILDCARD.test(value) ? url.origin.replace('://', '://*.') : url.origin;
}

export function isOriginAllowed(origin: string, allowed: readonly string[]): boolean {
  const given = origin.toLowerCase();
  return allowed.some((pattern) => {
    if (pattern === '*' || pattern === given) return true;
    const [, scheme = '', rest = ''] = WILDCARD.exec(pattern) ?? [];
    return rest !== '' && given.startsWith(scheme) && given.endsWith(`.${rest}`);
  });
}

/** Who keeps browser keys, the first one makes new ones. */
const KEEPERS = ['personalization', 'ai-optimizer', 'performance-monitor'];

/**
 * The keys of whichever plugins are there, as one: a key that was made while another plugin kept
 * them still works. Null where none of them is installed.
 */
export function findBrowserKeys(strapi: Core.Strapi): BrowserKeys | null {
  const services = KEEPERS.filter((id) => id in strapi.plugins)
    .filter((id) => 'browser-keys' in strapi.plugin(id).services)
    .map((id) => strapi.plugin(id).service<BrowserKeys>('browser-keys'));
  const [first] = services;
  if (!first) return null;
  return {
    ...first,
    async verify(given) {
      for (const keys of services) {
        const found = await keys.verify(given);
        if (found) return found;
      }
      return null;
    },
  };
}
