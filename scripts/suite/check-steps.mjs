import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { buildPlugins } from '../lib/build.mjs';
import { at, BIN, ROOT } from '../lib/paths.mjs';
import { ownPlugins } from '../lib/plugins.mjs';
import { CommandFailed, runNode } from '../lib/run.mjs';
import { brokenLinks } from './links.mjs';
import { sizeProblems } from './size.mjs';

/** A step either ends or throws an error whose message is what the reader needs to see. */
const tool = async (file, args, options) => {
  try {
    return await runNode(at('node_modules', file), args, options);
  } catch (error) {
    throw error instanceof CommandFailed ? new Error(error.output.trim()) : error;
  }
};

const forEachPlugin = async (work) => {
  for (const plugin of ownPlugins()) await work(plugin);
};

const failWith = (problems) => {
  if (problems.length > 0) throw new Error(problems.join('\n'));
};

const markdownFiles = () =>
  spawnSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.md'], {
    cwd: ROOT,
    encoding: 'utf8',
  })
    .stdout.split('\n')
    .filter((file) => file !== '' && fs.existsSync(at(file)));

const buildStep = async () => {
  try {
    await buildPlugins();
  } catch (error) {
    throw error instanceof CommandFailed ? new Error(error.output.trim()) : error;
  }
};

const sizes = () => {
  const budgets = JSON.parse(fs.readFileSync(at('scripts/size-budgets.json'), 'utf8'));
  failWith(sizeProblems(ownPlugins(), budgets));
};

const links = () =>
  failWith(
    brokenLinks(ROOT, markdownFiles()).map(
      ({ file, target, problem }) => `${file}: ${target} (${problem})`,
    ),
  );

/** The steps of `npm run check`, in their order. */
export const CHECK_STEPS = [
  {
    title: 'Format (Prettier)',
    run: () => tool('prettier/bin/prettier.cjs', ['--check', '--log-level=warn', '.']),
  },
  { title: 'Lint (ESLint)', run: () => tool('eslint/bin/eslint.js', ['--max-warnings=0', '.']) },
  {
    title: 'Types (tsc, strict)',
    run: () => runTypes('tsconfig.lint.json'),
  },
  { title: 'Build plugins, types of each side', run: buildStep },
  { title: 'Unit tests', run: () => tool('../scripts/test.mjs', ['unit']) },
  {
    title: 'Plugin verify',
    run: () => forEachPlugin(({ dir }) => runNode(BIN.strapiPlugin, ['verify'], { cwd: dir })),
  },
  { title: 'Unused files, exports, dependencies (knip)', run: () => tool('knip/bin/knip.js', []) },
  {
    title: 'Package entries (publint)',
    run: () =>
      forEachPlugin(({ dir }) =>
        tool('publint/src/cli.js', ['--strict', path.relative(ROOT, dir)]),
      ),
  },
  { title: 'Size budgets', run: sizes },
  { title: 'Links in the documentation', run: links },
];

const runTypes = (project) =>
  tool('typescript/bin/tsc', ['--noEmit', '--pretty', 'false', '-p', at(project)]);
