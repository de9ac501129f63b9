/**
 * The parts of Strapi 5.54 that are wrapped, as far as they are used here. None of them is
 * public API: `seams.ts` proves at every start that they still behave like this.
 */
export type Row = Record<string, unknown>;

export type JoinSpec = {
  alias: string;
  referencedTable: string;
  referencedColumn: string;
  rootColumn: string;
  rootTable: string;
  on?: Row;
  /** Set when a caller names a relation instead of tables; resolved into the fields above. */
  targetField?: string;
};

export type StrapiQueryBuilder = {
  alias: string;
  state: {
    type: 'select' | 'insert' | 'update' | 'delete' | 'count' | 'max' | 'min' | 'truncate';
    where: unknown[];
    select: unknown[];
    joins: JoinSpec[];
    /** Names of relations, and how each is looked up; `true` as everything. */
    populate: Row | null;
    increments: { column: string }[];
    decrements: { column: string }[];
    data: Row | Row[] | null;
    max: string | null;
    /** `insert … on conflict … merge`: could change a row of another site. */
    merge: unknown;
    processed: boolean;
    /** Of a caller that handed it over; else the open one is found by the context. */
    transaction?: unknown;
  };
  processState(): void;
  join(join: JoinSpec): StrapiQueryBuilder;
  clone(): StrapiQueryBuilder;
  getKnexQuery(): KnexQuery;
  where(where: Row): StrapiQueryBuilder;
  select(columns: string[]): StrapiQueryBuilder;
  limit(count: number): StrapiQueryBuilder;
  count(column?: string): StrapiQueryBuilder;
  first(): StrapiQueryBuilder;
  transacting(transaction: unknown): StrapiQueryBuilder;
  execute<Result>(options?: object): Promise<Result>;
};

type RelationWriter = (
  uid: string,
  id: number,
  data: Row,
  options?: { transaction?: unknown },
) => Promise<void>;

export type EntityManager = {
  createQueryBuilder(uid: string): StrapiQueryBuilder;
  attachRelations: RelationWriter;
  updateRelations: RelationWriter;
};

/** A knex builder from the inside. */
export type KnexQuery = object & {
  _single: {
    table?: unknown;
    insert?: unknown;
    update?: Row;
    merge?: unknown;
    /** `increment` and `decrement`. */
    counter?: Row;
  };
  _statements: KnexStatement[];
  _method: string;
  client: {
    queryBuilder(): KnexQuery;
    raw(sql: string, bindings: readonly unknown[]): object;
  };
  from(table: string): KnexQuery;
  as(alias: string): KnexQuery;
  where(condition: unknown, value?: unknown): KnexQuery;
};

export type KnexStatement = {
  grouping?: string;
  type?: string;
  bool?: string;
  value?: unknown;
  [key: string]: unknown;
};

export type KnexJoin = KnexStatement & {
  joinType: string;
  table: unknown;
  clauses: KnexStatement[];
  on(condition: unknown): KnexJoin;
  andOnVal(column: string, value: unknown): KnexJoin;
};

/** `knex.ref('articles')` is one as well, and keeps its text elsewhere. */
export type KnexRaw = { isRawInstance: true; sql?: string; ref?: string; bindings: unknown };

export const isKnexRaw = (value: unknown): value is KnexRaw =>
  isObject(value) && value.isRawInstance === true;

export const isKnexQuery = (value: unknown): value is KnexQuery =>
  isObject(value) && Array.isArray(value._statements) && isObject(value._single);

export const isKnexJoin = (value: unknown): value is KnexJoin =>
  isObject(value) && Array.isArray(value.clauses) && 'joinType' in value;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
