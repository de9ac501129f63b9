import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { hashOf, isMarked, setMark, clearMark } from './marks.mjs';
import { at, BIN_SEED, TMP } from './paths.mjs';
import { runNode } from './run.mjs';

const require = createRequire(import.meta.url);
const MARK = 'demo-data';

/** The demo has a database of its own: rebuilding it never touches another one. */
export const DEMO_DATABASE = path.join(TMP, 'demo.db');

const demoHash = () => hashOf(['src', 'scripts/seed.mjs'], ['demo']);

/** The addresses of an uploaded file and of its smaller copies. */
const addressesOf = ({ url, formats }) => [
  url,
  ...Object.values(JSON.parse(formats ?? '{}') ?? {}).map((format) => format.url),
];

const uploadedFiles = () => {
  const Database = require('better-sqlite3');
  const db = new Database(DEMO_DATABASE, { readonly: true });
  try {
    const hasFiles = db.prepare("select 1 from sqlite_master where name = 'files'").get();
    const rows = hasFiles ? db.prepare('select url, formats from files').all() : [];
    return rows.flatMap(addressesOf).filter((url) => url?.startsWith('/uploads/'));
  } finally {
    db.close();
  }
};

/** Removes the demo database and the files uploaded into it, and nothing else. */
export const resetDemo = () => {
  clearMark(MARK);
  if (!fs.existsSync(DEMO_DATABASE)) return;
  for (const url of uploadedFiles()) {
    fs.rmSync(at('public/uploads', path.basename(url)), { force: true });
  }
  for (const suffix of ['', '-wal', '-shm', '-journal']) {
    fs.rmSync(`${DEMO_DATABASE}${suffix}`, { force: true });
  }
};

/** Fills the demo database unless it holds what the present sources would put there. */
export const seedDemo = async ({ note, ...options }) => {
  const hash = demoHash();
  if (fs.existsSync(DEMO_DATABASE) && isMarked(MARK, hash)) return 'already filled';
  await runNode(BIN_SEED, [], {
    ...options,
    onLine: (line) => {
      const [, done, total] = /\[seed\] (\d+)\/(\d+)/.exec(line) ?? [];
      if (done) note(`${done} of ${total}`, done / total);
    },
  });
  setMark(MARK, hash);
  return 'filled';
};
