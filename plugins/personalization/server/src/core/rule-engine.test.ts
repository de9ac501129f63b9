import { keySpecOf } from './cache-key';
import { buildEngine, type EngineRule } from './rule-engine';

/** Plain text needs none. */
const regex = () => ({ test: () => false });

const NOW = Date.parse('2026-03-01T12:00:00Z');
const rule = (given: Partial<EngineRule> & { id: string }): EngineRule => ({
  name: given.id,
  priority: 0,
  match: {},
  audiences: [],
  actions: [{ type: 'setAttribute', name: 'who', value: given.id }],
  from: null,
  to: null,
  coverage: 1,
  ...given,
});
const engineOf = (rules: EngineRule[]) =>
  buildEngine({
    rules,
    audiences: [{ key: 'germans', match: { country: 'DE' } }],
    regex,
    entryOf: (variant) => (variant === 'gone' ? null : `api::article.article:one:en`),
  });
const decide = (rules: EngineRule[], facts = {}, options = {}) =>
  engineOf(rules).decide(facts, { visitor: 'v1', now: NOW, holdout: 0, ...options });
const winners = (rules: EngineRule[], facts = {}, options = {}) =>
  decide(rules, facts, options).applied.map(({ rule: { id } }) => id);

describe('decide', () => {
  it('gives a place to the rule of highest priority', () => {
    expect(winners([rule({ id: 'low' }), rule({ id: 'high', priority: 5 })])).toEqual(['high']);
  });

  it('lets rules of different places act together', () => {
    const other = rule({ id: 'b', actions: [{ type: 'setAttribute', name: 'x', value: '1' }] });
    expect(winners([rule({ id: 'a' }), other])).toEqual(['a', 'b']);
  });

  it('asks for one of the audiences', () => {
    const rules = [rule({ id: 'a', audiences: ['germans', 'nobody'] })];
    expect([winners(rules, { country: 'DE' }), winners(rules, { country: 'FR' })]).toEqual([
      ['a'],
      [],
    ]);
  });

  it('lets conditions ask for audiences', () => {
    const rules = [rule({ id: 'a', match: { audiences: { $in: ['germans'] } } })];
    expect(winners(rules, { country: 'DE' })).toEqual(['a']);
  });

  it.each([
    ['before it begins', { from: NOW + 1 }, []],
    ['from the moment it begins', { from: NOW }, ['a']],
    ['until just before it ends', { to: NOW + 1 }, ['a']],
    ['when it has ended', { to: NOW }, []],
  ])('keeps to the schedule: %s', (_when, schedule, expected) => {
    expect(winners([rule({ id: 'a', ...schedule })])).toEqual(expected);
  });

  it('covers the wanted share, always the same visitors', () => {
    const rules = [rule({ id: 'half', coverage: 0.5 })];
    const hit = Array.from(
      { length: 2000 },
      (_, n) => winners(rules, {}, { visitor: `v${n}` }).length,
    );
    const sum = hit.reduce((total, one) => total + one, 0);
    expect(sum).toBeGreaterThan(900);
    expect(sum).toBeLessThan(1100);
  });

  it('gives the holdout nothing, and says so', () => {
    const decision = decide([rule({ id: 'a' })], {}, { holdout: 1 });
    expect(decision).toMatchObject({ isHoldout: true, applied: [], matched: ['a'] });
  });

  it('leaves out a variant that is gone', () => {
    expect(
      winners([rule({ id: 'a', actions: [{ type: 'showVariant', variant: 'gone' }] })]),
    ).toEqual([]);
  });
});

describe('keySpecOf', () => {
  const spec = (rules: EngineRule[], holdout = 0) =>
    keySpecOf(rules, [{ key: 'germans', match: { country: 'DE' } }], { regex, holdout });

  it('is the same for visitors who get the same', () => {
    const { keyOf } = spec([rule({ id: 'a', match: { device: 'mobile' } })]);
    expect(keyOf({ device: 'tablet', country: 'DE' })).toBe(keyOf({ device: 'desktop' }));
    expect(keyOf({ device: 'tablet' })).not.toBe(keyOf({ device: 'mobile' }));
  });

  it('knows the clauses of audiences', () => {
    const { keyOf, count } = spec([rule({ id: 'a', audiences: ['germans'] })]);
    expect(keyOf({ country: 'DE' })).not.toBe(keyOf({ country: 'FR' }));
    expect(count).toBe(2);
  });

  it.each([
    ['a bucketed attribute', rule({ id: 'a', match: { device: 'mobile' } }), 0, true],
    ['how often somebody came', rule({ id: 'a', match: { visits: { $gt: 3 } } }), 0, false],
    ['a share of the visitors', rule({ id: 'a', coverage: 0.5 }), 0, false],
    ['a holdout', rule({ id: 'a' }), 0.1, false],
  ])('of %s', (_what, one, holdout, expected) => {
    expect(spec([one], holdout).isCacheable).toBe(expected);
  });
});
