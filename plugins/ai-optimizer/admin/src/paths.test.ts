import { PATHS } from './paths';

const ref = { uid: 'api::article.article', documentId: 'abc', locale: 'de' };

it.each([
  [
    'a test of an entry',
    PATHS.testOf(ref),
    '/plugins/ai-optimizer/experiments/new?uid=api%3A%3Aarticle.article&documentId=abc&locale=de',
  ],
  [
    'a test of one without languages',
    PATHS.testOf({ ...ref, locale: '' }),
    '/plugins/ai-optimizer/experiments/new?uid=api%3A%3Aarticle.article&documentId=abc',
  ],
  [
    'a rule of what won',
    PATHS.newRule('Do 10 % more & longer?'),
    '/plugins/personalization/rules/new?name=Do+10+%25+more+%26+longer%3F',
  ],
])('%s', (_name, path, expected) => {
  expect(path).toBe(expected);
});
