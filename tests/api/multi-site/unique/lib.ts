import { factories, type Core, type UID } from '@strapi/strapi';
import { createEntry, inSite, type Answer, type ErrorBody, type TestSite } from '../../../harness';
import { startStage } from '../lib/stage';

export const ARTICLE = 'api::article.article';
export const TAG = 'api::tag.tag';
/** Languages, drafts, and three unique fields, one of them the same in all languages. */
export const PARCEL = 'api::parcel.parcel' as UID.ContentType;

const localized = { pluginOptions: { i18n: { localized: true } } };

/** Before Strapi loads, as if it were in files. */
export function addParcels(strapi: Core.Strapi) {
  const apis = strapi.get<{ add(name: string, api: object): void }>('apis');
  const schema = {
    kind: 'collectionType',
    collectionName: 'parcels',
    apiName: 'parcel',
    globalId: 'Parcel',
    info: { singularName: 'parcel', pluralName: 'parcels', displayName: 'Parcel' },
    options: { draftAndPublish: true },
    ...localized,
    attributes: {
      slug: { type: 'uid', ...localized },
      number: { type: 'integer', unique: true, ...localized },
      sku: { type: 'string', unique: true },
    },
  };
  // Made at run time, so it is in no generated list.
  const known = PARCEL as never;
  apis.add('parcel', {
    routes: { parcel: factories.createCoreRouter(known) },
    controllers: { parcel: factories.createCoreController(known) },
    services: { parcel: factories.createCoreService(known) },
    contentTypes: { parcel: { schema, actions: {}, lifecycles: {} } },
  });
}

export const startWithParcels = () => startStage({ locales: ['de'], beforeLoad: addParcels });

/** No more connections than a server takes at once. */
const IN_FLIGHT = 250;

/** Does it that often, all at the same time. */
export async function times<T>(count: number, work: (index: number) => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  let next = 0;
  const one = async () => {
    while (next < count) {
      const index = next;
      next += 1;
      results[index] = await work(index);
    }
  };
  await Promise.all(Array.from({ length: Math.min(count, IN_FLIGHT) }, one));
  return results;
}

/** What Strapi's own check says, and nothing else. */
export function expectTaken(answer: Answer, field: string, value: unknown) {
  const message = 'This attribute must be unique';
  expect([answer.status, (answer.body as ErrorBody).error]).toEqual([
    400,
    {
      status: 400,
      name: 'ValidationError',
      message,
      details: { errors: [{ path: [field], message, name: 'ValidationError', value }] },
    },
  ]);
}

export const refusal = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'written',
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );

export const TAKEN = 'This attribute must be unique';

/** Rows below everything the plugin wraps. */
export function rowsWith(strapi: Core.Strapi, uid: UID.ContentType, where: object) {
  const table = strapi.db.connection(strapi.db.metadata.get(uid).tableName);
  return table.where(where).orderBy('id') as Promise<Record<string, unknown>[]>;
}

/** The keys of a row's unique values. */
export const keysOf = (row: Record<string, unknown> | undefined) =>
  Object.fromEntries(Object.entries(row ?? {}).filter(([name]) => name.startsWith('ms_key_')));

/** The document service, on a site. */
export const on = (strapi: Core.Strapi, site: TestSite, uid: UID.ContentType) => {
  // Drafts or not, languages or not: known to the caller only.
  const documents = strapi.documents(uid) as unknown as Record<string, (params: object) => unknown>;
  const call = (action: string, params: object) =>
    inSite(strapi, site, async () => documents[action]?.(params));
  return {
    create: (data: object, status: 'draft' | 'published' = 'published', locale?: string) =>
      createEntry(strapi, uid, data as never, { site, status, ...(locale ? { locale } : {}) }),
    update: (documentId: string, data: object, more: object = {}) =>
      call('update', { documentId, data, ...more }),
    publish: (documentId: string, more: object = {}) => call('publish', { documentId, ...more }),
    unpublish: (documentId: string) => call('unpublish', { documentId }),
    remove: (documentId: string) => call('delete', { documentId }),
  };
};
