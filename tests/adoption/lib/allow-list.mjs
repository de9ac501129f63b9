import { GUESTS } from './guests.mjs';

/**
 * Everything that may differ while the plugins are installed and nothing is configured. The list is
 * closed: an answer that is not named here has to be equal byte for byte.
 */
const NAMES = new Set([
  ...GUESTS.flatMap(({ id, packageName }) => [id, `plugin::${id}`, packageName]),
]);
const UIDS = GUESTS.map(({ id }) => `plugin::${id}.`);

/** Lists of what is installed: types, permissions, routes, plugins. Ours may be added, nothing else. */
const LISTS = [
  ['/content-manager/init', 'every content type, hidden ones included'],
  ['/content-manager/content-types', 'every content type, hidden ones included'],
  ['/content-manager/content-types-settings', 'the list settings of every content type'],
  ['/content-type-builder/content-types', 'every content type, hidden ones included'],
  ['/content-type-builder/schema', 'every content type, hidden ones included'],
  ['/admin/permissions', 'every action that a role can be given'],
  ['/admin/content-api/permissions', 'every action that an API token can be given'],
  ['/admin/content-api/routes', 'every route of the content API'],
  ['/admin/plugins', 'every installed plugin'],
  ['/admin/information', 'the dependencies that package.json names'],
  ['/admin/users/me/permissions', 'what the super admin may do: everything, so ours too'],
  ['/users-permissions/permissions', 'every action that a reader can be given'],
  ['/users-permissions/routes', 'every route of the content API'],
  ['/users-permissions/roles/:id', 'every action that a reader can be given'],
];

/**
 * Strapi asks for these rows without an order: PostgreSQL gives them as it reads them, which depends
 * on how many there are. The rows have to be equal, not their places.
 */
const UNORDERED = '/admin/users/me/permissions';

/** Addresses of the plugins' own below their ids: answered by nobody before, by them after. */
const BELOW_IDS = [
  '/multi-site/sites',
  '/personalization/rules',
  '/federation/sources',
  '/ai-optimizer/scores',
  '/performance-monitor/overview',
  '/api/personalization/resolve',
];
export const OWN_ADDRESSES = ['/api/sites', '/api/sites/current', ...BELOW_IDS];
/** The same where the project has a /api/sites already. */
export const PREFIXED_ADDRESSES = ['/api/multi-site/sites', ...BELOW_IDS];

const BODY_HEADERS = new Set(['content-length', 'etag']);
const IDENTITIES = ['uid', 'action', 'plugin', 'name', 'apiName', 'subject'];

const namesPlugin = (value) =>
  typeof value === 'string' && (NAMES.has(value) || UIDS.some((uid) => value.startsWith(uid)));

const isOurs = (value) =>
  namesPlugin(value) ||
  (value !== null &&
    typeof value === 'object' &&
    IDENTITIES.some((identity) => namesPlugin(value[identity])));

/** The answer without what names the plugin; everything else keeps its place and order. */
const withoutPlugin = (value) => {
  if (Array.isArray(value)) return value.filter((item) => !isOurs(item)).map(withoutPlugin);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !namesPlugin(key))
      .map(([key, item]) => [key, withoutPlugin(item)]),
  );
};

const pathOf = ({ path }) =>
  path.split('?')[0].replace(/^(\/users-permissions\/roles\/)\d+$/, '$1:id');

export const ownAddress = (addresses) => (request) => addresses.includes(pathOf(request));

const isListed = (request) => LISTS.some(([path]) => path === pathOf(request));

const byId = (rows) => [...rows].sort((one, other) => one.id - other.id);

/** What has to be equal of an answer while the plugin is installed. */
export function asGuest(answer) {
  if (!isListed(answer) || answer.status !== 200) return answer;
  const body = withoutPlugin(JSON.parse(answer.body));
  if (pathOf(answer) === UNORDERED) body.data = byId(body.data);
  return {
    ...answer,
    headers: answer.headers.filter(([name]) => !BODY_HEADERS.has(name.toLowerCase())),
    body: JSON.stringify(body),
  };
}

export const describeAllowList = () => [
  ...LISTS.map(([path, why]) => `${path}: ${why}`),
  ...OWN_ADDRESSES.map((path) => `${path}: a plugin's own address`),
];
