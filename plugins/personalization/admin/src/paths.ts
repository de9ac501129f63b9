import { PLUGIN_ID } from '../../shared/plugin';

/** Addresses of our pages inside the admin. */
const ROOT = `/plugins/${PLUGIN_ID}`;

export const PATHS = {
  overview: ROOT,
  rules: `${ROOT}/rules`,
  newRule: `${ROOT}/rules/new`,
  rule: (id: string) => `${ROOT}/rules/${id}`,
  audiences: `${ROOT}/audiences`,
  newAudience: `${ROOT}/audiences/new`,
  audience: (id: string) => `${ROOT}/audiences/${id}`,
  visitors: `${ROOT}/visitors`,
  /** Those a rule is for. */
  visitorsOf: (rule: string) => `${ROOT}/visitors?rule=${encodeURIComponent(rule)}`,
  visitor: (id: string) => `${ROOT}/visitors/${id}`,
  recommendations: `${ROOT}/recommendations`,
  analytics: `${ROOT}/analytics`,
  settings: `${ROOT}/settings`,
} as const;
