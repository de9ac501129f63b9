import { compileCondition } from 'suite-kit/shared';
import { attributesIn, toCondition, treeProblems, type RuleGroup } from './rule-tree';

const tree = (field: string, operator: string, value: unknown): RuleGroup => ({
  combinator: 'and',
  rules: [{ field, operator, value }],
});
const matches = (group: RuleGroup, facts: Record<string, unknown>) =>
  compileCondition(toCondition(group))(facts);

describe('toCondition', () => {
  it.each([
    ['country', '=', 'DE', { country: 'DE' }, true],
    ['country', '=', 'DE', { country: null }, false],
    ['country', '!=', 'DE', { country: 'FR' }, true],
    ['country', 'in', 'DE, AT', { country: 'AT' }, true],
    ['country', 'notIn', ['DE'], { country: 'DE' }, false],
    ['referrer', 'contains', 'a.b', { referrer: 'axb' }, false],
    ['referrer', 'contains', 'C++', { referrer: 'about c++ now' }, true],
    ['referrer', 'contains', 'a(b', { referrer: 'a(b' }, true],
    ['referrer', 'beginsWith', 'news.', { referrer: 'news.example' }, true],
    ['referrer', 'endsWith', '.example', { referrer: 'news.example' }, true],
    ['country', 'exists', null, { country: 'DE' }, true],
    ['country', 'missing', null, { country: null }, true],
    ['visits', '>=', '3', { visits: 3 }, true],
    ['visits', '<', 3, { visits: 3 }, false],
    ['hour', '=', '7', { hour: 7 }, true],
    ['isReturning', '=', 'false', { isReturning: false }, true],
    ['isReturning', '=', true, { isReturning: false }, false],
    ['interests', 'includes', 'tea', { interests: ['tea', 'clay'] }, true],
    ['interests', 'excludes', 'tea', { interests: ['clay'] }, true],
    ['interests', 'includesAny', 'tea,bread', { interests: ['bread'] }, true],
    ['interests', 'includesAll', 'tea,bread', { interests: ['bread'] }, false],
    ['traits.plan', '=', 'pro', { traits: { plan: 'pro' } }, true],
  ])('%s %s %j for %j is %s', (field, operator, value, facts, expected) => {
    expect(matches(tree(field, operator, value), facts)).toBe(expected);
  });

  it('nests, and keeps "not"', () => {
    const group: RuleGroup = {
      combinator: 'or',
      rules: [
        { field: 'device', operator: '=', value: 'mobile' },
        { combinator: 'and', not: true, rules: [{ field: 'visits', operator: '<', value: 3 }] },
      ],
    };
    expect(matches(group, { device: 'desktop', visits: 5 })).toBe(true);
    expect(matches(group, { device: 'desktop', visits: 1 })).toBe(false);
  });

  it('lets everyone pass when it is empty', () => {
    expect(toCondition({ combinator: 'and', rules: [] })).toEqual({});
  });
});

it('names the attributes it uses, once', () => {
  const condition = { $or: [{ a: 1 }, { $not: { 'b.c': { $gt: 1 } } }, { a: 2 }] };
  expect(attributesIn(condition)).toEqual(['a', 'b.c']);
});

it('says what is missing', () => {
  const group: RuleGroup = {
    combinator: 'and',
    rules: [
      { field: 'country', operator: '=', value: '' },
      { field: 'country', operator: 'exists', value: '' },
      { field: 'shoeSize', operator: '=', value: '42' },
    ],
  };
  expect(treeProblems(group)).toEqual([
    { code: 'no-value', field: 'country' },
    { code: 'no-field', field: 'shoeSize' },
  ]);
});
