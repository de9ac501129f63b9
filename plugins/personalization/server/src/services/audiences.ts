import type { Core } from '@strapi/strapi';
import { naturalKey, rowsOf, siteNumberFor } from 'suite-kit/server';
import { checkCondition, compileCondition, type Attributes } from 'suite-kit/shared';
import { attributeOf } from '../../../shared/attributes';
import type { Audience, SaveAudienceBody } from '../../../shared/contracts/audiences';
import type { MatchCount } from '../../../shared/contracts/rules';
import { UID } from '../../../shared/plugin';
import { toCondition, treeProblems, type RuleGroup } from '../../../shared/rule-tree';
import { safeRegex } from '../adapters/safe-regex';
import { profileFacts } from '../core/profile';
import { errors } from '../errors';
import { service } from './service';
import type { AudienceRow, Conditions, ProfileRow, RuleRow } from './types';

/** Profiles looked at for a count; above it the count is of the latest ones and says so. */
const SAMPLE = 5_000;
const CACHE_MS = 3_000;

type Sampled = { id: string; site: number; facts: Attributes };

/** Named conditions, and how many stored visitors fit. */
const audiences = ({ strapi }: { strapi: Core.Strapi }) => {
  const rows = rowsOf<AudienceRow>(strapi, UID.audience);
  const profiles = () => service(strapi, 'profiles');
  const sampled = new Map<string, { at: number; visitors: Sampled[]; total: number }>();

  /** Facts of the latest visitors of the site, for counting while somebody draws a rule. */
  async function sample(): Promise<{ visitors: Sampled[]; total: number }> {
    const state = service(strapi, 'state').current();
    const key = String(state?.site ?? 'network');
    const hit = sampled.get(key);
    const total = await profiles().rows.count();
    if (hit?.total === total && Date.now() - hit.at < CACHE_MS) return hit;
    const found = await profiles().rows.findMany({ orderBy: { lastSeen: 'desc' }, limit: SAMPLE });
    const now = Date.now();
    const visitors = found.map((row) => ({
      id: row.documentId,
      site: row.site,
      facts: factsOf(row, now),
    }));
    sampled.set(key, { at: now, visitors, total });
    return { visitors, total };
  }

  function factsOf(row: ProfileRow, now: number): Attributes {
    const facts = profileFacts(profiles().toProfile(row, 'full'), now);
    const engine = service(strapi, 'state').of(row.site)?.engine;
    return { ...facts, audiences: engine?.audiencesOf(facts) ?? [] };
  }

  async function count(tree: RuleGroup, keys: readonly string[] = []): Promise<MatchCount> {
    const { visitors, total } = await sample();
    const test = testOf(tree, keys);
    const fitting = visitors.filter(({ facts }) => test(facts)).length;
    return { matching: fitting, total: Math.min(total, SAMPLE), isSampled: total > SAMPLE };
  }

  function testOf(tree: RuleGroup, keys: readonly string[]): (facts: Attributes) => boolean {
    const test = compileCondition(toCondition(tree), { regex: safeRegex });
    const isIn = ({ audiences: own }: Attributes) =>
      keys.length === 0 || keys.some((key) => (own as string[]).includes(key));
    return (facts) => isIn(facts) && test(facts);
  }

  /** Ids of the latest stored visitors of a site whom a rule is for. */
  async function matching(rule: {
    tree: RuleGroup;
    audiences: readonly string[];
    site: number;
  }): Promise<string[]> {
    const { visitors } = await sample();
    const test = testOf(rule.tree, rule.audiences);
    return visitors
      .filter(({ site, facts }) => site === rule.site && test(facts))
      .map(({ id }) => id);
  }

  async function toAudience(row: AudienceRow, rules: readonly RuleRow[]): Promise<Audience> {
    const { matching, total } = await count(row.conditions.tree);
    return {
      id: row.documentId,
      key: row.key,
      name: row.name,
      description: row.description ?? '',
      tree: row.conditions.tree,
      site: row.site,
      isSample: row.isSample,
      matching,
      total,
      usedBy: rules
        .filter((rule) => rule.site === row.site && rule.audiences.includes(row.key))
        .map(({ documentId, ruleName }) => ({ id: documentId, name: ruleName })),
      updatedAt: row.updatedAt,
    };
  }

  const allRules = () =>
    rowsOf<RuleRow>(strapi, UID.rule).findMany({
      where: { state: { $ne: 'archived' } },
      limit: 1_000,
    });

  async function freeKey(name: string, site: number): Promise<string> {
    const base =
      name
        .normalize('NFKD')
        .replace(/[^\w\s-]/g, '')
        .trim()
        .toLowerCase()
        .replace(/[\s_-]+/g, '-')
        .slice(0, 60) || 'audience';
    for (let n = 1; ; n += 1) {
      const key = n === 1 ? base : `${base}-${n}`;
      const isTaken = await strapi.db
        .query(UID.audience)
        .findOne({ where: { naturalKey: naturalKey([site, key]) } });
      if (!isTaken) return key;
    }
  }

  return {
    factsOf,
    count,
    matching,

    async list(): Promise<Audience[]> {
      const [found, rules] = await Promise.all([
        rows.findMany({ orderBy: [{ name: 'asc' }, { id: 'asc' }], limit: 500 }),
        allRules(),
      ]);
      const made: Audience[] = [];
      for (const row of found) made.push(await toAudience(row, rules));
      return made;
    },

    async save(id: string | null, body: SaveAudienceBody): Promise<Audience> {
      const conditions = checkedConditions(body.tree as RuleGroup, { isAudience: true });
      const { name, description } = body;
      let row: AudienceRow | null;
      if (id === null) {
        const site = siteNumberFor(strapi, body.site);
        const key = await freeKey(name, site);
        row = await rows.create({
          name,
          description,
          conditions,
          key,
          site,
          naturalKey: naturalKey([site, key]),
        });
      } else {
        row = await rows.update({ documentId: id }, { name, description, conditions });
      }
      if (!row) throw errors.AUDIENCE_NOT_FOUND();
      await service(strapi, 'state').changed();
      sampled.clear();
      return toAudience(row, await allRules());
    },

    async remove(id: string): Promise<void> {
      const row = await rows.findOne({ documentId: id });
      if (!row) throw errors.AUDIENCE_NOT_FOUND();
      const { usedBy } = await toAudience(row, await allRules());
      if (usedBy.length > 0) throw errors.AUDIENCE_IN_USE({ details: { rules: usedBy } });
      await rows.delete({ documentId: id });
      await service(strapi, 'state').changed();
    },
  };
};

/**
 * A drawn tree with what it means, ready to be stored.
 *
 * @throws BAD_CONDITION naming what cannot be used.
 */
export function checkedConditions(tree: RuleGroup, { isAudience = false } = {}): Conditions {
  const match = toCondition(tree);
  const isKnownPath = (path: string) =>
    attributeOf(path) !== null && !(isAudience && path === 'audiences');
  const missing = treeProblems(tree).map(({ code, field }) =>
    code === 'no-value' ? `"${field}" needs a value.` : `There is no attribute "${field}".`,
  );
  const problems = [...missing, ...checkCondition(match, { regex: safeRegex, isKnownPath })];
  if (problems.length > 0) {
    throw errors.BAD_CONDITION({ message: problems[0] ?? '', details: { problems } });
  }
  return { tree, match, spec: 'growthbook-0.8.0' };
}

export default audiences;
