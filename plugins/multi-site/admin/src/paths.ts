import { PLUGIN_ID } from '../../shared/plugin';

/** Addresses of our pages inside the admin. */
const ROOT = `/plugins/${PLUGIN_ID}`;

export const PATHS = {
  sites: ROOT,
  newSite: `${ROOT}/sites/new`,
  site: (id: string) => `${ROOT}/sites/${id}`,
  dashboard: (id: string) => `${ROOT}/sites/${id}/dashboard`,
  overview: `${ROOT}/overview`,
  members: (id: string) => `${ROOT}/sites/${id}/members`,
  board: (id: string) => `${ROOT}/sites/${id}/board`,
  workflow: (id: string) => `${ROOT}/sites/${id}/workflow`,
  revalidation: (id: string) => `${ROOT}/sites/${id}/revalidation`,
  sharing: `${ROOT}/sharing`,
  audit: `${ROOT}/audit`,
  isolation: `${ROOT}/isolation`,
  tokens: `${ROOT}/tokens`,
  webhooks: `${ROOT}/webhooks`,
} as const;
