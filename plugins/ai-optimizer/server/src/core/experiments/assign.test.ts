import { assign, isBot, shares } from './assign';

const split = { seed: 'test-1', coverage: 1, weights: [0.5, 0.5] };
const counts = (of: typeof split, n = 20_000) => {
  const found = new Map<number, number>();
  for (let at = 0; at < n; at += 1) {
    const variation = assign(`visitor-${at}`, of);
    found.set(variation, (found.get(variation) ?? 0) + 1);
  }
  return found;
};

it('gives the same visitor the same variation, and another seed another one', () => {
  expect(assign('ada', split)).toBe(assign('ada', split));
  const differs = Array.from({ length: 50 }, (_none, at) => `v${at}`).some(
    (visitor) => assign(visitor, split) !== assign(visitor, { ...split, seed: 'test-2' }),
  );
  expect(differs).toBe(true);
});

it('follows weights and coverage', () => {
  const found = counts({ seed: 's', coverage: 0.5, weights: [3, 1] });
  expect(found.get(-1)).toBeGreaterThan(9_500);
  expect(found.get(-1)).toBeLessThan(10_500);
  expect((found.get(0) ?? 0) / (found.get(1) ?? 1)).toBeCloseTo(3, 0);
});

it('raising the coverage moves nobody who took part', () => {
  for (let at = 0; at < 500; at += 1) {
    const before = assign(`v${at}`, { ...split, coverage: 0.3 });
    if (before >= 0) expect(assign(`v${at}`, { ...split, coverage: 0.9 })).toBe(before);
  }
});

it('knows nobody without a name', () => expect(assign('', split)).toBe(-1));
it('shares sum to one', () => expect(shares([2, 1, 1])).toEqual([0.5, 0.25, 0.25]));

it.each([
  [undefined, true],
  ['Mozilla/5.0 (compatible; Googlebot/2.1)', true],
  ['curl/8.5.0', true],
  ['Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/142 Safari/537.36', false],
])('%s is a bot: %s', (agent, expected) => expect(isBot(agent)).toBe(expected));
