import { PLUGIN_ID } from '../../shared/plugin';

/** Addresses of our pages inside the admin. */
const ROOT = `/plugins/${PLUGIN_ID}`;

export const PATHS = {
  sites: ROOT,
  newSite: `${ROOT}/sites/new`,
  site: (id: string) => `${ROOT}/sites/${id}`,
  members: (id: string) => `${ROOT}/sites/${id}/members`,
  isolation: `${ROOT}/isolation`,
  tokens: `${ROOT}/tokens`,
} as const;
