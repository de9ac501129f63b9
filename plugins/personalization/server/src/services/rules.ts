import type { Core } from '@strapi/strapi';
import { rowsOf } from 'suite-kit/server';
import { explainCondition } from 'suite-kit/shared';
import type { Rule, RuleAction, SaveRuleBody, Trace, Why } from '../../../shared/contracts/rules';
import { UID, type RuleState } from '../../../shared/plugin';
import type { RuleGroup } from '../../../shared/rule-tree';
import type { OverlayRecord } from '../adapters/overlay-layer';
import { safeRegex } from '../adapters/safe-regex';
import { isBelow, placeOf } from '../core/rule-engine';
import { errors } from '../errors';
import { checkedConditions } from './audiences';
import { service } from './service';
import { toEngineRule, type SiteState } from './state';
import type { RuleContent, RuleRow } from './types';

const KEPT_VERSIONS = 20;
type Filter = { q?: string | undefined; state?: RuleState | undefined };

/** Rules as editors work on them: drafts, order, versions, and what keeps one from working. */
const rules = ({ strapi }: { strapi: Core.Strapi }) => {
  const rows = rowsOf<RuleRow>(strapi, UID.rule);
  const state = () => service(strapi, 'state');
  const ORDER = [{ priority: 'desc' }, { id: 'asc' }];

  async function required(id: string): Promise<RuleRow> {
    const row = await rows.findOne({ documentId: id });
    if (!row) throw errors.RULE_NOT_FOUND();
    return row;
  }

  async function missingIn(
    actions: readonly RuleAction[],
    variants: ReadonlyMap<string, OverlayRecord>,
  ) {
    const missing: string[] = [];
    for (const action of actions) {
      if (action.type === 'showVariant' && !variants.has(action.variant)) missing.push('variant');
      const isEntry = action.type === 'hide' || action.type === 'pin';
      if (isEntry && !(await service(strapi, 'content').exists(action.uid, action.documentId))) {
        missing.push('entry');
      }
    }
    return [...new Set(missing)];
  }

  async function describe(found: readonly RuleRow[]): Promise<Rule[]> {
    const records = await rowsOf<OverlayRecord>(strapi, UID.variant).findMany({ limit: 2_000 });
    const variants = new Map(records.map((record) => [`audience.${record.id}`, record]));
    const all = await rows.findMany({ where: { state: 'active' }, orderBy: ORDER, limit: 1_000 });
    const entryOf = (id: string) => variants.get(id)?.entryDocumentId ?? null;
    const placesOf = ({ actions }: RuleRow) =>
      new Set(actions.flatMap((action) => placeOf(action, entryOf) ?? []));
    const sites = [...new Set(found.map(({ site }) => site))];
    const states = new Map<number, SiteState | null>();
    for (const site of sites) states.set(site, await state().fresh(site));
    const described: Rule[] = [];
    for (const row of found) {
      const own = placesOf(row);
      const above = all.filter(
        (other) =>
          other.site === row.site &&
          other.documentId !== row.documentId &&
          other.priority > row.priority,
      );
      const spec = states.get(row.site)?.keySpec([toEngineRule(row)]);
      described.push({
        id: row.documentId,
        name: row.ruleName,
        tree: row.conditions.tree,
        audiences: row.audiences,
        actions: row.actions,
        schedule: row.schedule,
        coverage: row.coverage,
        priority: row.priority,
        state: row.state,
        version: row.version,
        versions: (row.history ?? []).map(({ version, at, by, content }) => ({
          version,
          at,
          by,
          name: content.ruleName,
        })),
        site: row.site,
        isSample: row.isSample,
        missing: await missingIn(row.actions, variants),
        shadowedBy: above
          .filter((other) => [...placesOf(other)].some((place) => own.has(place)))
          .map(({ documentId, ruleName }) => ({ id: documentId, name: ruleName })),
        cacheKeys: spec?.isCacheable ? spec.count : null,
        updatedAt: row.updatedAt,
      });
    }
    return described;
  }

  const one = async (row: RuleRow | null): Promise<Rule> => {
    if (!row) throw errors.RULE_NOT_FOUND();
    const [rule] = await describe([row]);
    if (!rule) throw errors.RULE_NOT_FOUND();
    return rule;
  };

  const contentOf = (body: SaveRuleBody): RuleContent => ({
    ruleName: body.name,
    conditions: checkedConditions(body.tree as RuleGroup),
    actions: body.actions,
    audiences: body.audiences,
    schedule: body.schedule,
    coverage: body.coverage,
  });

  async function write(row: RuleRow, content: RuleContent, by: string): Promise<Rule> {
    const { ruleName, conditions, actions, audiences, schedule, coverage } = row;
    const former = { ruleName, conditions, actions, audiences, schedule, coverage };
    const entry = { version: row.version, at: row.updatedAt, by, content: former };
    if (row.state === 'active') await assertWorks(content);
    const updated = await rows.update(
      { documentId: row.documentId },
      {
        ...content,
        version: row.version + 1,
        history: [entry, ...(row.history ?? [])].slice(0, KEPT_VERSIONS),
      },
    );
    await state().changed();
    return one(updated);
  }

  /** A rule in force does something, and with things that are there. */
  async function assertWorks({ actions }: Pick<RuleContent, 'actions'>) {
    if (actions.length === 0) throw errors.NOTHING_TO_DO();
    const records = await rowsOf<OverlayRecord>(strapi, UID.variant).findMany({ limit: 2_000 });
    const variants = new Map(records.map((record) => [`audience.${record.id}`, record]));
    if ((await missingIn(actions, variants)).length > 0) throw errors.ACTION_GOES_NOWHERE();
  }

  return {
    async list({ q, state: wanted, page, pageSize }: Filter & { page: number; pageSize: number }) {
      const where = {
        ...(q ? { ruleName: { $containsi: q } } : {}),
        ...(wanted ? { state: wanted } : {}),
      };
      const { rows: found, pagination } = await rows.findPage({
        where,
        orderBy: ORDER,
        page,
        pageSize,
      });
      return { rules: await describe(found), pagination };
    },

    find: async (id: string) => one(await required(id)),

    async create(body: SaveRuleBody): Promise<Rule> {
      const [last] = await rows.findMany({ orderBy: { priority: 'asc' }, limit: 1 });
      const row = await rows.create({
        ...contentOf(body),
        ...(body.site === undefined ? {} : { site: body.site }),
        state: 'draft',
        version: 1,
        history: [],
        priority: (last?.priority ?? 1_000) - 1,
      });
      return one(row);
    },

    update: async (id: string, body: SaveRuleBody, by: string) =>
      write(await required(id), contentOf(body), by),

    async restore(id: string, version: number, by: string): Promise<Rule> {
      const row = await required(id);
      const kept = row.history?.find((entry) => entry.version === version);
      if (!kept) throw errors.VERSION_NOT_FOUND();
      return write(row, kept.content, by);
    },

    async setState(id: string, wanted: RuleState): Promise<Rule> {
      const row = await required(id);
      if (wanted === 'active') await assertWorks(row);
      const updated = await rows.update({ documentId: id }, { state: wanted });
      await state().changed();
      return one(updated);
    },

    async remove(id: string): Promise<void> {
      await required(id);
      await rows.delete({ documentId: id });
      await state().changed();
    },

    /** The given rules take the places they hold together, in the given order. */
    async order(ids: readonly string[]): Promise<void> {
      const found = await rows.findMany({
        where: { documentId: { $in: [...ids] } },
        orderBy: ORDER,
        limit: 500,
      });
      const priorities = found.map(({ priority }) => priority).sort((a, b) => b - a);
      const isDistinct = new Set(priorities).size === priorities.length;
      const top = priorities[0] ?? 0;
      const known = ids.filter((id) => found.some(({ documentId }) => documentId === id));
      for (const [index, id] of known.entries()) {
        const priority = isDistinct ? priorities[index] : top - index;
        await rows.update({ documentId: id }, { priority });
      }
      await state().changed();
    },

    /** Every rule of the site for one visitor: what it saw, and why it did or did not act. */
    async why(
      given: Record<string, unknown>,
      { visitor, site }: { visitor: string; site: number },
    ): Promise<Why> {
      const current = await state().fresh(site);
      if (!current) throw errors.RULE_NOT_FOUND();
      const { engine, settings, entryOf } = current;
      const now = Date.now();
      const audiences = engine.audiencesOf(given);
      const facts = { ...given, audiences };
      const { matched, applied, isHoldout } = engine.decide(given, {
        visitor,
        now,
        holdout: settings.holdout,
      });
      const all = await rows.findMany({
        where: { state: { $ne: 'archived' } },
        orderBy: ORDER,
        limit: 200,
      });
      const entries = all
        .filter((row) => state().of(row.site) === current)
        .map((row) => {
          const rule = toEngineRule(row);
          const trace = withAudiences(
            explainCondition(rule.match, facts, { regex: safeRegex }),
            rule.audiences,
            audiences,
          );
          const outcome = (): Why['rules'][number]['outcome'] => {
            if (row.state !== 'active') return 'not-active';
            if (!engine.isInForce(rule, now)) return 'not-scheduled';
            if (!trace.passed) return 'not-matched';
            if (rule.coverage < 1 && !isBelow(rule.id, visitor, rule.coverage))
              return 'not-covered';
            if (isHoldout && matched.includes(rule.id)) return 'holdout';
            const acts = applied.some((item) => item.rule.id === rule.id);
            return acts || rule.actions.every((action) => placeOf(action, entryOf) === null)
              ? 'applied'
              : 'shadowed';
          };
          return { id: rule.id, name: rule.name, outcome: outcome(), trace };
        });
      return { facts, audiences, rules: entries };
    },
  };
};

/** That a rule asks for audiences is a clause like any other. */
function withAudiences(trace: Trace, wanted: readonly string[], own: readonly string[]): Trace {
  if (wanted.length === 0) return trace;
  const passed = wanted.some((key) => own.includes(key));
  const clause: Trace = {
    kind: 'clause',
    passed,
    path: 'audiences',
    operator: '$in',
    expected: wanted,
    actual: own,
  };
  return { kind: 'all', passed: passed && trace.passed, parts: [clause, trace] };
}

export default rules;
