import fs from 'node:fs';
import path from 'node:path';
import type { Core } from '@strapi/strapi';

type Env = Core.Config.Shared.ConfigParams['env'];
type Connection = Core.Config.Database['connection'];

const APP_ROOT = path.resolve(__dirname, '..', '..');

/** Pool of connections: how many are kept open and how many at most. */
const pool = (env: Env) => ({
  min: env.int('DATABASE_POOL_MIN', 2),
  max: env.int('DATABASE_POOL_MAX', 10),
});

const ssl = (env: Env) =>
  env.bool('DATABASE_SSL', false) && {
    key: env('DATABASE_SSL_KEY', undefined),
    cert: env('DATABASE_SSL_CERT', undefined),
    ca: env('DATABASE_SSL_CA', undefined),
    rejectUnauthorized: env.bool('DATABASE_SSL_REJECT_UNAUTHORIZED', true),
  };

const server = (env: Env, defaultPort: number) => ({
  host: env('DATABASE_HOST', '127.0.0.1'),
  port: env.int('DATABASE_PORT', defaultPort),
  database: env('DATABASE_NAME', 'strapi'),
  user: env('DATABASE_USERNAME', 'strapi'),
  password: env('DATABASE_PASSWORD', 'strapi'),
  ssl: ssl(env),
});

/**
 * The SQLite file. `||` on purpose: an empty `DATABASE_FILENAME=` means the default, where
 * Strapi would take the application folder itself for the file. better-sqlite3 does not create
 * folders, so that is done here.
 */
const sqliteFile = (env: Env): string => {
  const file = path.resolve(APP_ROOT, env('DATABASE_FILENAME') || '.tmp/data.db');
  fs.mkdirSync(path.dirname(file), { recursive: true });
  return file;
};

const connections: Record<Core.Config.Database.ClientKind, (env: Env) => Connection> = {
  sqlite: (env) => ({
    client: 'sqlite',
    connection: { filename: sqliteFile(env) },
    useNullAsDefault: true,
  }),
  postgres: (env) => ({
    client: 'postgres',
    connection: {
      // One address instead of the parts below; it wins where both are given.
      connectionString: env('DATABASE_URL') || undefined,
      ...server(env, 5432),
      schema: env('DATABASE_SCHEMA', 'public'),
    },
    pool: pool(env),
  }),
  mysql: (env) => ({ client: 'mysql', connection: server(env, 3306), pool: pool(env) }),
};

const isKnown = (client: string): client is Core.Config.Database.ClientKind =>
  Object.hasOwn(connections, client);

const config = ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Database => {
  const client = env('DATABASE_CLIENT') || 'sqlite';
  if (!isKnown(client)) {
    throw new Error(`DATABASE_CLIENT is "${client}". Use "sqlite", "postgres" or "mysql".`);
  }
  return {
    connection: {
      ...connections[client](env),
      // How long a query waits for a free connection, in milliseconds.
      acquireConnectionTimeout: env.int('DATABASE_CONNECTION_TIMEOUT', 60_000),
    },
  };
};

export default config;
