import type { Core } from '@strapi/strapi';
import { persistTables } from './persisted-tables';

type Hook = { register(handler: () => Promise<void> | void): void };
type GraphqlExtension = { shadowCRUD(uid: string): { disable(): void } };

/** Runs after Strapi brought the tables into shape and before any plugin's bootstrap. */
export function afterSync(strapi: Core.Strapi, work: () => Promise<void> | void): void {
  (strapi.hook('strapi::content-types.afterSync') as unknown as Hook).register(work);
}

/** Runs before Strapi compares its models with the tables. */
export function beforeSync(strapi: Core.Strapi, work: () => Promise<void> | void): void {
  (strapi.hook('strapi::content-types.beforeSync') as unknown as Hook).register(work);
}

/**
 * For `register`: content types of ours are no GraphQL types (being hidden in the Content
 * Manager does not hide them there), and their tables stay when the plugin is switched off.
 */
export function keepOwnTables(strapi: Core.Strapi, uids: readonly string[]): void {
  if ('graphql' in strapi.plugins) {
    const extension = strapi.plugin('graphql').service('extension') as unknown as GraphqlExtension;
    for (const uid of uids) extension.shadowCRUD(uid).disable();
  }
  afterSync(strapi, () =>
    persistTables(
      strapi,
      uids.map((uid) => strapi.db.metadata.get(uid).tableName),
    ),
  );
}
