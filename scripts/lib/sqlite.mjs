import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { at, TMP } from './paths.mjs';
import { run, runNode } from './run.mjs';

const PREBUILT_WAIT_MS = 5_000;
const PROBE_LIMIT_MS = 20_000;

const PROBE = at('scripts/lib/sqlite-probe.cjs');

export const isSqliteInstalled = () => fs.existsSync(at('node_modules/better-sqlite3'));

/** True when better-sqlite3 is there, fits the Node that runs this, and does not crash in it. */
export const isSqliteUsable = () => {
  const options = { stdio: 'ignore', timeout: PROBE_LIMIT_MS };
  return (
    isSqliteInstalled() &&
    spawnSync(process.execPath, ['--max-semi-space-size=1', PROBE], options).status === 0
  );
};

/** Ready-made files exist for most machines; they come from GitHub, which not all can reach. */
export const isPrebuiltReachable = async () => {
  const lock = JSON.parse(fs.readFileSync(at('package-lock.json'), 'utf8'));
  const { version } = lock.packages['node_modules/better-sqlite3'];
  const file = `better-sqlite3-v${version}-node-v${process.versions.modules}-${process.platform}-${process.arch}.tar.gz`;
  const url = `https://github.com/WiseLibs/better-sqlite3/releases/download/v${version}/${file}`;
  try {
    const signal = AbortSignal.timeout(PREBUILT_WAIT_MS);
    return (await fetch(url, { method: 'HEAD', signal })).ok;
  } catch {
    return false;
  }
};

const HOOK_CALL = /^\s*(Add|Remove)CleanupHook\(\);\n/gm;

/** The same headers without the hook, in a folder of ours. */
const withoutHook = (include, wrap) => {
  const home = path.join(TMP, `node-headers-${process.versions.node}`);
  fs.cpSync(path.join(include, 'node'), path.join(home, 'include/node'), { recursive: true });
  const copy = path.join(home, 'include/node/node_object_wrap.h');
  fs.writeFileSync(copy, wrap.replace(HOOK_CALL, ''));
  return home;
};

/**
 * The environment npm needs to compile better-sqlite3: the headers that came with Node, so that
 * nothing has to be fetched. Late versions of Node 24 register a clean-up hook in
 * `node::ObjectWrap`; better-sqlite3 12 is aborted when an object that has one is collected
 * (fixed in 13, which does not run on Node 20). So it is compiled as for the earlier ones, with
 * which it shares the binary interface.
 */
export const compileEnvironment = () => {
  const prefix = path.resolve(path.dirname(fs.realpathSync(process.execPath)), '..');
  const include = path.join(prefix, 'include');
  const header = path.join(include, 'node/node_object_wrap.h');
  if (!fs.existsSync(header)) return {};
  const wrap = fs.readFileSync(header, 'utf8');
  const hasHook = wrap.search(HOOK_CALL) !== -1;
  return { npm_config_nodedir: hasHook ? withoutHook(include, wrap) : prefix };
};

/** npm as it runs us, else the one on the path. */
export const npm = (args, options) =>
  process.env.npm_execpath
    ? runNode(process.env.npm_execpath, args, options)
    : run('npm', args, { ...options, isShell: process.platform === 'win32' });

/** Builds better-sqlite3 anew for this Node. Throws when it still does not work. */
export const rebuildSqlite = async (options = {}) => {
  const env = { ...options.env, ...compileEnvironment() };
  // A ready-made file that does not work would only be fetched again.
  const hasTried = isSqliteInstalled() && (await isPrebuiltReachable());
  if (hasTried) env.npm_config_build_from_source = 'true';
  await npm(['rebuild', 'better-sqlite3'], { ...options, env });
  if (isSqliteUsable()) return;
  throw new Error(
    `better-sqlite3 was built but does not work with Node ${process.versions.node}. ` +
      'Use Node 22, or another database (DATABASE_CLIENT=postgres).',
  );
};
