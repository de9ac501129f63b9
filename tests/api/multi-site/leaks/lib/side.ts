import type { Core, UID } from '@strapi/strapi';
import {
  createEntry,
  createFolder,
  createMedia,
  inSite,
  type MediaFile,
  type MediaFolder,
  type TestSite,
} from '../../../../harness';
import { VAULT } from './vault-schema';

/** One entry: its document, its row (the published one if there are two) and its draft row. */
export type Item = { documentId: string; id: number; draftId: number; name: string };

/** What stands on one site; every site of these tests has the same, under another mark. */
export type Side = {
  mark: string;
  authors: [Item, Item];
  category: Item;
  tags: [Item, Item];
  /** Published, published, draft only. */
  articles: [Item, Item, Item];
  pages: [Item, Item];
  navigation: Item;
  vaults: [Item, Item];
  files: [MediaFile, MediaFile];
  folders: [MediaFolder, MediaFolder];
  /** Rows of components by uid: those of the first article and of the navigation. */
  components: Record<string, number>;
};

const text = (value: string) => [{ type: 'paragraph', children: [{ type: 'text', text: value }] }];

/** Fills a site. Every text carries `mark`, so that one of them in an answer names its site. */
export async function fillSide(strapi: Core.Strapi, site: TestSite, mark: string): Promise<Side> {
  const make = async (
    uid: string,
    data: Record<string, unknown>,
    options: { status?: 'draft' | 'published'; locale?: string } = {},
  ): Promise<Item> => {
    const { documentId } = await createEntry(strapi, uid as UID.ContentType, data, {
      site,
      ...options,
    });
    const rows: { id: number; publishedAt: string | null }[] = await inSite(strapi, site, () =>
      strapi.db.query(uid as never).findMany({ where: { documentId }, orderBy: { id: 'asc' } }),
    );
    const draft = rows.find((row) => row.publishedAt === null) ?? rows[0];
    const shown = rows.find((row) => row.publishedAt !== null) ?? draft;
    if (!draft || !shown) throw new Error(`Nothing was stored for ${uid}.`);
    const name = String(data.name ?? data.title);
    return { documentId, id: shown.id, draftId: draft.id, name };
  };
  const named = (name: string) => ({ name: `${mark} ${name}`, slug: `${mark}-${name}` });
  const titled = (name: string) => ({ title: `${mark} ${name}`, slug: `${mark}-${name}` });

  const folder = await createFolder(strapi, { site, name: `${mark} folder` });
  const inner = await createFolder(strapi, { site, name: `${mark} inner`, parentId: folder.id });
  const picture = await createMedia(strapi, { site, name: `${mark}-a.png`, folderId: inner.id });
  const other = await createMedia(strapi, { site, name: `${mark}-b.png` });

  const author = await make('api::author.author', {
    ...named('ada'),
    email: `${mark}-ada@example.test`,
    portrait: picture.id,
  });
  const second = await make('api::author.author', { ...named('bea'), bio: `${mark} bio` });
  const category = await make('api::category.category', { ...named('news'), colour: '#112233' });
  const tags: [Item, Item] = [
    await make('api::tag.tag', named('red')),
    await make('api::tag.tag', named('blue')),
  ];

  const plain = await make('api::article.article', {
    ...titled('plain'),
    author: second.documentId,
    tags: [tags[0].documentId],
    cover: other.id,
  });
  const full = await make('api::article.article', {
    ...titled('full'),
    summary: `${mark} summary`,
    body: text(`${mark} body`),
    readingMinutes: 5,
    author: author.documentId,
    category: category.documentId,
    tags: tags.map((tag) => tag.documentId),
    related: [plain.documentId],
    cover: picture.id,
    gallery: [picture.id, other.id],
    seo: { metaTitle: `${mark} seo`, shareImage: picture.id },
    links: [{ label: `${mark} link`, url: '/x' }],
    sections: [
      { __component: 'sections.text', text: `${mark} section` },
      { __component: 'sections.gallery', caption: `${mark} gallery`, images: [picture.id] },
      {
        __component: 'sections.featured-articles',
        heading: `${mark} featured`,
        articles: [plain.documentId],
      },
    ],
  });
  const draft = await make(
    'api::article.article',
    { ...titled('draft'), author: author.documentId },
    { status: 'draft' },
  );
  await inSite(strapi, site, () =>
    strapi.documents('api::article.article').update({
      documentId: plain.documentId,
      locale: 'de',
      data: titled('deutsch') as never,
    }),
  );

  const parent = await make('api::page.page', titled('parent'));
  const page = await make('api::page.page', { ...titled('page'), parent: parent.documentId });
  const navigation = await make('api::navigation.navigation', {
    title: `${mark} navigation`,
    header: [{ label: `${mark} item`, page: page.documentId }],
    footer: [{ label: `${mark} foot`, url: '/y' }],
  });

  const vault = (name: string) =>
    make(VAULT, { name: `${mark} ${name}`, code: `${mark} code`, serial: `${mark}-${name}` });
  const vaults: [Item, Item] = [await vault('first'), await vault('second')];
  const [first, next] = vaults;
  await inSite(strapi, site, () =>
    strapi.db.query(VAULT as never).update({
      where: { id: first.id },
      data: {
        score: 7,
        keeper: author.id,
        owner: author.id,
        badge: tags[0].id,
        things: [tags[1].id],
        labels: [tags[0].id, tags[1].id],
        twin: next.id,
        picture: picture.id,
        subject: { id: tags[0].id, __type: 'api::tag.tag' },
        subjects: [
          { id: author.id, __type: 'api::author.author' },
          { id: next.id, __type: VAULT },
        ],
      } as never,
    }),
  );

  const owners: [string, number][] = [
    ['articles_cmps', full.id],
    ['navigations_cmps', navigation.id],
  ];
  const components: Side['components'] = {};
  for (const [table, id] of owners) {
    const rows = await strapi.db.connection(table).where({ entity_id: id });
    for (const row of rows as { component_type: string; cmp_id: number }[]) {
      components[row.component_type] = row.cmp_id;
    }
  }

  return {
    mark,
    components,
    authors: [author, second],
    category,
    tags,
    articles: [full, plain, draft],
    pages: [page, parent],
    navigation,
    vaults,
    files: [picture, other],
    folders: [folder, inner],
  };
}
