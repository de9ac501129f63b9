import type { Core } from '@strapi/strapi';

/** A knex builder, in the version that Strapi brings. */
export type SqlQuery = ReturnType<Core.Strapi['db']['connection']>;
