import {
  evalCondition,
  type ConditionInterface,
  type SavedGroupsPayload,
} from '@growthbook/growthbook';
import {
  bucketRanges,
  chooseVariation,
  checkCondition,
  compileCondition,
  equalWeights,
  evaluateCondition,
  explainCondition,
  hash,
  inNamespace,
  type Attributes,
  type BucketRange,
  type Condition,
  type Groups,
  type Namespace,
  type RegexFactory,
} from './index';
import published from './fixtures/cases.json';

type Cases = {
  evalCondition: [string, Condition, Attributes, boolean, Groups?][];
  hash: [string, string, number, number | null][];
  getBucketRange: [string, [number, number, number[] | null], BucketRange[]][];
  chooseVariation: [string, number, BucketRange[], number][];
  inNamespace: [string, string, Namespace, boolean][];
  getEqualWeights: [number, number[]][];
};

/** The language-neutral cases of the specification, as published (licence beside them). */
// TypeScript widens what it reads from JSON; the rows are tuples.
const cases = published as unknown as Cases;

const regex: RegexFactory = (source, { isCaseInsensitive }) =>
  new RegExp(source, isCaseInsensitive ? 'i' : '');
const round = (value: number) => Number(value.toFixed(6));

describe('the specification’s cases', () => {
  // One value a row: the groups are missing in most, and Jest would pass a callback there.
  it.each(cases.evalCondition.map((row) => [row[0], row] as const))('%s', (_name, row) => {
    const [, condition, attributes, expected, groups] = row;
    const options = { regex, ...(groups ? { groups } : {}) };
    expect(compileCondition(condition, options)(attributes)).toBe(expected);
    expect(evaluateCondition(condition, attributes, options)).toBe(expected);
  });

  it.each(cases.hash)('hash of %j and %j, version %d', (seed, value, version, expected) => {
    expect(hash(seed, value, version)).toBe(expected);
  });

  it.each(cases.getBucketRange)('ranges: %s', (_name, [count, coverage, weights], expected) => {
    const ranges = bucketRanges(count, coverage, weights);
    expect(ranges.map(([from, to]) => [round(from), round(to)])).toEqual(expected);
  });

  it.each(cases.chooseVariation)('choice: %s', (_name, value, ranges, expected) => {
    expect(chooseVariation(value, ranges)).toBe(expected);
  });

  it.each(cases.inNamespace)('namespace: %s', (_name, value, namespace, expected) => {
    expect(inNamespace(value, namespace)).toBe(expected);
  });

  it.each(cases.getEqualWeights)('equal weights of %d', (count, expected) => {
    expect(equalWeights(count).map((weight) => Number(weight.toFixed(8)))).toEqual(expected);
  });
});

describe('the published SDK as oracle', () => {
  it('agrees on every condition with every case’s attributes', () => {
    // The SDK complains of operators it does not know; some cases have them on purpose.
    const silence = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const disagreements: string[] = [];
    for (const [name, condition, , , groups] of cases.evalCondition) {
      const compiled = compileCondition(condition, { regex, ...(groups ? { groups } : {}) });
      for (const [other, , attributes] of cases.evalCondition) {
        const theirs = evalCondition(
          attributes,
          condition as ConditionInterface,
          groups as SavedGroupsPayload | undefined,
        );
        if (compiled(attributes) !== theirs) disagreements.push(`${name} / ${other}`);
      }
    }
    silence.mockRestore();
    expect(disagreements).toEqual([]);
  });
});

describe('what a rule may not do', () => {
  it.each([
    [{ '__proto__.polluted': true }, '"__proto__.polluted" cannot be used as an attribute.'],
    [{ 'a.constructor.name': 'Object' }, '"a.constructor.name" cannot be used as an attribute.'],
    [{ a: { $where: '1' } }, 'There is no operator "$where".'],
    [{ $xor: [] }, 'There is no group "$xor".'],
    [{ $or: {} }, '$or needs a list of conditions.'],
    [[], 'A condition has to be an object.'],
  ])('%j is refused', (condition, problem) => {
    expect(checkCondition(JSON.parse(JSON.stringify(condition)))).toEqual([problem]);
  });

  it('never reads what an object inherits', () => {
    const test = compileCondition({ 'a.constructor.name': 'Object' });
    expect(test({ a: {} })).toBe(false);
  });

  it('refuses an expression nothing here runs safely', () => {
    expect(checkCondition({ a: { $regex: '^(a+)+$' } })).toHaveLength(1);
    expect(compileCondition({ a: { $regex: '^(a+)+$' } })({ a: 'aaa' })).toBe(false);
  });

  it('takes plain text literally', () => {
    const test = compileCondition({ page: { $regex: 'c\\+\\+' } });
    expect([test({ page: 'learn c++ now' }), test({ page: 'ccc' })]).toEqual([true, false]);
  });
});

it('explains which clause decided', () => {
  const condition = { country: 'DE', $or: [{ visits: { $gt: 3 } }, { device: 'mobile' }] };
  expect(explainCondition(condition, { country: 'DE', visits: 1, device: 'tablet' })).toEqual({
    kind: 'all',
    passed: false,
    parts: [
      {
        kind: 'clause',
        passed: true,
        path: 'country',
        operator: '$eq',
        expected: 'DE',
        actual: 'DE',
      },
      {
        kind: 'any',
        passed: false,
        parts: [
          {
            kind: 'all',
            passed: false,
            parts: [
              {
                kind: 'clause',
                passed: false,
                path: 'visits',
                operator: '$gt',
                expected: 3,
                actual: 1,
              },
            ],
          },
          {
            kind: 'all',
            passed: false,
            parts: [
              {
                kind: 'clause',
                passed: false,
                path: 'device',
                operator: '$eq',
                expected: 'mobile',
                actual: 'tablet',
              },
            ],
          },
        ],
      },
    ],
  });
});
