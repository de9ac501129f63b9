// Run by sqlite.mjs in a process of its own, with a small heap. Statements are made and forgotten,
// so that many are collected: a better-sqlite3 12 that was compiled with the headers of a late
// Node 24 is aborted in that. A file, because the same code in `node -e` is collected differently.
const Database = require('better-sqlite3');

const db = new Database(':memory:');
for (let i = 0; i < 20_000; i += 1) db.prepare(`select ${i}`).get();
