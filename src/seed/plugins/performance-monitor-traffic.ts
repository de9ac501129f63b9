import type { SeedContext } from './context';

/** As much of the plugin's recorder as the demo uses. */
export type Recorder = {
  record(metric: string, labels: string[], value: number, sums?: number[]): void;
};

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

type Route = {
  route: string;
  contentType: string;
  action: string;
  perMinute: number;
  ms: number;
  bytes: number;
  queries: { key: string; ms: number; times: number }[];
};

const article = 'api::article.article';

/** Traffic as a small magazine has it; the two showcase routes are slow on purpose. */
const ROUTES: Route[] = [
  {
    route: '/api/articles',
    contentType: article,
    action: 'find',
    perMinute: 6,
    ms: 34,
    bytes: 14_000,
    queries: [
      { key: 'list', ms: 4, times: 1 },
      { key: 'count', ms: 2, times: 1 },
    ],
  },
  {
    route: '/api/articles/:id',
    contentType: article,
    action: 'findOne',
    perMinute: 4,
    ms: 21,
    bytes: 6_000,
    queries: [{ key: 'one', ms: 3, times: 1 }],
  },
  {
    route: '/api/pages',
    contentType: 'api::page.page',
    action: 'find',
    perMinute: 2,
    ms: 18,
    bytes: 3_000,
    queries: [{ key: 'pages', ms: 2, times: 1 }],
  },
  {
    route: '/api/showcase/one-by-one',
    contentType: 'api::showcase.showcase',
    action: 'oneByOne',
    perMinute: 0.4,
    ms: 420,
    bytes: 2_600,
    queries: [{ key: 'author', ms: 5, times: 40 }],
  },
  {
    route: '/api/showcase/everything',
    contentType: 'api::showcase.showcase',
    action: 'everything',
    perMinute: 0.15,
    ms: 1_350,
    bytes: 9_000,
    queries: [
      { key: 'list', ms: 60, times: 3 },
      { key: 'author', ms: 9, times: 12 },
    ],
  },
];

export const STATEMENTS: Record<string, { sql: string; tables: string[] }> = {
  list: {
    sql: 'select t0.* from articles as t0 where (t0.published_at is not null and t0.locale in (?)) order by t0.published_at desc limit ?',
    tables: ['articles'],
  },
  count: {
    sql: 'select count(distinct t0.id) as count from articles as t0 where (t0.published_at is not null and t0.locale in (?)) limit ?',
    tables: ['articles'],
  },
  one: {
    sql: 'select t0.* from articles as t0 where (t0.document_id = ? and t0.published_at is not null) limit ?',
    tables: ['articles'],
  },
  pages: {
    sql: 'select t0.* from pages as t0 where (t0.published_at is not null) limit ?',
    tables: ['pages'],
  },
  author: {
    sql: 'select distinct t0.id, t0.name, t1.article_id from authors as t0 left join articles_author_lnk as t1 on t0.id = t1.author_id where (t1.article_id in (?))',
    tables: ['authors', 'articles_author_lnk'],
  },
};

/** Sixteen digits as the plugin names statements; these begin with what no hash begins with by chance. */
export const keyOf = (name: string) =>
  Buffer.from(`demo-${name}`).toString('hex').padEnd(16, '0').slice(-16);

/** Few at night, most at noon, fewer on Sundays. */
const rhythm = (at: number) => {
  const date = new Date(at);
  const hour = date.getUTCHours() + date.getUTCMinutes() / 60;
  const day = 0.35 + 0.65 * Math.max(0, Math.sin(((hour - 5) / 18) * Math.PI)) ** 1.5;
  return date.getUTCDay() === 0 ? day * 0.6 : day;
};

/** A release made everything slower for three hours, two days ago. */
const slowness = (at: number, now: number) => {
  const ago = now - at;
  return ago < 2 * DAY_MS && ago > 2 * DAY_MS - 3 * HOUR_MS ? 6 : 1;
};

export const fillWith = (context: SeedContext, random: () => number) => {
  const now = context.now.getTime();
  const spread = () => Math.exp((random() + random() + random() - 1.5) * 0.9);
  return (recorder: Recorder, at: number, minutes: number) => {
    // Enough of them to look right; a demo need not have every single one.
    const scale = rhythm(at) * minutes;
    for (const [index, { number }] of context.sites.entries()) {
      const share = index === 0 ? 1 : 0.4;
      for (const route of ROUTES) {
        const wanted = route.perMinute * scale * share;
        const count = Math.min(120, Math.floor(wanted) + (random() < wanted % 1 ? 1 : 0));
        for (let one = 0; one < count; one += 1) {
          record({ recorder, route, site: String(number), slow: slowness(at, now) });
        }
      }
    }
    recorder.record('runtime', ['loop-delay'], 0.5 + (random() * 3 * scale) / minutes);
    recorder.record('runtime', ['loop-utilisation'], 4 + 22 * (scale / minutes) * random());
    recorder.record('runtime', ['heap-mb'], 140 + 30 * random());
    recorder.record('pool', [], random() * 0.8);
  };

  function record(entry: { recorder: Recorder; route: Route; site: string; slow: number }) {
    const { recorder, route, site, slow } = entry;
    const ms = route.ms * spread() * slow;
    const isError = random() < (slow > 1 ? 0.03 : 0.002);
    const queryMs = route.queries.reduce((sum, query) => sum + query.ms * query.times, 0);
    const dbMicros = Math.round(Math.min(ms * 0.9, queryMs * spread() * slow) * 1000);
    const queries = route.queries.reduce((sum, { times }) => sum + times, 0);
    recorder.record(
      'http',
      [route.route, 'GET', isError ? '5xx' : '2xx', site, route.contentType, '', route.action],
      ms,
      [route.bytes, dbMicros, queries, 200, 900, 0],
    );
    recorder.record('delivery', ['api', 'uncached', site], route.bytes);
    if (random() < 0.5) {
      const isSame = random() < 0.45;
      recorder.record(
        'delivery',
        ['uploads', isSame ? 'not-modified' : 'cacheable', site],
        isSame ? 0 : 40_000 * spread(),
      );
    }
    for (const query of route.queries) {
      recorder.record('db', [keyOf(query.key), route.route, site], query.ms * spread() * slow);
    }
    if (route.action === 'oneByOne') {
      recorder.record('repeat', [route.route, keyOf('author'), site], 40, [Math.round(ms * 700)]);
    }
    if (route.action === 'everything') recorder.record('deep', [route.route, site], 46);
    if (random() < 0.01) {
      const tokens = Math.round(400 + random() * 1200);
      recorder.record('timing', ['ai', 'suggest', 'ok', 'local', site], 900 * spread(), [
        tokens,
        Math.round(tokens / 4),
        0,
      ]);
      recorder.record('firstToken', ['ai', 'suggest', 'local', site], 240 * spread());
    }
    if (random() < 0.1) {
      recorder.record('timing', ['personalization', 'decide', 'ok', '', site], 3 * spread(), []);
      recorder.record('vital', ['LCP', '/', site], 1_900 * spread());
      recorder.record('vital', ['INP', '/', site], 120 * spread());
      recorder.record('vital', ['CLS', '/', site], 60 * spread());
    }
  }
};
