import { ACTION } from '../../../shared/plugin';
import { isNetworkAction, isNetworkPermission, keepSitePermissions } from './site-permissions';

describe('what a role given on one site carries', () => {
  it.each([
    'plugin::content-manager.explorer.create',
    'plugin::content-manager.explorer.read',
    'plugin::content-manager.explorer.publish',
    'plugin::upload.read',
    'plugin::upload.assets.create',
    'plugin::i18n.locale.read',
    'api::article.custom-action',
    ACTION.readSites,
    ACTION.updateSites,
    ACTION.readMembers,
    ACTION.manageMembers,
  ])('keeps %s', (action) => {
    expect(isNetworkAction(action)).toBe(false);
  });

  it.each([
    'admin::users.read',
    'admin::roles.update',
    'admin::api-tokens.access',
    'admin::api-tokens.create',
    'admin::webhooks.create',
    'admin::transfer.tokens.access',
    'admin::marketplace.read',
    'admin::project-settings.update',
    'plugin::content-type-builder.read',
    'plugin::users-permissions.roles.update',
    'plugin::users-permissions.advanced-settings.update',
    'plugin::upload.configure-view',
    'plugin::upload.settings.read',
    'plugin::content-manager.collection-types.configure-view',
    'plugin::content-manager.single-types.configure-view',
    'plugin::content-manager.components.configure-layout',
    'plugin::i18n.locale.create',
    'plugin::i18n.locale.update',
    'plugin::i18n.locale.delete',
    ACTION.createSites,
    ACTION.archiveSites,
    ACTION.accessNetwork,
    ACTION.manageIsolation,
  ])('drops %s', (action) => {
    expect(isNetworkAction(action)).toBe(true);
  });

  it.each([
    ['content of the app', 'api::article.article', false],
    ['media', 'plugin::upload.file', false],
    ['nothing in particular', null, false],
    ['front-end users', 'plugin::users-permissions.user', true],
    ['admin users', 'admin::user', true],
    ['locales', 'plugin::i18n.locale', true],
    ['the sites themselves', 'plugin::multi-site.site', true],
    ['a type that only looks alike', 'plugin::uploadx.file', true],
  ])('decides over reading %s', (_what, subject, isBeyond) => {
    const action = 'plugin::content-manager.explorer.read';
    expect(isNetworkPermission({ action, subject })).toBe(isBeyond);
  });

  it('keeps the permissions themselves, in their order', () => {
    const read = { action: 'plugin::content-manager.explorer.read', subject: 'api::a.a' };
    const users = { action: 'admin::users.read', subject: null };
    const upload = { action: 'plugin::upload.read', subject: null };
    expect(keepSitePermissions([read, users, upload])).toEqual([read, upload]);
  });

  it('knows every action of this plugin', () => {
    const network = Object.values(ACTION).filter(isNetworkAction);
    expect(network).toEqual([
      ACTION.createSites,
      ACTION.archiveSites,
      ACTION.accessNetwork,
      ACTION.manageIsolation,
    ]);
  });
});
