import { randomBytes } from 'node:crypto';
import net from 'node:net';
import path from 'node:path';
import { NotReady } from './checks.mjs';

/** A database, or on PostgreSQL a schema, that is gone when the audit is done. */
const throwawayName = () => `multi_site_audit_${randomBytes(4).toString('hex')}`;

const copies = {
  /** The file with all its content. */
  sqlite: async (knex, folder) => {
    const file = path.join(folder, 'copy.db');
    await knex.raw('vacuum into ?', [file]);
    return {
      what: 'a copy of the database',
      env: { DATABASE_CLIENT: 'sqlite', DATABASE_URL: '', DATABASE_FILENAME: file },
      remove: async () => undefined,
    };
  },
  postgres: async (knex) => {
    const name = throwawayName();
    await knex.raw('create schema ??', [name]);
    return {
      what: 'an empty copy of the schema',
      env: { DATABASE_SCHEMA: name },
      remove: () => knex.raw('drop schema ?? cascade', [name]),
    };
  },
  mysql: async (knex) => {
    const name = throwawayName();
    await knex.raw('create database ??', [name]);
    return {
      what: 'an empty copy of the schema',
      env: { DATABASE_NAME: name },
      remove: () => knex.raw('drop database ??', [name]),
    };
  },
};

/**
 * Somewhere to prove things without touching the content: `{ what, env, remove }`. On SQLite it
 * is the whole file, elsewhere the schema alone, made anew by Strapi beside the real one.
 */
export const copyDatabase = async (app, folder) => {
  const { client } = app.db.dialect;
  const knex = app.db.connection;
  try {
    return await copies[client](knex, folder);
  } catch (error) {
    throw new NotReady(`The database could not be copied: ${error.message}`);
  }
};

/** A copy holds real webhooks, sources and addresses: nothing of it may reach anybody. */
export const shutNetwork = () => {
  net.Socket.prototype.connect = function () {
    process.nextTick(() => this.destroy(new Error('A copy of a database reaches nobody.')));
    return this;
  };
};
