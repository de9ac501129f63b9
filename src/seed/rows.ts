import type { Core, UID } from '@strapi/strapi';

/** The id of the first row that matches; the query API itself answers with `any`. */
export const findId = async (
  strapi: Core.Strapi,
  uid: UID.Schema,
  where: Record<string, unknown>,
): Promise<number | undefined> => {
  const row = (await strapi.db.query(uid).findOne({ where })) as { id: number } | null;
  return row?.id;
};
