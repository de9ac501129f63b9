import { newRule, NEW_RULE } from './rule-values';

it.each([
  ['nothing is given', {}, ''],
  ['a name is given', { name: 'Longer titles' }, 'Longer titles'],
  ['a name is too long', { name: 'x'.repeat(500) }, 'x'.repeat(120)],
])('a new rule where %s', (_name, given, name) => {
  expect(newRule(given)).toEqual({ ...NEW_RULE, name });
});
