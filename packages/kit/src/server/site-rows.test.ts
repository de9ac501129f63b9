import type { Core } from '@strapi/strapi';
import { runInSite, siteNumberFor, siteScope } from './ports';
import { rowsOf } from './site-rows';

type Context = { kind: 'site'; number: number } | { kind: 'network' } | { kind: 'unscoped' };

const SITES = [
  { id: 'm', number: 1, name: 'Main', slug: 'main', domain: null, isDefault: true, settings: {} },
  { id: 's', number: 2, name: 'Shop', slug: 'shop', domain: null, isDefault: false, settings: {} },
];

/** A Strapi whose query engine writes down what it was asked. */
function strapiIn(context: Context | null, { isActive = true } = {}) {
  const asked: Record<string, unknown>[] = [];
  const answer = (params: Record<string, unknown>) => {
    asked.push(params);
    return Promise.resolve(params.data ?? null);
  };
  const query = new Proxy({}, { get: () => answer });
  const ran: unknown[] = [];
  const services: Record<string, unknown> = {
    context: {
      current: () => context,
      run: (site: number, work: () => unknown) => (ran.push(site), work()),
      runUnscoped: (work: () => unknown) => (ran.push('unscoped'), work()),
    },
    state: {
      snapshot: () => ({ isActive, sites: { all: SITES, defaultSite: SITES[0] } }),
      onlySite: () => 1,
    },
  };
  const strapi = {
    plugins: context ? { 'multi-site': {} } : {},
    plugin: () => ({ service: (name: string) => services[name] }),
    db: { query: () => query },
  };
  return { strapi: strapi as unknown as Core.Strapi, asked, ran };
}

describe('rows of a plugin', () => {
  it.each<[string, Context | null, object]>([
    ['everything without multi-site', null, { a: 1 }],
    ['everything in the network view', { kind: 'network' }, { a: 1 }],
    ['everything without a request', { kind: 'unscoped' }, { a: 1 }],
    ['only its own in a site', { kind: 'site', number: 2 }, { $and: [{ a: 1 }, { site: 2 }] }],
    [
      'in the default site also what is older than the sites',
      { kind: 'site', number: 1 },
      { $and: [{ a: 1 }, { site: { $in: [1, 0] } }] },
    ],
  ])('show %s', async (_what, context, where) => {
    const { strapi, asked } = strapiIn(context);
    const rows = rowsOf(strapi, 'plugin::x.y');
    await rows.findOne({ a: 1 });
    await rows.findMany({ where: { a: 1 } });
    await rows.count({ a: 1 });
    await rows.update({ a: 1 }, {});
    await rows.updateMany({ a: 1 }, {});
    await rows.delete({ a: 1 });
    await rows.deleteMany({ a: 1 });
    expect(asked.map((params) => params.where)).toEqual(Array(7).fill(where));
  });

  it.each<[string, Context | null, boolean, number | undefined, number]>([
    ['nothing without multi-site', null, true, undefined, 0],
    ['the only site while there is one', { kind: 'unscoped' }, false, undefined, 1],
    ['the site in view', { kind: 'site', number: 2 }, true, undefined, 2],
    ['the chosen site in the network view', { kind: 'network' }, true, 2, 2],
    ['the default site for what has none', { kind: 'network' }, true, 0, 1],
  ])('are stamped with %s', async (_what, context, isActive, given, site) => {
    const { strapi, asked } = strapiIn(context, { isActive });
    await rowsOf(strapi, 'plugin::x.y').create(given === undefined ? {} : { site: given });
    expect(asked[0]?.data).toEqual({ site });
  });

  it.each<[string, Context, number | undefined, string]>([
    ['no site in the network view', { kind: 'network' }, undefined, 'SITE_NEEDED'],
    ['a site that is not there', { kind: 'network' }, 9, 'SITE_UNKNOWN'],
    ['another site from inside one', { kind: 'site', number: 2 }, 1, 'OTHER_SITE'],
  ])('are refused with %s', async (_what, context, site, code) => {
    const { strapi, asked } = strapiIn(context);
    const writing = rowsOf(strapi, 'plugin::x.y').create({ site });
    await expect(writing).rejects.toMatchObject({ details: { code } });
    expect(asked).toEqual([]);
  });

  it('do not move to another site by an update', async () => {
    const { strapi, asked } = strapiIn({ kind: 'site', number: 2 });
    const moving = rowsOf(strapi, 'plugin::x.y').update({ id: 1 }, { site: 1 });
    await expect(moving).rejects.toMatchObject({ details: { code: 'OTHER_SITE' } });
    expect(asked).toEqual([]);
  });

  it('come in pages with their total', async () => {
    const { strapi, asked } = strapiIn(null);
    const { pagination } = await rowsOf(strapi, 'plugin::x.y').findPage({ page: 3, pageSize: 20 });
    expect(asked[0]).toMatchObject({ limit: 20, offset: 40 });
    expect(pagination).toMatchObject({ page: 3, pageSize: 20 });
  });
});

describe('the site of the running code', () => {
  it('is closed to a request that has none', () => {
    const unsettled = { kind: 'unsettled', reason: () => new Error('No site.') };
    const { strapi } = strapiIn(unsettled as unknown as Context);
    expect(() => siteScope(strapi)).toThrow('No site.');
    expect(() => siteNumberFor(strapi, 1)).toThrow('No site.');
  });

  it.each([
    [2, [2]],
    [0, [1]],
  ])('is %i of a row while its work is done', (site, expected) => {
    const { strapi, ran } = strapiIn({ kind: 'unscoped' });
    expect(runInSite(strapi, site, () => 'done')).toBe('done');
    expect(ran).toEqual(expected);
  });

  it('is no matter without multi-site', () => {
    const { strapi } = strapiIn(null);
    expect(runInSite(strapi, 5, () => siteScope(strapi))).toEqual({ kind: 'single' });
  });
});
