import type { Core } from '@strapi/strapi';
import type { Clients, FuzzCase } from './cases';

type Given = {
  strapi: Core.Strapi;
  pick: <T>(list: readonly T[]) => T;
  uids: readonly string[];
  foreignIds: Record<string, readonly string[]>;
  /** Those of them that are shared, or were. */
  lentIds: Record<string, readonly string[]>;
  /** Row numbers of all sites' wordings. */
  overrides: readonly number[];
};

/** Tables that say who reads what, and how others word it; code in a site may try them all. */
const TABLES = ['multi_site_shares', 'multi_site_overrides', 'site_content'];

/** What is to be known of shared entries: whose, with whom, worded by whom. */
export function sharingCases({ strapi, pick, uids, foreignIds, lentIds, overrides }: Given) {
  const get = (path: string): FuzzCase => ({
    kind: 'sharing',
    text: path,
    ask: (_stage, { owner }: Clients) => owner.get(path),
  });
  const idOf = (uid: string) => pick(pick([foreignIds, lentIds])[uid] ?? ['nothing']);
  const locale = () => pick(['', '&locale=en', '&locale=de']);
  const wording = () => `site.${pick(overrides)}`;

  const entry = () => {
    const uid = pick(uids);
    return get(`/multi-site/shares/entry?contentType=${uid}&documentId=${idOf(uid)}${locale()}`);
  };
  const labels = () => {
    const uid = pick(uids);
    const documentIds = [idOf(uid), idOf(uid), idOf(uid)].join();
    return get(`/multi-site/shares/labels?contentType=${uid}&documentIds=${documentIds}`);
  };

  const ways: (() => FuzzCase)[] = [
    ...[entry, entry, labels],
    () => {
      const paging = `page=${pick([1, 2])}&pageSize=${pick([1, 5, 25])}`;
      const type = pick(['', `&contentType=${pick(uids)}`]);
      return get(`/multi-site/shares?direction=${pick(['in', 'out'])}&${paging}${type}`);
    },
    () => get('/multi-site/shares/problems'),
    () => get(`/multi-site/overrides/${wording()}`),
    () => {
      const uid = pick(uids);
      const path = `/content-manager/collection-types/${uid}/${idOf(uid)}?overlay=${wording()}`;
      return get(path);
    },
    () => {
      const table = pick(TABLES);
      const way = pick(['builder', 'join', 'raw']);
      const content = strapi.db.metadata.get(pick(uids)).tableName;
      const sql = strapi.db.connection;
      const run = async (): Promise<unknown> => {
        if (way === 'raw') return sql.raw(`select count(*) as n from ${table}`);
        if (way === 'builder') return sql(table).select('id').orderBy('id');
        return sql(content)
          .leftJoin(table, (join) => void join.onVal(`${table}.id`, '>', 0))
          .count({ n: `${table}.id` });
      };
      const text = `${way} ${table} ${content}`;
      return { kind: 'code sharing', text, ask: (stage) => stage.atHome(run) };
    },
  ];
  return () => pick(ways)();
}
