// Fills the configured database with the demo's sites and content. Safe to run again.
import { NotReady } from './lib/checks.mjs';
import { ensureSecrets } from './lib/env-file.mjs';
import { createApp } from './lib/serve.mjs';

try {
  ensureSecrets();
  process.env.NODE_ENV ||= 'production';
  process.env.STRAPI_TELEMETRY_DISABLED ||= 'true';
  process.env.SEED_DEMO = 'true';
  const app = await createApp().load();
  await app.destroy();
  process.exit(0);
} catch (error) {
  console.error(error instanceof NotReady ? error.message : error);
  process.exit(1);
}
