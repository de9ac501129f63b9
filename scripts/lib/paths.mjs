import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folder of the repository. */
export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

export const at = (...parts) => path.join(ROOT, ...parts);

/** The compiled application; tests compile their own. */
export const compiled = (...parts) => path.join(process.env.SUITE_APP_DIST || at('dist'), ...parts);

/** What the demo leaves behind: database, log, state. Not committed. */
export const TMP = at('.tmp');

/**
 * Tools are started by their file with the running Node, not through `npx`: one process less,
 * and the same on Windows.
 */
export const BIN = {
  strapi: at('node_modules/@strapi/strapi/bin/strapi.js'),
  strapiPlugin: at('node_modules/@strapi/sdk-plugin/bin/strapi-plugin.js'),
  tsc: at('node_modules/typescript/bin/tsc'),
};

/** Fills the database; a process of its own, because Strapi can be loaded once in a process. */
export const BIN_SEED = at('scripts/seed.mjs');
