import type { Core } from '@strapi/strapi';
import type { Connection } from '../lib/dump';
import type { Side } from '../lib/side';

type Call = (params?: object, more?: unknown) => Promise<unknown>;

/** What a probe has at hand; it runs as code of the site `own` stands on. */
export type Probing = {
  strapi: Core.Strapi;
  knex: Connection;
  own: Side;
  /** Entries of another site, or ones that are gone. */
  target: Side;
  otherSite: number;
  /** Strapi's own interfaces, without the generated types: probes hand over what they like. */
  documents: (uid: string) => Record<DocumentMethod, Call>;
  query: (uid: string) => Record<QueryMethod, Call> & {
    load: (entity: object, field: string, params?: object) => Promise<unknown>;
  };
  builder: (uid: string) => LooseBuilder;
};

type DocumentMethod =
  | 'findMany'
  | 'findFirst'
  | 'findOne'
  | 'count'
  | 'create'
  | 'update'
  | 'delete'
  | 'clone'
  | 'publish'
  | 'unpublish'
  | 'discardDraft';

type QueryMethod =
  | 'findOne'
  | 'findMany'
  | 'findPage'
  | 'findWithCount'
  | 'count'
  | 'create'
  | 'createMany'
  | 'update'
  | 'updateMany'
  | 'delete'
  | 'deleteMany';

export type LooseBuilder = {
  [method in BuilderMethod]: (...args: unknown[]) => LooseBuilder;
} & {
  execute: (options?: object) => Promise<unknown>;
  getKnexQuery: () => ReturnType<Connection>;
  stream: (options?: object) => AsyncIterable<unknown>;
};
type BuilderMethod =
  | 'init'
  | 'select'
  | 'where'
  | 'orderBy'
  | 'count'
  | 'max'
  | 'min'
  | 'update'
  | 'insert'
  | 'increment'
  | 'delete'
  | 'join'
  | 'first'
  | 'search'
  | 'onConflict'
  | 'merge'
  | 'populate'
  | 'clone';

/**
 * One way to the database. `works`: it answers, with what is of the own site. `refused`: it
 * throws. Either way the answer must be the same as if the other sites did not exist.
 */
export type Probe = {
  name: string;
  expect: 'works' | 'refused';
  run: (probing: Probing) => Promise<unknown>;
  /** Takes a link over the border away, which closes up the order numbers of its neighbours. */
  isRenumbering?: boolean;
  /** Knex streams on PostgreSQL need a package that Strapi does not bring. */
  isStream?: boolean;
};

/** Strapi's generated types know neither these uids nor what a probe hands over. */
const looseQuery = (value: unknown) => value as ReturnType<Probing['query']>;
const looseBuilder = (value: unknown) => value as LooseBuilder;

export function createProbing(
  strapi: Core.Strapi,
  given: { own: Side; target: Side; otherSite: number },
): Probing {
  return {
    strapi,
    knex: strapi.db.connection,
    ...given,
    documents: (uid) =>
      strapi.documents(uid as never) as unknown as ReturnType<Probing['documents']>,
    query: (uid) => looseQuery(strapi.db.query(uid)),
    builder: (uid) => looseBuilder(strapi.db.queryBuilder(uid)),
  };
}

export const ARTICLE = 'api::article.article';
export const AUTHOR = 'api::author.author';
export const CATEGORY = 'api::category.category';
export const TAG = 'api::tag.tag';
export const PAGE = 'api::page.page';
export const NAVIGATION = 'api::navigation.navigation';
export const FILE = 'plugin::upload.file';
export const FOLDER = 'plugin::upload.folder';

export const BY_ID = { id: 'asc' } as const;

/** Probes are tables of (name, work); this keeps them short. */
export const works = (name: string, run: Probe['run']): Probe => ({ name, expect: 'works', run });
export const streams = (probe: Probe): Probe => ({ ...probe, isStream: true });
export const refused = (name: string, run: Probe['run']): Probe => ({
  name,
  expect: 'refused',
  run,
});
