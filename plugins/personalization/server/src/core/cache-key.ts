import { createHash } from 'node:crypto';
import {
  compileCondition,
  type Attributes,
  type Condition,
  type RegexFactory,
} from 'suite-kit/shared';
import { attributeOf } from '../../../shared/attributes';
import { attributesIn } from '../../../shared/rule-tree';
import type { EngineAudience, EngineRule } from './rule-engine';

type Clause = { path: string; condition: Condition };

/** Every clause of a condition by itself. What a condition says depends on these alone. */
export function clausesIn(condition: Condition): Clause[] {
  return Object.entries(condition).flatMap(([key, value]) => {
    if (!key.startsWith('$')) return [{ path: key, condition: { [key]: value } }];
    const parts: unknown[] = Array.isArray(value) ? value : [value];
    return parts.flatMap((part) =>
      typeof part === 'object' && part !== null ? clausesIn(part as Condition) : [],
    );
  });
}

export type KeySpec = {
  /** False: answers depend on things of which there are too many to keep one answer for each. */
  isCacheable: boolean;
  /** How many different answers there can be. */
  count: number;
  keyOf(facts: Attributes): string;
};

/**
 * The cache key of what some rules decide: a hash over the outcome of every clause they use.
 * Equal outcomes give equal decisions, so two visitors with one key get the same answer; and
 * nothing about a visitor can be read from it.
 */
export function keySpecOf(
  rules: readonly EngineRule[],
  audiences: readonly EngineAudience[],
  { regex, holdout }: { regex: RegexFactory; holdout: number },
): KeySpec {
  const named = new Map(audiences.map(({ key, match }) => [key, match]));
  const conditions = rules.flatMap((rule) => {
    const usesAny = attributesIn(rule.match).includes('audiences');
    const used = usesAny ? [...named.keys()] : rule.audiences;
    return [rule.match, ...used.map((key) => named.get(key) ?? {})];
  });
  const clauses = new Map<string, Clause>();
  for (const clause of conditions.flatMap(clausesIn)) {
    // Membership follows from the clauses of the audiences, which are in the list already.
    if (clause.path !== 'audiences') clauses.set(JSON.stringify(clause.condition), clause);
  }
  const tests = [...clauses.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { condition }]) => compileCondition(condition, { regex }));
  const perAttribute = new Map<string, number>();
  for (const { path } of clauses.values())
    perAttribute.set(path, (perAttribute.get(path) ?? 0) + 1);
  const isBucketed = [...perAttribute.keys()].every(
    (path) => attributeOf(path)?.isBucketed === true,
  );
  const dependsOnVisitor = holdout > 0 || rules.some(({ coverage }) => coverage < 1);
  const identity = rules.map(({ id }) => id).join();

  return {
    isCacheable: isBucketed && !dependsOnVisitor,
    count: [...perAttribute].reduce(
      (product, [path, tested]) => product * valuesOf(path, tested),
      1,
    ),
    keyOf(facts) {
      const outcomes = tests.map((test) => (test(facts) ? '1' : '0')).join('');
      return createHash('sha256')
        .update(`${identity}|${outcomes}`)
        .digest('base64url')
        .slice(0, 16);
    },
  };
}

/** A fixed list has its length, a yes or no has two, anything else one more than was asked for. */
function valuesOf(path: string, tested: number): number {
  const attribute = attributeOf(path);
  if (attribute?.kind === 'boolean') return 2;
  if (attribute?.kind === 'list') return 2 ** Math.min(tested, 20);
  const most = attribute?.values?.length;
  return most === undefined ? tested + 1 : Math.min(most, tested + 1);
}
