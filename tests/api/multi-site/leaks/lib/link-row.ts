import type { Core } from '@strapi/strapi';
import type { Connection } from './dump';

/** Columns of link tables that order their rows; a late number, so that nothing collides. */
const LATE = 90;

type Meta = {
  owner?: boolean;
  joinColumn?: { name: string };
  joinTable?: {
    name: string;
    joinColumn?: { name: string };
    inverseJoinColumn?: { name: string };
    orderColumnName?: string;
    inverseOrderColumnName?: string;
  };
};

export type Relation = { type: string; relation?: string; target?: string };

export const tableOf = (strapi: Core.Strapi, uid: string) => strapi.db.metadata.get(uid).tableName;

/** Relations of a type to entries of the app. */
export const relationsOf = (attributes: object): [string, { target: string }][] =>
  (Object.entries(attributes) as [string, Relation][]).flatMap(([field, { type, target }]) =>
    type === 'relation' && target?.startsWith('api::') ? [[field, { target }]] : [],
  );

/** One row of a link table, or one key, written past everything. */
export async function linkRows(
  strapi: Core.Strapi,
  { uid, field, from, to }: { uid: string; field: string; from: number; to: number },
) {
  const knex: Connection = strapi.db.connection;
  const meta = strapi.db.metadata.get(uid).attributes[field] as Meta | undefined;
  const { joinTable, joinColumn, owner } = meta ?? {};
  if (joinTable?.joinColumn && joinTable.inverseJoinColumn) {
    const pair = {
      [joinTable.joinColumn.name]: from,
      [joinTable.inverseJoinColumn.name]: to,
    };
    if (await knex(joinTable.name).where(pair).first('id')) return;
    await knex(joinTable.name).insert({
      ...pair,
      ...(joinTable.orderColumnName ? { [joinTable.orderColumnName]: LATE } : {}),
      ...(joinTable.inverseOrderColumnName ? { [joinTable.inverseOrderColumnName]: LATE } : {}),
    });
  } else if (owner && joinColumn) {
    await knex(tableOf(strapi, uid))
      .where({ id: from })
      .update({ [joinColumn.name]: to });
  }
}
