import path from 'node:path';
import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import {
  createCast,
  createEntry,
  createMedia,
  grantPublic,
  inSite,
  ROOT,
  startApp,
  type Answer,
  type App,
  type AppOptions,
  type Cast,
  type Client,
} from '../../harness';

export const ARTICLE = 'api::article.article';
export const AUTHOR = 'api::author.author';

export type Layer = 'site' | 'audience' | 'test';

type Change = { path: string; value: unknown; baseHashes: (string | null)[] };
export type Stored = {
  id: string;
  changes: Change[];
  live: Change[] | null;
  record: { id: number; site: number; revision: number; name: string };
};
export type Store = {
  create(data: Record<string, unknown>): Promise<Stored>;
  find(id: number): Promise<Stored | null>;
  update(id: number, data: Record<string, unknown>): Promise<Stored | null>;
  save(id: number, contents: object, revision: number): Promise<Stored | null>;
  remove(id: number): Promise<boolean>;
};

/** Strapi with a plugin that has nothing but the three layers. */
export const startWithLayers = (options: AppOptions = {}): Promise<App> =>
  startApp({
    ...options,
    plugins: {
      personalization: false,
      'ai-optimizer': false,
      'overlay-layers': {
        enabled: true,
        resolve: path.join(ROOT, 'tests', 'fixtures', 'overlay-layers'),
      } as never,
      ...options.plugins,
    },
  });

export const storeOf = (strapi: Core.Strapi, layer: Layer): Store =>
  layer === 'site' && 'multi-site' in strapi.plugins
    ? strapi.plugin('multi-site').service('overrides').store
    : strapi.plugin('overlay-layers').service('stores').of(layer);

export const eventsOf = (strapi: Core.Strapi) =>
  (strapi as unknown as { overlayEvents: { overlays: { id: string }[] }[] }).overlayEvents;

export const selectionsOf = (strapi: Core.Strapi) =>
  (strapi as unknown as { overlaySelections: number }).overlaySelections;

/** Gives a role permissions in the admin, as its permissions page would. */
export const grantAdmin = async (strapi: Core.Strapi, role: string, actions: string[]) => {
  const row = await strapi.db.query('admin::role').findOne({ where: { code: role } });
  await strapi.service('admin::role').addPermissions(
    row.id,
    actions.map((action) => ({ action, subject: null, conditions: [], properties: {} })),
  );
};

export const EDIT_VARIANTS = [
  'plugin::overlay-layers.read-variants',
  'plugin::overlay-layers.edit-variants',
];

export type Scene = {
  app: App;
  cast: Cast;
  strapi: Core.Strapi;
  ann: { documentId: string };
  bob: { documentId: string };
  article: { documentId: string };
  picture: { id: number; url: string };
  other: { id: number; url: string };
};

const paragraph = (text: string) => [{ type: 'paragraph', children: [{ type: 'text', text }] }];

/** An article with something of everything, published, on the site `home`. */
export const openScene = async (app: App): Promise<Scene> => {
  const { strapi } = app;
  const cast = await createCast(app);
  const site = cast.home;
  const here = site ? { site } : {};
  await grantAdmin(strapi, site ? 'multi-site-editor' : 'strapi-editor', EDIT_VARIANTS);
  if (site) await grantAdmin(strapi, 'multi-site-owner', EDIT_VARIANTS);
  const ann = await createEntry(strapi, AUTHOR, { name: 'Ann', slug: 'ann' }, here);
  const bob = await createEntry(strapi, AUTHOR, { name: 'Bob', slug: 'bob' }, here);
  const picture = await createMedia(strapi, here);
  const other = await createMedia(strapi, here);
  const article = await createEntry(
    strapi,
    ARTICLE,
    {
      title: 'Original title',
      slug: 'original',
      summary: 'Original summary',
      body: paragraph('Original body'),
      cover: picture.id,
      author: ann.documentId,
      seo: { metaTitle: 'Original meta', shareImage: picture.id },
      links: [
        { label: 'One', url: '/1' },
        { label: 'Two', url: '/2' },
      ],
      sections: [
        { __component: 'sections.text', heading: 'First', text: 'First text' },
        {
          __component: 'sections.call-to-action',
          heading: 'Act',
          link: { label: 'Go', url: '/go' },
        },
      ],
    },
    here,
  );
  await grantPublic(strapi, [
    `${ARTICLE}.find`,
    `${ARTICLE}.findOne`,
    `${AUTHOR}.find`,
    `${AUTHOR}.findOne`,
  ]);
  return { app, cast, strapi, ann, bob, article, picture, other };
};

export const createVariant = (
  scene: Scene,
  { layer = 'audience', name = 'regulars', ...data }: { layer?: Layer; name?: string } & object,
): Promise<Stored> =>
  inSite(scene.strapi, scene.cast.home, () =>
    storeOf(scene.strapi, layer).create({
      name,
      entryUid: ARTICLE,
      entryDocumentId: scene.article.documentId,
      entryLocale: 'en',
      ...data,
    }),
  );

type Body = { data: Record<string, never>; meta: { overlay?: { stamp: string } } };

export const editPath = (scene: Scene, query = '') =>
  `/content-manager/collection-types/${ARTICLE}/${scene.article.documentId}${query}`;

/** Does what the edit view does: reads, changes the form, sends it back with what it read. */
export const editVariant = async (
  scene: Scene,
  variant: Stored,
  {
    input,
    action,
    client = scene.cast.siteEditor,
  }: {
    input: (form: Form) => object;
    action?: 'publish' | 'unpublish' | 'discard';
    client?: Client;
  },
): Promise<Answer<Body>> => {
  const query = `?locale=en&overlay=${variant.id}`;
  const read = await client.get<Body>(editPath(scene, query));
  const headers = {
    'X-Overlay-Page': variant.id,
    'X-Overlay-Stamp': read.body.meta.overlay?.stamp ?? '',
  };
  const form = formOf(read.body.data);
  const sendsForm = action === undefined || action === 'publish';
  const body = sendsForm ? { ...form, ...input(form) } : {};
  const sent = action
    ? client.post<Body>(editPath(scene, `/actions/${action}${query}`), body, { headers })
    : client.put<Body>(editPath(scene, query), body, { headers });
  return sent;
};

export type Form = { seo: object; links: object[]; sections: object[] };

/** Strapi's form: relations are sent as what changes, so an untouched one is not sent. */
const RELATIONS = ['author', 'category', 'tags', 'related', 'relatedFrom', 'localizations'];
const formOf = (data: Record<string, unknown>): Form =>
  Object.fromEntries(
    Object.entries(data).filter(([key]) => !RELATIONS.includes(key)),
  ) as unknown as Form;

/** Everything stored about the article: rows, components, links. Nothing of it may ever change. */
export const checksum = async (scene: Scene): Promise<string> => {
  const { strapi } = scene;
  const hash = createHash('sha256');
  const tables = [...strapi.db.metadata.values()]
    .map(({ tableName }) => tableName)
    .filter((name) => /^(articles|authors|components_|files)/.test(name));
  const joins = (await strapi.db.getSchemaConnection().hasTable('articles_cmps'))
    ? ['articles_cmps', 'articles_author_lnk', 'files_related_mph', 'articles_related_lnk']
    : [];
  for (const table of [...tables, ...joins].sort()) {
    const rows: unknown = await strapi.db.connection(table).select('*').orderBy('id');
    hash.update(table).update(JSON.stringify(rows));
  }
  return hash.digest('hex');
};

export const rest = (client: Client, scene: Scene, query: string, headers = {}) =>
  client.get<{ data: Record<string, never> }>(`/api/articles/${scene.article.documentId}${query}`, {
    headers,
  });
