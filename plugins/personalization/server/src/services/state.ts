import { createHmac, randomBytes } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import {
  listSites,
  naturalKey,
  NO_SITE,
  runUnscoped,
  siteNumberFor,
  siteScope,
  type SiteRef,
} from 'suite-kit/server';
import { DEFAULT_SETTINGS, type Settings } from '../../../shared/contracts/settings';
import { PLUGIN_ID, UID } from '../../../shared/plugin';
import { refreshOverlays, type OverlayRecord } from '../adapters/overlay-layer';
import { safeRegex } from '../adapters/safe-regex';
import { keySpecOf, type KeySpec } from '../core/cache-key';
import { buildEngine, touchedType, type Engine, type EngineRule } from '../core/rule-engine';
import type { AudienceRow, RuleRow, SettingRow } from './types';

export type SiteState = {
  site: number;
  settings: Settings;
  /** Key of pseudonyms and tokens. */
  secret: string;
  timeZone: string;
  engine: Engine;
  entryOf(variant: string): string | null;
  /** Rules in force that can change answers of a content type. */
  touching(uid: string): readonly EngineRule[];
  keySpec(rules: readonly EngineRule[]): KeySpec;
};

const NOBODY: readonly EngineRule[] = [];

/**
 * What requests decide by, in memory: rules, audiences, variants and settings of every site,
 * compiled. Requests never ask the database for it. Changes of this instance are taken in at
 * once, those of others within `stateMaxAgeMs`.
 */
const state = ({ strapi }: { strapi: Core.Strapi }) => {
  let states = new Map<number, SiteState>();
  let stamp = '';
  let timer: NodeJS.Timeout | null = null;
  let loading: Promise<void> | null = null;

  const all = <Row>(uid: string, where: object = {}) =>
    strapi.db.query(uid).findMany({ where, orderBy: { id: 'asc' }, limit: 5_000 }) as Promise<
      Row[]
    >;

  async function stampOfTables(): Promise<string> {
    const uids = [UID.rule, UID.audience, UID.variant, UID.setting];
    const rows = await Promise.all(
      uids.map((uid) =>
        strapi.db
          .connection(strapi.db.metadata.get(uid).tableName)
          .count({ count: '*' })
          .max({ id: 'id', changed: 'updated_at' })
          .first(),
      ),
    );
    const sites = (await listSites(strapi)).map(({ number, isDefault, timeZone }) => [
      number,
      isDefault,
      timeZone,
    ]);
    return JSON.stringify([rows, sites]);
  }

  async function load() {
    const sites = await listSites(strapi);
    const [rules, audiences, variants, settings] = await Promise.all([
      all<RuleRow>(UID.rule, { state: 'active' }),
      all<AudienceRow>(UID.audience),
      all<OverlayRecord>(UID.variant),
      all<SettingRow>(UID.setting),
    ]);
    const numbers = sites.length > 0 ? sites.map(({ number }) => number) : [NO_SITE];
    const next = new Map<number, SiteState>();
    const ofAll = settings.find(({ site }) => site === NO_SITE) ?? (await makeSetting());
    for (const number of numbers) {
      const site = sites.find((one) => one.number === number);
      const own = <R extends { site: number }>(rows: R[]) =>
        rows.filter((row) => belongsTo(row.site, { number, sites }));
      const setting = settings.find(({ site: of }) => of === number) ?? own([ofAll])[0];
      next.set(
        number,
        buildState({
          number,
          site,
          data: setting?.data ?? {},
          secret: setting?.secret ?? secretOf(ofAll.secret, number),
          rules: own(rules),
          audiences: own(audiences),
          variants: own(variants),
        }),
      );
    }
    states = next;
    // Which variants are shown by some rule is known there from the last time.
    refreshOverlays(strapi);
  }

  /** The installation's key. A site has a row of its own once somebody saves its settings. */
  async function makeSetting(): Promise<SettingRow> {
    const key = naturalKey(['setting', NO_SITE]);
    const query = strapi.db.query(UID.setting);
    try {
      return await query.create({
        data: { site: NO_SITE, key, data: {}, secret: randomBytes(32).toString('base64url') },
      });
    } catch (error) {
      // Another instance was first.
      const row = (await query.findOne({ where: { key } })) as SettingRow | null;
      if (row) return row;
      throw error;
    }
  }

  function reload(): Promise<void> {
    loading ??= runUnscoped(strapi, async () => {
      stamp = await stampOfTables();
      await load();
    }).finally(() => {
      loading = null;
    });
    return loading;
  }

  function of(site: number): SiteState | null {
    return states.get(site) ?? (site === NO_SITE ? ([...states.values()][0] ?? null) : null);
  }

  function currentNumber(): number | null {
    const scope = siteScope(strapi);
    if (scope.kind === 'network') return null;
    return scope.kind === 'site' ? scope.number : siteNumberFor(strapi);
  }

  async function look() {
    if ((await runUnscoped(strapi, stampOfTables)) !== stamp) await reload();
  }

  return {
    async start(maxAgeMs: number) {
      await reload();
      timer = setInterval(() => {
        look().catch((error: unknown) => {
          strapi.log.warn(`[${PLUGIN_ID}] Rules could not be read again: ${String(error)}`);
        });
      }, maxAgeMs);
      timer.unref();
    },
    stop() {
      if (timer) clearInterval(timer);
      timer = null;
    },
    /** After a change made here; a load that began before it does not count. */
    async changed() {
      await loading;
      await reload();
    },
    /** State of the request's site; null in the network view, which is no site. */
    current(): SiteState | null {
      const number = currentNumber();
      return number === null ? null : (states.get(number) ?? null);
    },
    /** State of the site that a row carries. */
    of,
    /** The same for a site that may have been made a moment ago. */
    async fresh(site: number): Promise<SiteState | null> {
      if (!of(site)) await reload();
      return of(site);
    },
    /** State of the request's site, which may have been made a moment ago. */
    async now(): Promise<SiteState | null> {
      const number = currentNumber();
      if (number === null) return null;
      if (!states.has(number)) await reload();
      return states.get(number) ?? null;
    },
    all: () => [...states.values()],
  };
};

function belongsTo(site: number, { number, sites }: { number: number; sites: SiteRef[] }): boolean {
  if (site === number) return true;
  const isDefault = sites.find((one) => one.number === number)?.isDefault ?? sites.length < 2;
  return site === NO_SITE && isDefault;
}

function buildState({
  number,
  site,
  data,
  secret,
  rules,
  audiences,
  variants,
}: {
  number: number;
  site: SiteRef | undefined;
  data: Record<string, unknown>;
  secret: string;
  rules: RuleRow[];
  audiences: AudienceRow[];
  variants: OverlayRecord[];
}): SiteState {
  const settings = { ...DEFAULT_SETTINGS, ...data };
  const entries = new Map(
    variants.map((row) => [
      `audience.${row.id}`,
      `${row.entryUid}:${row.entryDocumentId}:${row.entryLocale ?? ''}`,
    ]),
  );
  const entryOf = (variant: string) => entries.get(variant) ?? null;
  const engine = buildEngine({
    rules: rules.filter(hasConditions).map(toEngineRule),
    audiences: audiences
      .filter(hasConditions)
      .map(({ key, conditions }) => ({ key, match: conditions.match })),
    regex: safeRegex,
    entryOf,
  });
  const byType = new Map<string, EngineRule[]>();
  for (const rule of engine.rules) {
    const types = new Set(rule.actions.map((action) => touchedType(action, entryOf)));
    for (const uid of types) if (uid) byType.set(uid, [...(byType.get(uid) ?? []), rule]);
  }
  const specs = new Map<string, KeySpec>();
  return {
    site: number,
    settings,
    secret,
    timeZone: site?.timeZone ?? 'UTC',
    engine,
    entryOf,
    touching: (uid) => byType.get(uid) ?? NOBODY,
    keySpec(used) {
      const id = used.map((rule) => rule.id).join();
      const known = specs.get(id);
      if (known) return known;
      const spec = keySpecOf(used, engine.audiences, {
        regex: safeRegex,
        holdout: settings.holdout,
      });
      specs.set(id, spec);
      return spec;
    },
  };
}

/** A site's own key, until it has one of its own: nobody of another site can be told by it. */
const secretOf = (secret: string, site: number) =>
  createHmac('sha256', secret).update(`site ${site}`).digest('base64url');

/** A row that something else wrote, without conditions, fits nobody: it must not stop a boot. */
const hasConditions = (row: { conditions: unknown }) => row.conditions !== null;

export const toEngineRule = (row: RuleRow): EngineRule => ({
  id: row.documentId,
  name: row.ruleName,
  priority: row.priority,
  match: row.conditions.match,
  audiences: row.audiences,
  actions: row.actions,
  from: row.schedule.from ? Date.parse(row.schedule.from) : null,
  to: row.schedule.to ? Date.parse(row.schedule.to) : null,
  coverage: row.coverage,
});

export default state;
