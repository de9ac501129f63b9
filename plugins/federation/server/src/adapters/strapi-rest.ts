import { setTimeout as wait } from 'node:timers/promises';
import type { RemoteType } from '../../../shared/contracts/remote';
import { isObject } from '../core/shape';
import {
  inferType,
  populateFor,
  typesFromSchemas,
  type RemoteSchemas,
} from '../core/strapi-schema';
import {
  SourceProblem,
  type Connector,
  type Http,
  type HttpAnswer,
  type RemoteRecord,
} from './connector';

type Options = {
  url: string;
  token: string;
  /** Names in the API, where the token may not read the schemas. */
  names: string[];
  http: Http;
  pageSize: number;
  maxRetryWaitMs: number;
};

const TRIES = 4;
/** What was saved in the same moment as the last record is read again; equal hashes cost nothing. */
const OVERLAP_MS = 2_000;

/** Another Strapi 5 by its REST API: an address and a token, nothing to install there. Pull only. */
export function createStrapiConnector(options: Options): Connector {
  const root = options.url.replace(/\/+$/, '').replace(/\/api$/, '');
  let schemas: Promise<RemoteSchemas | null> | null = null;

  async function request(path: string, signal?: AbortSignal): Promise<HttpAnswer> {
    const headers = {
      accept: 'application/json',
      ...(options.token && { authorization: `Bearer ${options.token}` }),
    };
    for (let attempt = 1; ; attempt += 1) {
      const answer = await options.http.request(`${root}/api${path}`, { headers, signal });
      const isBusy = answer.status === 429 || answer.status >= 500;
      if (!isBusy || attempt === TRIES) return answer;
      const asked = Number(answer.headers['retry-after']) * 1_000;
      const pause = Number.isFinite(asked) && asked > 0 ? asked : 250 * 2 ** attempt;
      await wait(Math.min(pause, options.maxRetryWaitMs), undefined, { signal });
    }
  }

  async function get(path: string, signal?: AbortSignal): Promise<Record<string, unknown>> {
    const answer = await request(path, signal);
    if (answer.status === 401 || answer.status === 403) {
      throw new SourceProblem(
        `The token may not read ${path.split('?')[0] ?? path} there (${answer.status}).`,
      );
    }
    if (answer.status === 404) {
      throw new SourceProblem(`There is no ${path.split('?')[0] ?? path} at this address (404).`);
    }
    if (answer.status >= 400) throw new SourceProblem(`The source answered with ${answer.status}.`);
    const body = parseJson(answer);
    if (!isObject(body)) throw new SourceProblem('The source did not answer as a Strapi does.');
    return body;
  }

  /** Null where the token may not read them: then types are told by what their entries look like. */
  function loadSchemas(): Promise<RemoteSchemas | null> {
    schemas ??= (async () => {
      const [types, components] = await Promise.all([
        request('/content-type-builder/content-types'),
        request('/content-type-builder/components'),
      ]);
      if (types.status !== 200 || components.status !== 200) return null;
      const read = (answer: HttpAnswer) => {
        const body = parseJson(answer);
        return isObject(body) && Array.isArray(body.data) ? body.data : [];
      };
      return { types: read(types), components: read(components) };
    })();
    return schemas;
  }

  const list = async (type: string, query: string, signal?: AbortSignal) => {
    const body = await get(`/${type}?${query}`, signal);
    const rows = Array.isArray(body.data) ? body.data : isObject(body.data) ? [body.data] : [];
    const meta = isObject(body.meta) ? body.meta.pagination : undefined;
    const total = isObject(meta) && typeof meta.total === 'number' ? meta.total : rows.length;
    return { rows: rows.filter(isObject), total };
  };

  async function discover(): Promise<{ types: RemoteType[]; needsNames: boolean }> {
    const known = await loadSchemas();
    const named = known ? typesFromSchemas(known) : [];
    const types =
      named.length > 0
        ? named
        : options.names.map((name) => ({ name, label: name, count: null, fields: [] }));
    const found: RemoteType[] = [];
    for (const type of types) {
      const answer = await request(`/${type.name}?populate=*&pagination[pageSize]=3`);
      if (answer.status !== 200) {
        if (named.length > 0) continue; // Not every type of a Strapi is open to this token.
        throw new SourceProblem(`"${type.name}" cannot be read there (${answer.status}).`);
      }
      const body = parseJson(answer);
      if (!isObject(body)) continue;
      found.push(inferType(type, body));
    }
    return { types: found, needsNames: found.length === 0 };
  }

  return {
    deletes: 'listing',

    async check() {
      const { types, needsNames } = await discover();
      const detail = needsNames
        ? 'Reached, but this token may not list the content types: name them.'
        : `${types.length} ${types.length === 1 ? 'type' : 'types'}: ${types.map(({ label }) => label).join(', ')}`;
      return { title: new URL(root).host, detail };
    },

    discover,

    async *read({ type, cursor, isFull, allLocales, signal }) {
      const known = await loadSchemas();
      const since = isFull ? null : sinceOf(cursor);
      const query = [
        populateFor(known, type),
        `pagination[pageSize]=${options.pageSize}`,
        // By a unique key as well: Strapi repeats or skips rows of a page otherwise.
        'sort[0]=updatedAt:asc&sort[1]=documentId:asc',
        ...(allLocales ? ['locale=*'] : []),
        ...(since
          ? [
              `filters[$or][0][updatedAt][$gte]=${since}`,
              `filters[$or][1][publishedAt][$gte]=${since}`,
            ]
          : []),
      ].join('&');
      let newest = since;
      let seen = 0;
      for (let page = 1; ; page += 1) {
        const { rows, total } = await list(type, `${query}&pagination[page]=${page}`, signal);
        const records = rows.map((row) => toRecord(type, row, allLocales));
        newest = records.reduce((latest, record) => later(latest, record), newest);
        seen += rows.length;
        yield { records, cursor: { since: newest }, total };
        if (rows.length === 0 || seen >= total) return;
      }
    },

    async listIds(type, signal) {
      try {
        const ids = new Set<string>();
        for (let page = 1; ; page += 1) {
          const query = `fields[0]=documentId&sort=documentId:asc&pagination[pageSize]=100&pagination[page]=${page}`;
          const { rows, total } = await list(type, query, signal);
          rows.forEach((row) => ids.add(String(row.documentId)));
          if (ids.size >= total) return ids;
          if (rows.length === 0) return null;
        }
      } catch (error) {
        if (signal?.aborted) throw error;
        return null;
      }
    },
  };
}

function sinceOf(cursor: unknown): string | null {
  if (!isObject(cursor) || typeof cursor.since !== 'string') return null;
  return new Date(new Date(cursor.since).getTime() - OVERLAP_MS).toISOString();
}

/** The source's own times only: clocks differ. */
function later(latest: string | null, { data }: RemoteRecord): string | null {
  const times = isObject(data) ? [data.updatedAt, data.publishedAt] : [];
  return times
    .filter((time): time is string => typeof time === 'string')
    .reduce(
      (newest: string | null, time) => (newest === null || time > newest ? time : newest),
      latest,
    );
}

function toRecord(type: string, row: Record<string, unknown>, allLocales: boolean): RemoteRecord {
  const title = ['title', 'name', 'label', 'slug']
    .map((name) => row[name])
    .find((value) => typeof value === 'string');
  return {
    type,
    id: String(row.documentId ?? row.id),
    locale: allLocales && typeof row.locale === 'string' ? row.locale : '',
    title: typeof title === 'string' ? title : '',
    url: null,
    updatedAt: typeof row.updatedAt === 'string' ? row.updatedAt : null,
    data: row,
  };
}

function parseJson({ body }: HttpAnswer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    throw new SourceProblem(
      'The source did not answer with JSON. Is this the address of a Strapi?',
    );
  }
}
