import { PATHS } from './paths';

it.each([
  ['abc', '/plugins/personalization/visitors?rule=abc'],
  ['a&b', '/plugins/personalization/visitors?rule=a%26b'],
])('the visitors of rule %s', (rule, expected) => {
  expect(PATHS.visitorsOf(rule)).toBe(expected);
});
