import fs from 'node:fs';
import { build } from 'esbuild';
import { clearMark, hashOf, isMarked, setMark } from './marks.mjs';
import { at, BIN } from './paths.mjs';
import { runNode } from './run.mjs';

const PACKAGE = 'packages/client';
/** One file for the demo's front end, with everything in it. */
const DEMO_FILE = 'public/site/client.js';

const shared = {
  entryPoints: [at(PACKAGE, 'src/index.ts')],
  bundle: true,
  format: 'esm',
  target: 'es2022',
  logLevel: 'silent',
};

/** Builds the front-end client when it changed: a library, its types, and a file for the demo. */
export const buildClient = async ({ isForced = false, ...options } = {}) => {
  const hash = hashOf([
    `${PACKAGE}/src`,
    `${PACKAGE}/package.json`,
    'package-lock.json',
    'scripts/lib/build-client.mjs',
  ]);
  const isThere = fs.existsSync(at(DEMO_FILE)) && fs.existsSync(at(PACKAGE, 'dist/index.d.ts'));
  if (!isForced && isThere && isMarked('client', hash)) return false;
  clearMark('client');
  fs.rmSync(at(PACKAGE, 'dist'), { recursive: true, force: true });
  await runNode(BIN.tsc, ['--pretty', 'false', '-p', at(PACKAGE, 'tsconfig.json')], options);
  await build({ ...shared, packages: 'external', outfile: at(PACKAGE, 'dist/index.mjs') });
  await build({ ...shared, minify: true, outfile: at(DEMO_FILE) });
  setMark('client', hash);
  return true;
};
