import { compileCondition, type Attributes, type Condition, type Groups } from 'suite-kit/shared';
import published from '../../../../../packages/kit/src/shared/growthbook/fixtures/cases.json';
import { safeRegex } from './safe-regex';

type Row = [string, Condition, Attributes, boolean, Groups?];
// The rows are tuples, which TypeScript does not see in JSON.
const rows = published.evalCondition as unknown as Row[];

it.each(rows.map((row) => [row[0], row] as const))(
  'case of the specification: %s',
  (_name, row) => {
    const [, condition, attributes, expected, groups] = row;
    const options = { regex: safeRegex, ...(groups ? { groups } : {}) };
    expect(compileCondition(condition, options)(attributes)).toBe(expected);
  },
);

/** Shapes that make backtracking engines run for ever, with every letter they work with. */
const BAD = ['a', 'b', 'x', '0', '_'].flatMap((c) => [
  `^(${c}+)+$`,
  `^(${c}*)*$`,
  `(${c}|${c})*y`,
  `(${c}|${c}?)+$`,
  `^(${c}${c}?)*$`,
  `(.*${c}){20}`,
  `(${c}+${c}+)+y`,
  `^((${c})*)*$`,
  `(${c}*)*b{3}`,
  `([${c}-z]+)+$`,
  `(\\w+\\s?)+$`,
  `^(([${c}-z])+.)+[A-Z]([${c}-z])+$`,
  `(${c}{1,10}){1,10}y`,
  `(?:${c}+)+(?:${c}+)+$`,
  `(${c}+){10}y`,
  `(.+)+${c}y`,
  `(\\d+)*\\D${c}$`,
  `^(.*?,){11}${c}`,
  `(${c}|b|ab)*bc`,
  `(${c}.*)+y`,
  `(${c}+)*(${c}+)*y`,
  `(x+x+)+${c}`,
  `^(${c}+)*\\s*$`,
  `(\\s*${c}\\s*)+;`,
  `(?:${c}?){25}${c}{25}`,
  `(${c}*${c}*)*y`,
  `((${c}b?)*)*c`,
  `(.|${c})+y`,
  `(${c}+)+\\.(com|org)$`,
  `(?i:${c}+)+y`,
  `(${c}|b|c|d)+e`,
  `([^y]+)*y`,
  `(\\S+)*@`,
  `(${c}+?)+?y`,
  `^(?:(?:${c})+)+$`,
  `(${c}{2,})+y`,
  `(.*)(.*)(.*)(.*)y`,
  `(${c}|\\w)*y`,
  `(?:.*${c}.*)*y`,
  `^([${c}]+)+[!]$`,
]);

it('runs none of 200 bad expressions for longer than 5 ms', () => {
  const text = `${'ab0_x'.repeat(6)}!`;
  const slow = BAD.flatMap((source) => {
    const test = compileCondition({ a: { $regex: source } }, { regex: safeRegex });
    test({ a: text });
    const other = `${source.charAt(2).repeat(30)}!`;
    // The best of several: on a busy machine a single one measures the others' work.
    const tries = Array.from({ length: 8 }, () => {
      const startedAt = performance.now();
      test({ a: text });
      test({ a: other });
      return performance.now() - startedAt;
    });
    const took = Math.min(...tries);
    return took > 10 ? [`${source}: ${took} ms`] : [];
  });
  expect([BAD.length, slow]).toEqual([200, []]);
});
