// `npm run demo`: from a fresh clone to a running demo; run again it starts in seconds.
//   -- --reset         rebuilds the demo database first
//   -- --no-open       does not open the browser
//   -- --prepare-only  does everything but start
import fs from 'node:fs';
import { openBrowser } from './lib/browser.mjs';
import { checkDisk, checkNative, checkNode, freePort, NotReady } from './lib/checks.mjs';
import { printWelcome, writeTokens } from './lib/demo-welcome.mjs';
import { DEMO_DATABASE, resetDemo, seedDemo } from './lib/demo-data.mjs';
import { ensureSecrets, setting } from './lib/env-file.mjs';
import { install } from './lib/install.mjs';
import { at, TMP } from './lib/paths.mjs';
import { runSteps } from './lib/progress.mjs';
import { CommandFailed, stopRunning } from './lib/run.mjs';

const LOG = at('.tmp/demo.log');
const KNOWN = ['--reset', '--no-open', '--prepare-only'];

const options = new Set(process.argv.slice(2));

const checkOptions = () => {
  const unknown = [...options].filter((option) => !KNOWN.includes(option));
  if (unknown.length === 0) return;
  throw new NotReady(`Unknown option ${unknown.join(', ')}. Known: ${KNOWN.join(', ')}.`);
};

/** What the demo fixes on purpose: SQLite in a file of its own, no statistics sent. */
const demoSettings = () => ({
  NODE_ENV: 'production',
  DATABASE_CLIENT: 'sqlite',
  DATABASE_FILENAME: DEMO_DATABASE,
  STRAPI_TELEMETRY_DISABLED: 'true',
});

const steps = () => {
  const common = { log: LOG };
  let native = {};
  return [
    {
      title: 'Check this machine',
      seconds: 2,
      run: async () => {
        checkDisk();
        native = await checkNative();
        return `Node ${process.versions.node}`;
      },
    },
    {
      title: 'Install dependencies',
      seconds: 120,
      run: () => install({ ...common, env: native }),
    },
    {
      title: 'Build the plugins',
      seconds: 110,
      run: async (note) => {
        const { buildPlugins } = await import('./lib/build.mjs');
        const built = await buildPlugins({ ...common, onPlugin: note });
        return built.join(', ') || 'up to date';
      },
    },
    {
      title: 'Build the application and its admin panel',
      seconds: 50,
      run: async () => {
        const { buildApp } = await import('./lib/build.mjs');
        const built = await buildApp(common);
        return built.length > 0 ? 'built' : 'up to date';
      },
    },
    {
      title: 'Migrate and fill the database',
      seconds: 60,
      run: (note) => {
        ensureSecrets();
        if (options.has('--reset')) resetDemo();
        return seedDemo({ ...common, note, env: demoSettings() });
      },
    },
  ];
};

const start = async () => {
  const host = setting('HOST', '127.0.0.1');
  const port = await freePort(Number(setting('PORT', 1337)), host);
  // The settings win over .env, and Strapi's own start-up table would hide ours.
  Object.assign(process.env, demoSettings(), {
    HOST: host,
    PORT: String(port),
    LOG_STARTUP: 'false',
  });
  const { createApp } = await import('./lib/serve.mjs');
  const app = await createApp().start();
  await writeTokens(app);
  const address = `http://localhost:${port}`;
  printWelcome(address);
  if (process.stdout.isTTY && !process.env.CI && !options.has('--no-open')) {
    openBrowser(`${address}/admin`);
  }
};

const stopPreparing = () => {
  stopRunning();
  console.log('\nStopped. What is done is kept: run the command again to go on.');
  process.exit(130);
};

try {
  checkNode();
  checkOptions();
  fs.mkdirSync(TMP, { recursive: true });
  fs.writeFileSync(LOG, '');
  process.on('SIGINT', stopPreparing);
  await runSteps(steps());
  process.off('SIGINT', stopPreparing);
  if (options.has('--prepare-only')) console.log('Prepared. Start it with: npm run demo');
  else await start();
} catch (error) {
  if (error instanceof CommandFailed) console.error(`\n${error.tail}\n`);
  console.error(
    error instanceof NotReady || error instanceof CommandFailed ? error.message : error,
  );
  if (error instanceof CommandFailed) console.error('Everything it printed: .tmp/demo.log');
  process.exit(1);
}
