import { compileCondition, compileValue } from './compile';
import type { Attributes, Condition, ConditionOptions } from './types';
import { hasOnlyOperators, isRecord, pathReader } from './values';

/** One step of a condition and how it came out. */
export type ConditionTrace =
  | { kind: 'all' | 'any' | 'none'; passed: boolean; parts: ConditionTrace[] }
  | {
      kind: 'clause';
      passed: boolean;
      path: string;
      operator: string;
      expected: unknown;
      actual: unknown;
    };

/**
 * The slow twin of `compileCondition`: walks the condition as it is written and says of every
 * clause what was wanted, what was there and whether it passed.
 */
export function explainCondition(
  condition: Condition,
  attributes: Attributes,
  options: ConditionOptions = {},
): ConditionTrace {
  const parts = Object.entries(condition).map(([key, value]) =>
    explainEntry(key, value, { attributes, options }),
  );
  return group('all', parts);
}

export const evaluateCondition = (
  condition: Condition,
  attributes: Attributes,
  options: ConditionOptions = {},
): boolean => explainCondition(condition, attributes, options).passed;

type Given = { attributes: Attributes; options: ConditionOptions };

function explainEntry(key: string, value: unknown, given: Given): ConditionTrace {
  if (key === '$or') return group('any', explainList(value, given));
  if (key === '$nor') return group('none', explainList(value, given));
  if (key === '$and') return group('all', explainList(value, given));
  if (key === '$not') return group('none', [explainOne(value, given)]);
  if (key === '$savedGroup') {
    const passed = compileCondition({ $savedGroup: value }, given.options)(given.attributes);
    return {
      kind: 'clause',
      passed,
      path: key,
      operator: '$savedGroup',
      expected: value,
      actual: null,
    };
  }
  return explainPath(key, value, given);
}

function explainPath(path: string, value: unknown, given: Given): ConditionTrace {
  const actual = pathReader(path)(given.attributes);
  const clause = (operator: string, expected: unknown): ConditionTrace => ({
    kind: 'clause',
    passed: compileValue(operator === '$eq*' ? expected : { [operator]: expected }, {
      ...given.options,
      resolving: [],
    })(actual),
    path,
    operator: operator === '$eq*' ? '$eq' : operator,
    expected,
    actual,
  });
  if (!isRecord(value) || !hasOnlyOperators(value)) return clause('$eq*', value);
  const parts = Object.entries(value).map(([operator, expected]) => clause(operator, expected));
  const [only] = parts;
  return only && parts.length === 1 ? only : group('all', parts);
}

const explainList = (value: unknown, given: Given): ConditionTrace[] =>
  Array.isArray(value) ? value.map((one) => explainOne(one, given)) : [];

const explainOne = (value: unknown, { attributes, options }: Given): ConditionTrace =>
  isRecord(value)
    ? explainCondition(value, attributes, options)
    : { kind: 'any', passed: false, parts: [] };

/** Empty lists pass in "all" and "any", as the specification says. */
function group(kind: 'all' | 'any' | 'none', parts: ConditionTrace[]): ConditionTrace {
  const isAny = parts.length === 0 || parts.some(({ passed }) => passed);
  const passed =
    kind === 'all' ? parts.every((part) => part.passed) : kind === 'any' ? isAny : !isAny;
  return { kind, passed, parts };
}
