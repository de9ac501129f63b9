// `npm start`: makes missing secrets, refuses what would lose data, starts Strapi.
import fs from 'node:fs';
import { at } from './lib/paths.mjs';
import { checkNode, NotReady } from './lib/checks.mjs';
import { ensureSecrets } from './lib/env-file.mjs';

const checkBuilt = () => {
  if (!fs.existsSync(at('node_modules/@strapi/strapi'))) {
    throw new NotReady('Nothing is installed yet. Run `npm ci` first, or `npm run demo` for all.');
  }
  if (!fs.existsSync(at('dist/src/index.js')) || !fs.existsSync(at('dist/build/index.html'))) {
    throw new NotReady('The application is not built yet. Run `npm run build` first.');
  }
};

try {
  checkNode();
  checkBuilt();
  const made = ensureSecrets();
  if (made.length > 0) console.log(`Written to .env: ${made.join(', ')}.`);
  process.env.NODE_ENV ||= 'production';
  process.env.STRAPI_TELEMETRY_DISABLED ||= 'true';
  const { createApp } = await import('./lib/serve.mjs');
  await createApp().start();
} catch (error) {
  console.error(error instanceof NotReady ? error.message : error);
  process.exitCode = 1;
}
