import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { at, ROOT } from './paths.mjs';

/**
 * A mark is the hash of what a step was made from, written when the step is whole. Same hash
 * later: nothing to do. Marks live in node_modules/.cache, so a fresh install forgets them.
 */
const markFile = (name) => at('node_modules/.cache/suite', `${name}.mark`);

/** Never part of what a build is made from. */
const IGNORED = new Set(['node_modules', 'dist', '.cache', '.git', '.tmp', 'README.md']);
const TEST_FILE = /\.test\.[a-z]+$/;

const collect = (target, files) => {
  const stat = fs.statSync(target, { throwIfNoEntry: false });
  if (stat?.isFile()) files.push(target);
  if (!stat?.isDirectory()) return files;
  for (const name of fs.readdirSync(target).sort()) {
    if (!IGNORED.has(name) && !TEST_FILE.test(name)) collect(path.join(target, name), files);
  }
  return files;
};

/** Hash over names and contents of files and folders (relative to the root) and of plain values. */
export const hashOf = (targets, values = []) => {
  const hash = createHash('sha256').update(JSON.stringify(values));
  for (const target of targets) {
    for (const file of collect(at(target), [])) {
      hash.update(`\0${path.relative(ROOT, file)}\0`).update(fs.readFileSync(file));
    }
  }
  return hash.digest('hex');
};

export const isMarked = (name, hash) => {
  const file = markFile(name);
  return fs.existsSync(file) && fs.readFileSync(file, 'utf8') === hash;
};

export const setMark = (name, hash) => {
  fs.mkdirSync(path.dirname(markFile(name)), { recursive: true });
  fs.writeFileSync(markFile(name), hash);
};

export const clearMark = (name) => fs.rmSync(markFile(name), { force: true });
