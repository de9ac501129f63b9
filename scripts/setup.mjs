// Runs after `npm ci` and `npm install`: makes sure that SQLite works with the Node that is used.
import { isSqliteInstalled, isSqliteUsable, rebuildSqlite } from './lib/sqlite.mjs';

if (isSqliteInstalled() && !isSqliteUsable()) {
  console.log(`Building better-sqlite3 for Node ${process.versions.node} …`);
  // Who uses another database needs no SQLite, so this is no reason to fail the installation.
  await rebuildSqlite().catch((error) => console.warn(error.message));
}
