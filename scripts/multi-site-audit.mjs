// `npm run multi-site:audit`: how far every table, relation and route of this application reaches
// (scoped, shared, global; unknown fails), and a proof of the border on a copy of the database.
//   -- --json       prints it as JSON
//   -- --all        lists everything, not only what is unknown
// Exit code 0: the border is closed. 1: something is unknown, or the proof found something.
// 2: it could not be asked.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { NotReady } from './lib/checks.mjs';
import { copyDatabase, shutNetwork } from './lib/database-copy.mjs';
import { ensureSecrets } from './lib/env-file.mjs';
import { CommandFailed, runNode } from './lib/run.mjs';
import { createApp } from './lib/serve.mjs';

const options = new Set(process.argv.slice(2));
const inspection = (app) => app.plugin('multi-site').service('inspection');

const start = async () => {
  process.env.NODE_ENV ||= 'production';
  process.env.STRAPI_TELEMETRY_DISABLED ||= 'true';
  const app = createApp();
  app.log.level = 'error';
  app.config.set('server.cron.enabled', false);
  await app.load();
  return app;
};

/** In a process of its own, on the copy. */
const prove = async () => {
  if (process.env.DATABASE_CLIENT === 'sqlite') shutNetwork();
  const app = await start();
  const proof = await inspection(app).prove({ words: 'this database is a copy' });
  fs.writeFileSync(process.env.MULTI_SITE_PROOF, JSON.stringify(proof));
  await app.destroy();
  process.exit(0);
};

const audit = async () => {
  ensureSecrets();
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'multi-site-audit-'));
  const app = await start();
  let copy;
  try {
    const inventory = await inspection(app).inventory();
    copy = await copyDatabase(app, folder);
    const result = path.join(folder, 'proof.json');
    const env = { ...copy.env, MULTI_SITE_PROOF: result };
    await runNode('scripts/multi-site-audit.mjs', [], { env });
    const proof = JSON.parse(fs.readFileSync(result, 'utf8'));
    return { inventory, proof: { on: copy.what, ...proof } };
  } finally {
    await copy?.remove();
    await app.destroy();
    fs.rmSync(folder, { recursive: true, force: true });
  }
};

const print = ({ inventory, proof }) => {
  for (const [title, items] of Object.entries(inventory)) {
    const counts = ['scoped', 'shared', 'global', 'unknown'].map(
      (reach) => `${items.filter((item) => item.reach === reach).length} ${reach}`,
    );
    console.log(`${title.padEnd(10)} ${String(items.length).padStart(4)}: ${counts.join(', ')}`);
    for (const { name, reach, because } of items) {
      if (options.has('--all') || reach === 'unknown') {
        console.log(`  ${reach.padEnd(8)} ${name}  (${because})`);
      }
    }
  }
  console.log(`proof      ${proof.checks} questions on ${proof.on}, ${proof.leaks.length} leaks`);
  for (const leak of proof.leaks) console.log(`  leak     ${leak}`);
  for (const one of proof.unanswered) console.log(`  failed   ${one}`);
};

const judge = ({ inventory, proof }) => {
  const isKnown = Object.values(inventory).every((items) =>
    items.every(({ reach }) => reach !== 'unknown'),
  );
  // No question asked, or one that failed, is no proof.
  const isProven = proof.checks > 0 && proof.leaks.length + proof.unanswered.length === 0;
  return isKnown && isProven;
};

try {
  if (process.env.MULTI_SITE_PROOF) await prove();
  const report = await audit();
  const isClosed = judge(report);
  if (options.has('--json')) console.log(JSON.stringify({ isClosed, ...report }, null, 2));
  else {
    print(report);
    console.log(isClosed ? 'The border is closed.' : 'Look at the lines above.');
  }
  process.exit(isClosed ? 0 : 1);
} catch (error) {
  const isOurs = error instanceof NotReady;
  console.error(isOurs ? error.message : error instanceof CommandFailed ? error.tail : error);
  process.exit(2);
}
