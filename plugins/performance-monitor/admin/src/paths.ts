import { PLUGIN_ID } from '../../shared/plugin';

/** Addresses of our pages inside the admin. */
const ROOT = `/plugins/${PLUGIN_ID}`;

export const PATHS = {
  overview: ROOT,
  api: `${ROOT}/api`,
  route: `${ROOT}/api/route`,
  database: `${ROOT}/database`,
  statement: (fingerprint: string) => `${ROOT}/database/${fingerprint}`,
  delivery: `${ROOT}/delivery`,
  ai: `${ROOT}/ai`,
  marker: (id: string) => `${ROOT}/markers/${id}`,
  trace: (id: string) => `${ROOT}/requests/${id}`,
  alerts: `${ROOT}/alerts`,
  newRule: `${ROOT}/alerts/rules/new`,
  rule: (id: string) => `${ROOT}/alerts/rules/${id}`,
  settings: `${ROOT}/settings`,
} as const;

/** Whether a request asked a statement; other work of the server has no page of its own. */
export const isRoute = (route: string): boolean => route !== 'background' && route !== 'other';
