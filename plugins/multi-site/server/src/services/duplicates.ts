import type { Core } from '@strapi/strapi';
import type { Duplicates } from '../../../shared/contracts/isolation';
import { PLUGIN_ID } from '../../../shared/plugin';
import { service } from './service';

/**
 * Values that should be unique and are not: Strapi lets two writers at the same time have one.
 * They were there before and stay; editing such an entry, Strapi asks for another value.
 */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  async function find(): Promise<Duplicates[]> {
    const { column, list, uniqueOf } = service(strapi, 'isolation').tables();
    const found: Duplicates[] = [];
    for (const { uid, name } of list) {
      const unique = uniqueOf(uid);
      for (const field of unique?.fields ?? []) {
        const groups = strapi.db
          .getConnection(unique?.table)
          .whereNotNull('published_at')
          .whereNotNull(column)
          .whereNotNull(field.column)
          .groupBy([column, field.column, ...(unique?.isLocalized ? ['locale'] : [])])
          .havingRaw('count(*) > 1')
          .select(column);
        if (field.isText) groups.whereNot(field.column, '');
        const [row]: { count: number | string }[] = await strapi.db.connection
          .from(groups.as('g'))
          .count({ count: '*' });
        const values = Number(row?.count ?? 0);
        if (values > 0) found.push({ uid, name, field: field.name, values });
      }
    }
    return found;
  }

  return {
    find: () => service(strapi, 'context').runUnscoped(find),

    /** In the log, when they begin to matter. */
    async warn() {
      const found = await service(strapi, 'context').runUnscoped(find);
      if (found.length === 0) return;
      const places = found.map(({ uid, field, values }) => `${uid}.${field} (${values})`);
      strapi.log.warn(
        `[${PLUGIN_ID}] Values that have to be unique occur more than once: ${places.join(', ')}. They stay; new ones are refused.`,
      );
    },
  };
};
