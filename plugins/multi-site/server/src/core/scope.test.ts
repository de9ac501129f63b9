import { scopeOf } from './scope';

const withScope = (scope: unknown) => ({ 'multi-site': { scope } });

describe('scopeOf', () => {
  it.each([
    ['a type of the app', 'api::article.article', undefined, 'site'],
    ['a type nobody thought of', 'api::new.new', {}, 'site'],
    ['media files', 'plugin::upload.file', undefined, 'site'],
    ['media folders', 'plugin::upload.folder', undefined, 'site'],
    ['front-end users', 'plugin::users-permissions.user', undefined, 'global'],
    ['locales', 'plugin::i18n.locale', undefined, 'global'],
    ['admin users', 'admin::user', undefined, 'global'],
    ['Strapi’s own', 'strapi::core-store', undefined, 'global'],
    ['the sites themselves', 'plugin::multi-site.site', undefined, 'global'],
  ])('knows %s', (_what, uid, pluginOptions, scope) => {
    expect(scopeOf({ uid, pluginOptions })).toBe(scope);
  });

  it.each([
    ['a type of the app shared', 'api::country.country', 'shared'],
    ['a type of the app global', 'api::country.country', 'global'],
    ['a type of another plugin kept apart', 'plugin::comments.comment', 'site'],
    ['media shared', 'plugin::upload.file', 'shared'],
  ] as const)('lets a schema make %s', (_what, uid, scope) => {
    expect(scopeOf({ uid, pluginOptions: withScope(scope) })).toBe(scope);
  });

  it.each([
    ['null', null],
    ['a text', 'shared'],
    ['another plugin’s', { i18n: { localized: true, scope: 'global' } }],
    ['ours without a scope', { 'multi-site': {} }],
    ['ours as null', { 'multi-site': null }],
    ['ours as a text', { 'multi-site': 'global' }],
  ])('keeps apart where the options are %s', (_what, pluginOptions) => {
    expect(scopeOf({ uid: 'api::article.article', pluginOptions })).toBe('site');
  });

  it.each([['none'], ['Site'], [''], [null], [0], [['site']]])(
    'refuses the scope %j and names the type and what is known',
    (scope) => {
      const facts = { uid: 'api::article.article', pluginOptions: withScope(scope) };
      expect(() => scopeOf(facts)).toThrow(/api::article\.article.*site, shared, global/);
    },
  );
});
