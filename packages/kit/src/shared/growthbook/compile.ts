import { textTest } from './text-test';
import type { Attributes, Condition, ConditionOptions, Groups, SavedGroup, Test } from './types';
import {
  hasOnlyOperators,
  isIn,
  isRecord,
  paddedVersion,
  pathReader,
  toText,
  typeOf,
} from './values';

const NEVER: Test = () => false;
const ALWAYS: Test = () => true;

/** What compiling needs to know, and the groups that are being resolved (they may be circular). */
type Scope = ConditionOptions & { resolving: readonly string[] };

/**
 * A condition as one function of the attributes. Everything that can be known beforehand
 * (paths, operators, lists, expressions) is; evaluating allocates nothing.
 */
export function compileCondition(
  condition: Condition,
  options: ConditionOptions = {},
): (attributes: Attributes) => boolean {
  return compile(condition, { ...options, resolving: [] });
}

function compile(condition: Condition, scope: Scope): Test {
  return all(Object.entries(condition).map(([key, value]) => compileEntry(key, value, scope)));
}

function compileEntry(key: string, value: unknown, scope: Scope): Test {
  if (key === '$or') return any(compileList(value, scope));
  if (key === '$nor') return not(any(compileList(value, scope)));
  if (key === '$and') return all(compileList(value, scope));
  if (key === '$not') return not(isRecord(value) ? compile(value, scope) : ALWAYS);
  if (key === '$savedGroup') return compileGroup(value, scope);
  const read = pathReader(key);
  const test = compileValue(value, scope);
  return (attributes) => test(read(attributes));
}

const compileList = (value: unknown, scope: Scope): Test[] =>
  Array.isArray(value) ? value.map((one) => (isRecord(one) ? compile(one, scope) : NEVER)) : [];

function all(tests: readonly Test[]): Test {
  const [first, second] = tests;
  if (!first) return ALWAYS;
  if (!second) return first;
  if (tests.length === 2) return (value) => first(value) && second(value);
  return (value) => {
    for (const test of tests) if (!test(value)) return false;
    return true;
  };
}

/** An empty list passes: the specification says so. */
function any(tests: readonly Test[]): Test {
  const [first, second] = tests;
  if (!first) return ALWAYS;
  if (!second) return first;
  return (value) => {
    for (const test of tests) if (test(value)) return true;
    return false;
  };
}

const not =
  (test: Test): Test =>
  (value) =>
    !test(value);

/** What stands behind a path: a plain value, or operators. */
export function compileValue(expected: unknown, scope: Scope, isFolded = false): Test {
  if (typeof expected === 'string') {
    const folded = expected.toLowerCase();
    return isFolded
      ? (actual) => toText(actual).toLowerCase() === folded
      : (actual) => toText(actual) === expected;
  }
  if (typeof expected === 'number') return (actual) => toNumber(actual) === expected;
  if (typeof expected === 'boolean') return (actual) => actual !== null && !!actual === expected;
  if (expected === null) return (actual) => actual === null;
  if (isRecord(expected) && hasOnlyOperators(expected)) {
    return all(Object.entries(expected).map(([name, value]) => operator(name, value, scope)));
  }
  const json = JSON.stringify(expected);
  return (actual) => JSON.stringify(actual) === json;
}

/** JavaScript's `* 1`, which turns "1", true and null into numbers. */
const toNumber = (value: unknown): number => (typeof value === 'symbol' ? NaN : Number(value));

type Operator = (expected: unknown, scope: Scope) => Test;

/** JavaScript's own comparison, with its coercions. */
type Comparable = number;
const compare =
  (decide: (actual: Comparable, expected: Comparable) => boolean): Operator =>
  (expected) =>
  (actual) =>
    decide(actual as Comparable, expected as Comparable);

const compareVersions =
  (decide: (actual: string, expected: string) => boolean): Operator =>
  (expected) => {
    const version = paddedVersion(expected);
    return (actual) => decide(paddedVersion(actual), version);
  };

const withList =
  (make: (list: readonly unknown[], scope: Scope) => Test): Operator =>
  (expected, scope) =>
    Array.isArray(expected) ? make(expected, scope) : NEVER;

const containsAll = (isFolded: boolean): Operator =>
  withList((list, scope) => {
    const tests = list.map((one) => compileValue(one, scope, isFolded));
    return (actual) => Array.isArray(actual) && tests.every((test) => actual.some(test));
  });

const matches =
  (isCaseInsensitive: boolean): Operator =>
  (expected, { regex }) => {
    try {
      const test = textTest(toText(expected), { isCaseInsensitive, regex });
      return (actual) => test(toText(actual));
    } catch {
      // The specification: an expression that cannot be read matches nothing.
      return NEVER;
    }
  };

const memberOf =
  (isWanted: boolean): Operator =>
  (expected, { groups }) => {
    const values = listOf(groups, toText(expected));
    // No values means nobody is tested; an empty list would let everyone pass.
    return values ? (actual) => isIn(actual, values) === isWanted : NEVER;
  };

const elementMatch: Operator = (expected, scope) => {
  if (!isRecord(expected)) return NEVER;
  const test = hasOnlyOperators(expected)
    ? compileValue(expected, scope)
    : compile(expected, scope);
  return (actual) => Array.isArray(actual) && actual.some((one) => one != null && test(one));
};

const OPERATORS: Readonly<Record<string, Operator>> = {
  $eq: (expected) => (actual) => actual === expected,
  $ne: (expected) => (actual) => actual !== expected,
  $lt: compare((actual, expected) => actual < expected),
  $lte: compare((actual, expected) => actual <= expected),
  $gt: compare((actual, expected) => actual > expected),
  $gte: compare((actual, expected) => actual >= expected),
  $veq: compareVersions((actual, expected) => actual === expected),
  $vne: compareVersions((actual, expected) => actual !== expected),
  $vlt: compareVersions((actual, expected) => actual < expected),
  $vlte: compareVersions((actual, expected) => actual <= expected),
  $vgt: compareVersions((actual, expected) => actual > expected),
  $vgte: compareVersions((actual, expected) => actual >= expected),
  $exists: (expected) => (expected ? (actual) => actual != null : (actual) => actual == null),
  $in: withList((list) => (actual) => isIn(actual, list)),
  $ini: withList((list) => (actual) => isIn(actual, list, true)),
  $nin: withList((list) => (actual) => !isIn(actual, list)),
  $nini: withList((list) => (actual) => !isIn(actual, list, true)),
  $inGroup: memberOf(true),
  $notInGroup: memberOf(false),
  $not: (expected, scope) => not(compileValue(expected, scope)),
  $size: (expected, scope) => {
    const test = compileValue(expected, scope);
    return (actual) => Array.isArray(actual) && test(actual.length);
  },
  $elemMatch: elementMatch,
  $all: containsAll(false),
  $alli: containsAll(true),
  $regex: matches(false),
  $regexi: matches(true),
  $type: (expected) => (actual) => typeOf(actual) === expected,
};

export const isOperator = (name: string): boolean => Object.hasOwn(OPERATORS, name);

export const operator = (name: string, expected: unknown, scope: Scope): Test =>
  isOperator(name) ? (OPERATORS[name]?.(expected, scope) ?? NEVER) : NEVER;

const groupOf = (groups: Groups | undefined, id: string): SavedGroup | undefined =>
  groups && Object.hasOwn(groups, id) ? groups[id] : undefined;

const isList = (group: SavedGroup): group is readonly (string | number)[] => Array.isArray(group);

function listOf(groups: Groups | undefined, id: string): readonly (string | number)[] | null {
  const group = groupOf(groups, id);
  if (!group) return [];
  if (isList(group)) return group;
  return group.type === 'list' && Array.isArray(group.values) ? group.values : null;
}

/** A reference to a group that is no more, or to itself, matches nobody. */
function compileGroup(reference: unknown, scope: Scope): Test {
  if (!isRecord(reference) || typeof reference.id !== 'string') return NEVER;
  const { id, attributeKey } = reference;
  if (scope.resolving.includes(id)) return NEVER;
  if (attributeKey !== undefined && typeof attributeKey !== 'string') return NEVER;
  const group = groupOf(scope.groups, id);
  if (!group || isList(group)) return NEVER;
  if (group.type === 'condition' && isRecord(group.condition)) {
    return compile(group.condition, { ...scope, resolving: [...scope.resolving, id] });
  }
  if (group.type !== 'list' || !Array.isArray(group.values)) return NEVER;
  const key = attributeKey ?? group.attributeKey;
  if (typeof key !== 'string') return NEVER;
  const read = pathReader(key);
  const { values } = group;
  return (attributes) => isIn(read(attributes), values);
}
