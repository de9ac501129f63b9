import { createRequire } from 'node:module';
import { NotReady } from './checks.mjs';
import { loadEnvFile } from './env-file.mjs';
import { compiled, ROOT } from './paths.mjs';
import { unbuiltPlugins, unbuiltSentence } from './plugins.mjs';

const require = createRequire(import.meta.url);

/** Throws when starting would lose data; see `unbuiltPlugins`. */
const refuseUnbuilt = () => {
  const plugins = unbuiltPlugins();
  if (plugins.length > 0) throw new NotReady(unbuiltSentence(plugins));
};

/**
 * Strapi, in this process: so one Ctrl-C reaches it once, it closes the database and the process
 * ends with code 0. The settings must be in `process.env` before.
 */
export const createApp = () => {
  loadEnvFile();
  refuseUnbuilt();
  const { createStrapi } = require('@strapi/strapi');
  return createStrapi({ appDir: ROOT, distDir: compiled() });
};
