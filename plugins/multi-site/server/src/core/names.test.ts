import { decideNames, SHORT_NAMES, type AppNames, type Names } from './names';

const PREFIXED: Names = {
  tablePrefix: 'multi_site_',
  column: 'multi_site_id',
  route: '/multi-site/sites',
};

const taken = (given: { [Key in keyof AppNames]?: string[] } = {}): AppNames => ({
  tables: new Set(given.tables),
  columns: new Set(given.columns),
  routes: new Set(given.routes),
});

describe('decideNames', () => {
  it.each<[string, Parameters<typeof taken>[0], Partial<Names>]>([
    ['nothing is taken', {}, {}],
    ['others are taken', { tables: ['articles'], columns: ['site'], routes: ['/articles'] }, {}],
    ['the app has a table sites', { tables: ['sites'] }, { tablePrefix: 'multi_site_' }],
    ['the app has site_users', { tables: ['site_users'] }, { tablePrefix: 'multi_site_' }],
    ['the app has site_content', { tables: ['site_content'] }, { tablePrefix: 'multi_site_' }],
    ['a type has a site_id', { columns: ['site_id'] }, { column: 'multi_site_id' }],
    ['the app answers at /sites', { routes: ['/sites'] }, { route: '/multi-site/sites' }],
    ['the app answers below /sites', { routes: ['/sites/:id'] }, { route: '/multi-site/sites' }],
    ['the app answers at /sitesmap', { routes: ['/sitesmap', '/my/sites'] }, {}],
  ])('gives way in that name alone where %s', (_what, given, expected) => {
    expect(decideNames({ taken: taken(given) })).toEqual({ ...SHORT_NAMES, ...expected });
  });

  it('takes long names for everything when told so', () => {
    expect(decideNames({ taken: taken(), wish: 'prefixed' })).toEqual(PREFIXED);
  });

  it('never goes back to short names under which nothing is stored', () => {
    const names = decideNames({ taken: taken(), former: PREFIXED });
    expect(names).toEqual({ ...PREFIXED, route: '/sites' });
  });

  it('moves to a long name when the app takes a short one later', () => {
    const names = decideNames({ taken: taken({ tables: ['sites'] }), former: SHORT_NAMES });
    expect(names).toEqual({ ...SHORT_NAMES, tablePrefix: 'multi_site_' });
  });
});
