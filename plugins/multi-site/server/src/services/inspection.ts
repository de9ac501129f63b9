import type { Core } from '@strapi/strapi';
import { takeInventory } from '../inspection/inventory';
import { proveIsolation } from '../inspection/proof';
import { service } from './service';

/** What `npm run multi-site:audit` asks: how far everything reaches, and a proof on a copy. */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  inventory: () => service(strapi, 'context').runUnscoped(() => takeInventory(strapi)),

  /** Writes: two sites, and rows in every table. `words` says that the database is a copy. */
  prove: ({ words }: { words: string }) => proveIsolation(strapi, { words }),
});
