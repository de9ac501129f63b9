import { entryPath } from './entry-path';

const entry = {
  contentType: 'api::article.article',
  entryDocumentId: 'abc',
  entryLocale: null,
  isSingle: false,
};
const LIST = '/content-manager/collection-types';

it.each([
  ['an entry', {}, `${LIST}/api::article.article/abc`],
  [
    'one in a language',
    { entryLocale: 'de' },
    `${LIST}/api::article.article/abc?plugins[i18n][locale]=de`,
  ],
  [
    'the only one of its type',
    { isSingle: true },
    '/content-manager/single-types/api::article.article',
  ],
  ['a deploy', { contentType: null, entryDocumentId: null }, null],
  ['many at once', { entryDocumentId: null }, null],
])('%s', (_name, given, expected) => {
  expect(entryPath({ ...entry, ...given })).toBe(expected);
});
