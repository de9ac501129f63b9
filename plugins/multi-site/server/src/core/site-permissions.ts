import { ACTION } from '../../../shared/plugin';

/**
 * What a role given on one site never carries, whatever its permissions say: these act on all
 * sites at once. They come from a person's own Strapi roles only, with access to the network.
 */
const NETWORK_PREFIXES = ['admin::', 'plugin::content-type-builder.', 'plugin::users-permissions.'];
const NETWORK_ACTIONS = new Set<string>([
  ACTION.accessNetwork,
  ACTION.manageIsolation,
  ACTION.createSites,
  ACTION.archiveSites,
  'plugin::upload.configure-view',
  // Despite its name it also writes the media settings of all sites.
  'plugin::upload.settings.read',
  'plugin::content-manager.collection-types.configure-view',
  'plugin::content-manager.single-types.configure-view',
  'plugin::content-manager.components.configure-layout',
  'plugin::i18n.locale.create',
  'plugin::i18n.locale.update',
  'plugin::i18n.locale.delete',
]);

export function isNetworkAction(action: string): boolean {
  return (
    NETWORK_ACTIONS.has(action) || NETWORK_PREFIXES.some((prefix) => action.startsWith(prefix))
  );
}

/** A permission of Strapi, as far as it matters here. */
type Permission = { action: string; subject?: string | null };

/**
 * Does this reach beyond a single site? Actions of that kind, and any on types that are no
 * content of a site: admin users, tokens, front-end users, our own tables.
 *
 * @param isSiteContent is the type kept apart or shared here? Default: the app's types and media.
 */
export function isNetworkPermission(
  { action, subject }: Permission,
  isSiteContent: (uid: string) => boolean = isOfApp,
): boolean {
  return isNetworkAction(action) || (Boolean(subject) && !isSiteContent(subject ?? ''));
}

const isOfApp = (uid: string) => /^(api::|plugin::upload\.)/.test(uid);

/** The permissions a role keeps on a site. */
export function keepSitePermissions<P extends Permission>(
  permissions: readonly P[],
  isSiteContent?: (uid: string) => boolean,
): P[] {
  return permissions.filter((permission) => !isNetworkPermission(permission, isSiteContent));
}
