import type { Knex } from 'knex';
import type { SiteContext } from '../core/site-context';
import { aGuard, openDatabase, readAll, strapiOf } from './knex-fixture';
import { installKnexNet } from './knex-net';

let knex: Knex;
let remove: () => void;
const { guard, findings, now } = aGuard();

beforeAll(async () => {
  knex = await openDatabase();
  remove = installKnexNet(strapiOf(knex), guard);
});
afterAll(() => knex.destroy());
beforeEach(() => {
  now.context = { kind: 'site', number: 1 };
  now.state = { isActive: true, onlySite: 1, isReporting: false };
  findings.length = 0;
});

type Query = () => PromiseLike<unknown>;
const run = (query: Query) => Promise.resolve(query());
const REFUSED = { details: { code: 'MULTI_SITE_RAW_SQL_REFUSED', table: 'articles' } };

const RAW: [string, Query][] = [
  ['raw SQL', () => knex.raw('select * from articles')],
  ['raw SQL in quotes', () => knex.raw('select * from "articles"')],
  ['raw SQL with the name bound', () => knex.raw('select * from ??', ['articles'])],
  ['raw SQL with the name bound by name', () => knex.raw('select * from :t:', { t: 'articles' })],
  [
    'raw SQL with names bound as a list',
    () => knex.raw('select * from ?? where id = ?', ['articles', 1]),
  ],
  ['raw SQL as a value', () => knex.select(knex.raw('(select count(*) from articles) as n'))],
  ['raw SQL as a condition', () => knex('settings').whereRaw('id in (select id from articles)')],
  [
    'raw SQL inside raw SQL',
    () => knex.select(knex.raw('?', [knex.raw('(select 1 from articles)')])),
  ],
  ['raw SQL as a table', () => knex.from(knex.raw('(select * from articles) as t'))],
  ['raw SQL as a sort', () => knex('settings').orderByRaw('(select max(id) from articles)')],
  ['raw SQL as a group', () => knex('settings').groupByRaw('(select max(id) from articles)')],
  ['raw SQL in having', () => knex('settings').groupBy('id').havingRaw('(select 1 from articles)')],
  ['raw SQL in a with', () => knex.with('t', knex.raw('select * from articles')).from('t')],
  ['raw SQL in a union', () => knex('settings').union(knex.raw('select * from articles') as never)],
  ['raw SQL in a join', () => knex('settings').joinRaw('join (select * from articles) a on 1 = 1')],
  [
    'raw SQL in a join’s condition',
    () =>
      knex('settings').join(
        'countries',
        (on) => void on.on(knex.raw('exists (select 1 from articles)') as never),
      ),
  ],
  ['raw SQL that changes', () => knex.raw('update articles set views = 0')],
  ['raw SQL in a transaction', () => knex.transaction((trx) => trx.raw('select * from articles'))],
  ['raw SQL as a stream', async () => readAll(knex.raw('select * from articles').stream())],
  ['the bare name as a table', () => knex.select('*').from(knex.raw('articles'))],
  [
    'the bare name with an alias as a table',
    () => knex.select('*').from(knex.raw('articles as a') as never),
  ],
  ['the bare name bound as a table', () => knex.select('*').from(knex.raw('??', ['articles']))],
  ['a reference as a table', () => knex.select('*').from(knex.ref('articles') as never)],
  ['fromRaw', () => knex.select('*').fromRaw('articles')],
  ['the bare name in joinRaw', () => knex('settings').joinRaw('join articles on 1 = 1')],
  [
    'the bare name as a joined table',
    () =>
      knex('settings').join(
        knex.raw('articles') as never,
        knex.raw('1') as never,
        knex.raw('1') as never,
      ),
  ],
  ['the bare name among several tables', () => knex.select('*').fromRaw('settings, articles')],
];

describe('a site’s raw SQL over site content', () => {
  it.each(RAW)('is refused as %s', async (_what, query) => {
    await expect(run(query)).rejects.toMatchObject(REFUSED);
  });

  it('is answered with a sentence and 403', async () => {
    const error: unknown = await run(() => knex.raw('select * from articles')).catch(
      (e: unknown) => e,
    );
    expect(error).toMatchObject({
      name: 'PolicyError',
      message: expect.stringMatching(/^Raw SQL/),
    });
  });
});

describe('raw SQL that is no site’s business', () => {
  it.each<[string, Query]>([
    ['a table of nobody', () => knex.raw('select * from settings')],
    ['a shared table', () => knex.raw('select * from countries')],
    ['no table', () => knex.raw('select 1')],
    ['an expression', () => knex('articles').select(knex.raw('count(articles.id) as n'))],
    ['an expression in a condition', () => knex('articles').whereRaw('lower(title) = ?', ['x'])],
    ['an expression as a sort', () => knex('articles').orderByRaw('lower(title)')],
  ])('runs: %s', async (_what, query) => {
    await expect(run(query)).resolves.toBeDefined();
  });

  it.each<[string, SiteContext]>([
    ['the network', { kind: 'network' }],
    ['code outside any request', { kind: 'unscoped' }],
  ])('runs for %s, whatever it names', async (_what, context) => {
    now.context = context;
    expect(await knex.raw('select * from articles')).toHaveLength(4);
    expect(await knex('articles')).toHaveLength(4);
  });

  it('runs when this plugin wrote it', async () => {
    const own = guard.trust(knex.raw('(select max(id) from articles) as n'));
    expect(await knex.select(own).first()).toEqual({ n: 4 });
  });
});

describe('before the border is closed', () => {
  beforeEach(() => {
    now.state = { isActive: false, onlySite: 1, isReporting: true };
  });

  it('reports raw SQL and lets it run', async () => {
    expect(await knex.raw('select * from articles')).toHaveLength(4);
    expect(findings).toEqual([{ kind: 'raw-sql', table: 'articles' }]);
  });

  it.each<[string, Query]>([
    ['a read', () => knex('articles')],
    ['a read with or', () => knex('articles').where('id', 1).orWhere('id', '>', 0)],
    [
      'a read in a function',
      () =>
        knex.from(function (this: Knex.QueryBuilder) {
          void this.from('articles').as('t');
        }),
    ],
    [
      'a read joined to itself',
      () => knex('articles').join('articles as b', 'b.id', 'articles.id'),
    ],
  ])('changes nothing of %s', async (_what, query) => {
    expect(await run(query)).toHaveLength(4);
  });

  it('reports a read before the request has a site', async () => {
    now.context = { kind: 'unsettled', reason: () => new Error('unsettled') };
    expect(await knex('articles')).toHaveLength(4);
    expect(findings).toContainEqual({ kind: 'no-site', table: 'articles' });
  });

  it('is silent in enforce mode with one site', async () => {
    now.state = { isActive: false, onlySite: 1, isReporting: false };
    expect(await knex.raw('select * from articles')).toHaveLength(4);
    expect(findings).toEqual([]);
  });
});

describe('a request whose site is not settled', () => {
  it.each<[string, Query]>([
    ['a read', () => knex('articles')],
    ['a change', () => knex('articles').update({ views: 1 })],
    ['an insert', () => knex('articles').insert({ title: 'x' })],
    ['a read of shared content', () => knex('countries')],
  ])('is refused %s with the reason', async (_what, query) => {
    now.context = { kind: 'unsettled', reason: () => new Error('no site yet') };
    await expect(run(query)).rejects.toThrow('no site yet');
  });

  it('reads what is no site’s business', async () => {
    now.context = { kind: 'unsettled', reason: () => new Error('no site yet') };
    expect(await knex('settings')).toHaveLength(1);
  });
});

describe('taken out again', () => {
  it('leaves knex as it was', async () => {
    remove();
    expect(await knex('articles')).toHaveLength(4);
    expect(await knex.raw('select * from articles')).toHaveLength(4);
    expect(await readAll(knex('articles').stream())).toHaveLength(4);
  });
});
