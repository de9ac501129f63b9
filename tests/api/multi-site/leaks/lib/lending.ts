import type { Core, UID } from '@strapi/strapi';
import { createEntry, createMedia, inSite, type TestSite } from '../../../../harness';
import { linkRows, relationsOf, tableOf } from './link-row';
import { wordForSite } from './wording';

/** In the texts of what other sites share with the own one. */
export const LENT = 'lentword';
/** Of the usual types, without those made for a test. */
export const LENT_TYPES = ['article', 'author', 'category', 'tag', 'page', 'vault'].map(
  (name) => `api::${name}.${name}`,
);
const KINDS = ['direct', 'everywhere', 'lapsed'] as const;
type Kind = (typeof KINDS)[number];

/**
 * `direct`: shared with the own site and with another. `everywhere`: with every site. `lapsed`:
 * once with the own site, now with another only.
 */
export type Lent = { uid: string; kind: Kind; documentId: string };
type Sites = { home: TestSite; other: TestSite; reader: TestSite };
type Given = Sites & {
  uids: readonly string[];
  /** Marks of what is hidden and of what is the own site's. */
  secret: string;
  own: string;
  folderId: number;
};
type Attribute = {
  type: string;
  regex?: RegExp;
  component?: string;
  components?: string[];
  repeatable?: boolean;
  multiple?: boolean;
};
type Attributes = Record<string, Attribute>;
type Row = { id: number; published_at: unknown };

export const attributesOf = (strapi: Core.Strapi, uid: string) =>
  (strapi.contentTypes as unknown as Record<string, { attributes: Attributes }>)[uid]?.attributes ??
  {};

/**
 * Entries of `other` that are shared with the site that asks, linked to what is hidden, to what
 * is its own and to one another, and worded anew by the site itself and by another reader.
 */
export async function lend(strapi: Core.Strapi, given: Given): Promise<Lent[]> {
  const { uids, home, other, reader, secret, own } = given;
  if (uids.length === 0) return [];
  const picture = await createMedia(strapi, {
    site: other,
    name: `${LENT}.png`,
    folderId: given.folderId,
  });
  const make = async (uid: string, site: TestSite, mark: string, kind: string) => {
    const data = textsOf(attributesOf(strapi, uid), { mark, kind, picture: picture.id });
    return (await createEntry(strapi, uid as UID.ContentType, data, { site })).documentId;
  };
  const lent: Lent[] = [];
  const borrowers = new Map<string, string>();
  for (const uid of uids) {
    for (const kind of KINDS) {
      const mark = kind === 'lapsed' ? secret : LENT;
      lent.push({ uid, kind, documentId: await make(uid, other, mark, kind) });
    }
    borrowers.set(uid, await make(uid, home, own, 'borrower'));
  }
  await shareAll(strapi, lent, given);
  await linkAll(strapi, { lent, borrowers, ...given });

  for (const { uid, kind, documentId } of lent) {
    const entry = { uid, documentId };
    if (kind === 'direct') await wordForSite(strapi, { site: home, entry, mark: own });
    if (kind !== 'lapsed') await wordForSite(strapi, { site: reader, entry, mark: secret });
  }
  await stopLapsed(strapi, lent, given);
  return lent;
}

function textsOf(
  attributes: Attributes,
  { mark, kind, picture }: { mark: string; kind: string; picture: number },
) {
  const texts: Record<string, unknown> = {};
  for (const [name, { type, regex, component, components = [], ...more }] of Object.entries(
    attributes,
  )) {
    const text = `${mark} ${kind} ${name}`;
    if ((type === 'string' || type === 'text') && !regex && name !== 'locale') texts[name] = text;
    if (type === 'uid') texts[name] = `${mark}-${kind}`;
    if (type === 'email') texts[name] = `${mark}-${kind}@example.test`;
    if (type === 'json') texts[name] = { secret: text };
    // The picture is the lender's.
    if (type === 'media' && kind !== 'borrower') texts[name] = more.multiple ? [picture] : picture;
    if (component === 'shared.seo') {
      texts[name] = more.repeatable ? [{ metaTitle: text }] : { metaTitle: text };
    }
    if (components.includes('sections.gallery')) {
      texts[name] = [{ __component: 'sections.gallery', caption: text, images: [] }];
    }
  }
  return texts;
}

type Wish = { uid: string; documentIds: string[]; sites: 'all' | { number: number }[] };
type Changed = Promise<{ changed: number }>;

const sharingOf = (strapi: Core.Strapi) =>
  strapi.plugin('multi-site').service<Record<'share' | 'stop', (wish: Wish) => Changed>>('sharing');

async function shareAll(strapi: Core.Strapi, lent: readonly Lent[], { home, reader }: Sites) {
  for (const { uid, kind, documentId } of lent) {
    const sites = kind === 'everywhere' ? 'all' : [home, reader];
    const { changed } = await sharingOf(strapi).share({ uid, documentIds: [documentId], sites });
    if (changed === 0) throw new Error(`Nothing of ${uid} was shared.`);
  }
}

/** The site has worded them before they were taken from it. */
async function stopLapsed(
  strapi: Core.Strapi,
  lent: readonly Lent[],
  { home, own }: Sites & { own: string },
) {
  for (const { uid, kind, documentId } of lent) {
    if (kind !== 'lapsed') continue;
    await wordForSite(strapi, { site: home, entry: { uid, documentId }, mark: own });
    await sharingOf(strapi).stop({ uid, documentIds: [documentId], sites: [home] });
  }
}

/** Through every relation, past everything, between drafts and between what is published. */
async function linkAll(
  strapi: Core.Strapi,
  {
    uids,
    lent,
    borrowers,
    other,
  }: Given & { lent: readonly Lent[]; borrowers: ReadonlyMap<string, string> },
) {
  const knex = strapi.db.connection;
  const rowsOf = (uid: string, documentId = ''): Promise<Row[]> =>
    knex(tableOf(strapi, uid)).where({ document_id: documentId }).orderBy('id');
  const lentRows = (uid: string, kind: Kind) =>
    rowsOf(uid, lent.find((one) => one.uid === uid && one.kind === kind)?.documentId);
  const hiddenRows = async (uid: string): Promise<Row[]> => {
    const first = await knex(tableOf(strapi, uid))
      .where({ site_id: other.number })
      .orderBy('id')
      .first('document_id');
    return rowsOf(uid, first?.document_id);
  };
  for (const uid of uids) {
    for (const [field, { target }] of relationsOf(attributesOf(strapi, uid))) {
      if (!borrowers.has(target)) continue;
      const link = async (from: readonly Row[], to: readonly Row[]) => {
        for (const row of from) {
          const isDraft = row.published_at === null;
          const end = to.find((one) => (one.published_at === null) === isDraft) ?? to.at(-1);
          if (end) await linkRows(strapi, { uid, field, from: row.id, to: end.id });
        }
      };
      await link(await lentRows(uid, 'direct'), await hiddenRows(target));
      await link(await hiddenRows(uid), await lentRows(target, 'direct'));
      await link(await lentRows(uid, 'direct'), await lentRows(target, 'lapsed'));
      await link(await rowsOf(uid, borrowers.get(uid)), await lentRows(target, 'direct'));
      if (uid === target) continue;
      await link(await lentRows(uid, 'everywhere'), await lentRows(target, 'everywhere'));
    }
  }
  await showElsewhere(strapi, { lent, other });
}

/** The file that goes along is also shown by an entry that is not shared. */
async function showElsewhere(
  strapi: Core.Strapi,
  { lent, other }: { lent: readonly Lent[]; other: TestSite },
) {
  const lapsed = lent.find(({ uid, kind }) => uid === 'api::author.author' && kind === 'lapsed');
  const file = await strapi.db
    .connection(tableOf(strapi, 'plugin::upload.file'))
    .where({ name: `${LENT}.png` })
    .first('id');
  await inSite(strapi, other, () =>
    strapi.db.query('api::author.author').update({
      where: { documentId: lapsed?.documentId },
      data: { portrait: file.id },
    }),
  );
}
