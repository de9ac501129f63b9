import path from 'node:path';
import mysql from 'mysql2/promise';
import {
  findBinary,
  freePort,
  inServerFolder,
  isRoot,
  run,
  startServer,
  unprivileged,
} from './process.mjs';

/** Without Debian's service scripts: nothing starts by being installed. */
const DEBIAN_PACKAGES = ['mariadb-server-core', 'mariadb-client-core'];

/** Why a server cannot be used for tests, or undefined when it can. */
const obstacle = async (url, timeoutMs) => {
  try {
    const connection = await mysql.createConnection({ uri: url, connectTimeout: timeoutMs });
    await connection.query('select 1');
    await connection.end();
    return undefined;
  } catch (error) {
    return error.message || error.code || 'no answer';
  }
};

const findMariadb = () => ({
  server: findBinary('mariadbd'),
  install: findBinary('mariadb-install-db'),
});

const installMariadb = (log) => {
  const found = findMariadb();
  if (found.server && found.install) return found;
  if (!isRoot() || !findBinary('apt-get')) return undefined;
  log(`installing ${DEBIAN_PACKAGES.join(' and ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  run('apt-get', ['update', '-q'], { env });
  run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...DEBIAN_PACKAGES], { env });
  return findMariadb();
};

const startIn = async ({ folder, owner, command, install }) => {
  const data = path.join(folder, 'data');
  const options = { ...owner, cwd: folder };
  run(
    install,
    [
      '--no-defaults',
      `--datadir=${data}`,
      '--auth-root-authentication-method=normal',
      '--skip-test-db',
    ],
    options,
  );
  const port = await freePort();
  const url = `mysql://root@127.0.0.1:${port}`;
  const server = await startServer({
    command,
    args: [
      '--no-defaults',
      `--datadir=${data}`,
      `--port=${port}`,
      '--bind-address=127.0.0.1',
      `--socket=${path.join(folder, 'socket')}`,
      `--pid-file=${path.join(folder, 'pid')}`,
      '--character-set-server=utf8mb4',
      '--max-connections=200',
      // Nothing here has to survive a crash.
      '--innodb-flush-log-at-trx-commit=0',
      '--innodb-flush-method=nosync',
    ],
    options,
    folder,
    isReady: async () => (await obstacle(url, 500)) === undefined,
  });
  return { url, source: `throwaway server, port ${port}, pid ${server.pid}`, stop: server.stop };
};

const startThrowaway = ({ server: command, install }) => {
  const owner = unprivileged();
  return inServerFolder('suite-mariadb-', owner, (folder) =>
    startIn({ folder, owner, command, install }),
  );
};

/**
 * The MariaDB or MySQL the tests use: TEST_MYSQL_URL, else a local server that lets root in
 * without a password, else a throwaway MariaDB (Debian's packages are installed when we are root).
 * TEST_MYSQL=throwaway skips the local server. Undefined when none can be had.
 */
export const findMysql = async (log = () => {}) => {
  const given = process.env.TEST_MYSQL_URL;
  if (given) {
    const problem = await obstacle(given, 10_000);
    if (problem) throw new Error(`TEST_MYSQL_URL cannot be used: ${problem}`);
    return { url: given, source: 'TEST_MYSQL_URL', stop: async () => {} };
  }
  if (process.env.TEST_MYSQL !== 'throwaway') {
    const url = 'mysql://root@127.0.0.1:3306';
    const problem = await obstacle(url, 2_000);
    if (!problem) return { url, source: 'local server, port 3306', stop: async () => {} };
    log(`no usable MariaDB on 127.0.0.1:3306 (${problem})`);
  }
  const binaries = installMariadb(log);
  return binaries?.server && binaries.install ? startThrowaway(binaries) : undefined;
};
