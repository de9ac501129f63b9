import { copyFile, rm } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import knex from 'knex';

const withAdmin = async (serverUrl, work) => {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};

const urlOf = (serverUrl, name) => {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
};

const openSqlite = (appDir) => {
  const file = path.join(appDir, '.tmp/data.db');
  return {
    client: 'sqlite',
    env: { DATABASE_CLIENT: 'sqlite', DATABASE_FILENAME: '.tmp/data.db' },
    create: async () => {},
    save: (label) => copyFile(file, `${file}.${label}`),
    restore: (label) => copyFile(`${file}.${label}`, file),
    connect: () =>
      knex({ client: 'better-sqlite3', connection: { filename: file }, useNullAsDefault: true }),
    remove: () => rm(file, { force: true }),
  };
};

const openPostgres = ({ url, name }) => {
  const ownUrl = urlOf(url, name);
  const copies = new Set();
  const copy = (from, to) =>
    withAdmin(url, async (admin) => {
      await admin.query(`drop database if exists "${to}" with (force)`);
      await admin.query(`create database "${to}" template "${from}"`);
    });
  return {
    client: 'postgres',
    // One connection, as SQLite has: parallel populates then end in the order in which they were
    // asked. With more, Strapi by itself writes the keys of an answer now in one order, now in another.
    env: {
      DATABASE_CLIENT: 'postgres',
      DATABASE_URL: ownUrl,
      DATABASE_POOL_MIN: '1',
      DATABASE_POOL_MAX: '1',
    },
    create: () =>
      withAdmin(url, async (admin) => {
        await admin.query(`drop database if exists "${name}" with (force)`);
        await admin.query(`create database "${name}"`);
      }),
    save: async (label) => {
      copies.add(`${name}_${label}`);
      await copy(name, `${name}_${label}`);
    },
    restore: (label) => copy(`${name}_${label}`, name),
    connect: () => knex({ client: 'pg', connection: ownUrl }),
    remove: () =>
      withAdmin(url, async (admin) => {
        for (const each of [name, ...copies]) {
          await admin.query(`drop database if exists "${each}" with (force)`);
        }
      }),
  };
};

/** The project's database: it can be saved under a label and put back while the app is stopped. */
export function openDatabase({ client, url, appDir, name }) {
  if (client === 'sqlite') return openSqlite(appDir);
  return openPostgres({ url, name: `adoption_${name.replace(/\W/g, '_')}_${process.pid}` });
}
