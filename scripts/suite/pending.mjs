import fs from 'node:fs';
import { at } from '../lib/paths.mjs';

/**
 * Test files that a part leaves out for now, each with the reason: `{ part, file, why }`, the part
 * as in parts.mjs. They are counted and named as skipped, so that nobody forgets them.
 */
export const PENDING_FILE = 'tests/pending.json';

export const readPending = () => JSON.parse(fs.readFileSync(at(PENDING_FILE), 'utf8'));

/** What a part leaves out: flags for Jest, and lines for the list of skips. */
export const leftOut = (pending, part) => {
  const mine = pending.filter((entry) => entry.part === part);
  const escape = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return {
    // Given on the command line they replace the configured ones.
    flags:
      mine.length === 0
        ? []
        : ['/node_modules/', '/dist/', ...mine.map(({ file }) => `${escape(file)}$`)].map(
            (pattern) => `--testPathIgnorePatterns=${pattern}`,
          ),
    skips: mine.map(({ file, why }) => `${file} (${why})`),
  };
};
