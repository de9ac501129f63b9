import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { randomBytes } from 'node:crypto';
import createKnex, { type Knex } from 'knex';
import { boots } from './native';

export const DATABASES = ['sqlite', 'postgres', 'mysql'] as const;
export type DatabaseKind = (typeof DATABASES)[number];

/** What one installation keeps between starts: a database of its own and a folder for uploads. */
export type Storage = {
  kind: DatabaseKind;
  /** Environment that makes Strapi use this database. */
  env: Record<string, string>;
  publicDir: string;
  remove: () => Promise<void>;
};

/** The database of this lane: TEST_DATABASE, SQLite without it. */
export const laneDatabase = (): DatabaseKind => {
  const kind = process.env.TEST_DATABASE || 'sqlite';
  const known = DATABASES.find((name) => name === kind);
  if (!known) throw new Error(`TEST_DATABASE is "${kind}". Use ${DATABASES.join(', ')}.`);
  return known;
};

/** Set by the lane's global setup, which finds or starts the server. */
export const serverUrl = (kind: DatabaseKind): URL => {
  const value = process.env[`SUITE_${kind.toUpperCase()}_URL`];
  if (!value) throw new Error(`No ${kind} server was prepared: run the lane by npm run test:api.`);
  return new URL(value);
};

type Server = { kind: 'postgres' | 'mysql'; url: URL };

const withServer = async (
  { kind, url }: Server,
  work: (knex: Knex) => Promise<unknown>,
): Promise<void> => {
  const client = kind === 'postgres' ? 'pg' : 'mysql2';
  const knex = createKnex({ client, connection: url.href });
  try {
    await work(knex);
  } finally {
    await knex.destroy();
  }
};

const serverEnv = ({ kind, url }: Server, name: string): Record<string, string> => ({
  DATABASE_CLIENT: kind,
  DATABASE_URL: '',
  DATABASE_HOST: url.hostname,
  DATABASE_PORT: url.port || (kind === 'postgres' ? '5432' : '3306'),
  DATABASE_NAME: name,
  DATABASE_USERNAME: decodeURIComponent(url.username),
  DATABASE_PASSWORD: decodeURIComponent(url.password),
});

/**
 * A new, empty database and an empty uploads folder; `remove()` takes both away, and so does the
 * end of the test file. `address` is a server other than the lane's.
 */
export const createStorage = async (
  kind: DatabaseKind = laneDatabase(),
  address?: string,
): Promise<Storage> => {
  const made = await makeStorage(kind, address);
  const remove = async () => {
    boots.storages.delete(remove);
    await made.remove();
  };
  boots.storages.add(remove);
  return { ...made, remove };
};

const makeStorage = async (kind: DatabaseKind, address?: string): Promise<Storage> => {
  const folder = fs.mkdtempSync(path.join(process.env.SUITE_SCRATCH ?? os.tmpdir(), 'suite-test-'));
  const publicDir = path.join(folder, 'public');
  fs.mkdirSync(path.join(publicDir, 'uploads'), { recursive: true });
  const removeFolder = () => fs.rmSync(folder, { recursive: true, force: true });

  if (kind === 'sqlite') {
    const filename = path.join(folder, 'data.db');
    return {
      kind,
      env: { DATABASE_CLIENT: 'sqlite', DATABASE_FILENAME: filename, DATABASE_URL: '' },
      publicDir,
      remove: async () => removeFolder(),
    };
  }

  const name = `suite_test_${process.pid}_${randomBytes(4).toString('hex')}`;
  const server: Server = { kind, url: address ? new URL(address) : serverUrl(kind) };
  await withServer(server, async (knex) => {
    await knex.raw('create database ??', [name]);
    // Nobody needs these rows after a power cut, and a commit need not wait for a disk.
    if (kind === 'postgres')
      await knex.raw('alter database ?? set synchronous_commit = off', [name]);
  });
  const drop =
    kind === 'postgres' ? 'drop database if exists ?? with (force)' : 'drop database if exists ??';
  return {
    kind,
    env: serverEnv(server, name),
    publicDir,
    remove: async () => {
      removeFolder();
      await withServer(server, (knex) => knex.raw(drop, [name]));
    },
  };
};
