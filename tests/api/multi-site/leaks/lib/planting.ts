import type { Core } from '@strapi/strapi';
import type { Side } from './side';
import { VAULT } from './vault-schema';

type JoinTable = {
  name: string;
  joinColumn: { name: string };
  inverseJoinColumn?: { name: string };
  morphColumn?: { idColumn: { name: string }; typeColumn: { name: string } };
  orderColumnName?: string;
  inverseOrderColumnName?: string;
};
type Attribute = { joinTable?: JoinTable };

const ARTICLE = 'api::article.article';
const FEATURED = 'sections.featured-articles';

/** Columns of link tables that order their rows; a late number, so that nothing collides. */
const LATE = 90;

/**
 * Links from one site's rows to another's, as rows of link tables: what a project has that was
 * split into sites later, or that somebody wrote by hand. The product itself makes none.
 */
export async function plantLinks(strapi: Core.Strapi, own: Side, foreign: Side) {
  const knex = strapi.db.connection;
  const tableOf = (uid: string) => strapi.db.metadata.get(uid).tableName;
  const joinTable = (uid: string, name: string) => {
    const attributes = strapi.db.metadata.get(uid).attributes as Record<string, Attribute>;
    const table = attributes[name]?.joinTable;
    if (!table) throw new Error(`${uid}.${name} has no link table.`);
    return table;
  };

  /** `only`: instead of the link that is there, as for a relation to one. */
  const link = async (uid: string, name: string, from: number, to: number, only = false) => {
    const table = joinTable(uid, name);
    const { joinColumn, inverseJoinColumn } = table;
    if (only) await knex(table.name).where(joinColumn.name, from).delete();
    await knex(table.name).insert({
      [joinColumn.name]: from,
      [inverseJoinColumn?.name ?? '']: to,
      ...(table.orderColumnName ? { [table.orderColumnName]: LATE } : {}),
      ...(table.inverseOrderColumnName ? { [table.inverseOrderColumnName]: LATE } : {}),
    });
  };

  /** A row of a polymorphic link table: `from` owns the attribute, `to` is of any type. */
  const morph = async (
    uid: string,
    name: string,
    from: number,
    to: [string, number],
    field = '',
  ) => {
    const { name: table, joinColumn, morphColumn } = joinTable(uid, name);
    await knex(table).insert({
      [joinColumn.name]: from,
      [morphColumn?.idColumn.name ?? '']: to[1],
      [morphColumn?.typeColumn.name ?? '']: to[0],
      field: field || name,
      order: LATE,
    });
  };

  const [ownFull, ownPlain] = own.articles;
  for (const id of [ownPlain.id, ownPlain.draftId]) {
    await link(ARTICLE, 'author', id, foreign.authors[0].id, true);
    await link(ARTICLE, 'category', id, foreign.category.id);
    await morph('plugin::upload.file', 'related', foreign.files[0].id, [ARTICLE, id], 'gallery');
  }
  for (const id of [ownFull.id, ownFull.draftId]) {
    await link(ARTICLE, 'tags', id, foreign.tags[0].id);
    await link(ARTICLE, 'related', id, foreign.articles[0].id);
    await morph('plugin::upload.file', 'related', foreign.files[0].id, [ARTICLE, id], 'gallery');
  }
  await link('api::author.author', 'articles', own.authors[1].id, foreign.articles[1].id, true);
  await link('api::tag.tag', 'articles', own.tags[1].id, foreign.articles[1].id);
  await link('api::page.page', 'parent', own.pages[1].id, foreign.pages[0].id);
  await link('plugin::upload.file', 'folder', own.files[1].id, foreign.folders[1].id);
  const author: [string, number] = ['api::author.author', own.authors[1].id];
  await morph('plugin::upload.file', 'related', foreign.files[1].id, author, 'portrait');

  const cmps = `${tableOf(ARTICLE)}_cmps`;
  const featured = await knex(cmps).where({ entity_id: ownFull.id, component_type: FEATURED });
  for (const row of featured as { cmp_id: number }[]) {
    await link(FEATURED, 'articles', row.cmp_id, foreign.articles[1].id);
  }
  const items = await knex(`${tableOf('api::navigation.navigation')}_cmps`).where({
    entity_id: own.navigation.id,
    component_type: 'navigation.item',
  });
  for (const row of items as { cmp_id: number }[]) {
    await link('navigation.item', 'page', row.cmp_id, foreign.pages[0].id, true);
  }

  const vault = own.vaults[1].id;
  await link(VAULT, 'owner', vault, foreign.authors[0].id);
  await link(VAULT, 'badge', vault, foreign.tags[0].id);
  await link(VAULT, 'things', vault, foreign.tags[1].id, true);
  await link(VAULT, 'labels', vault, foreign.tags[0].id);
  await link(VAULT, 'twin', vault, foreign.vaults[0].id);
  await morph(VAULT, 'subjects', vault, ['api::author.author', foreign.authors[0].id]);
  await morph(VAULT, 'subjects', foreign.vaults[0].id, [VAULT, vault]);
  await morph('plugin::upload.file', 'related', foreign.files[0].id, [VAULT, vault], 'picture');
  await knex(tableOf(VAULT)).where({ id: vault }).update({
    keeper_id: foreign.authors[0].id,
    target_id: foreign.tags[0].id,
    target_type: 'api::tag.tag',
  });
}
