import { settleAccess, type Access, type Caller, type Wish } from './access';
import { createSiteDirectory } from './site-directory';
import { aSite } from './site-fixture';

const sites = createSiteDirectory([
  aSite(1, { slug: 'main', isDefault: true, domain: 'main.example' }),
  aSite(2, { slug: 'shop', domain: 'shop.example' }),
  aSite(3, { slug: 'open', domain: 'open.example', settings: { headerAccess: true } }),
  aSite(4, { slug: 'draft', domain: 'draft.example', status: 'draft' }),
  aSite(5, { slug: 'care', domain: 'care.example', status: 'maintenance' }),
  aSite(6, { slug: 'old', domain: 'old.example', status: 'archived' }),
  aSite(7, {
    slug: 'open-draft',
    status: 'draft',
    settings: { headerAccess: true },
  }),
  aSite(8, { slug: 'prefixed', pathPrefix: '/de' }),
]);

const site = (number: number): Access => ({ kind: 'site', number });
const network: Access = { kind: 'network' };
const refused = (because: Extract<Access, { kind: 'refused' }>['because']): Access => ({
  kind: 'refused',
  because,
});

type Row = [what: string, wish: Partial<Wish>, expected: Access];
const expectFor =
  (caller: Caller) =>
  (...[_what, wish, expected]: Row) => {
    const whole = { header: null, host: null, path: null, ...wish };
    expect(settleAccess(caller, whole, sites)).toEqual(expected);
  };

const ALIEN = refused('not-a-member');

describe('a member of the sites 2, 4, 5 and 6', () => {
  const caller: Caller = {
    kind: 'admin',
    isNetwork: false,
    siteNumbers: new Set([2, 4, 5, 6]),
  };
  it.each<Row>([
    ['the own site by slug', { header: 'shop' }, site(2)],
    ['the own site by documentId', { header: 'document2' }, site(2)],
    ['an own draft', { header: 'draft' }, site(4)],
    ['an own site in maintenance', { header: 'care' }, site(5)],
    ['an own site that is archived', { header: 'old' }, ALIEN],
    ['a foreign site', { header: 'main' }, ALIEN],
    ['a foreign site that opens by header', { header: 'open' }, ALIEN],
    ['a site that does not exist', { header: 'nothing' }, ALIEN],
    ['a number for a site', { header: '2' }, ALIEN],
    ['all sites', { header: '*' }, refused('no-network-access')],
    ['no site', {}, refused('no-site-chosen')],
    ['no site, on the own host', { host: 'shop.example' }, refused('no-site-chosen')],
    ['the own site, on a foreign host', { header: 'shop', host: 'main.example' }, site(2)],
    ['a foreign site, on the own host', { header: 'main', host: 'shop.example' }, ALIEN],
  ])('asking for %s', expectFor(caller));
});

describe('an admin user without any site', () => {
  const caller: Caller = { kind: 'admin', isNetwork: false, siteNumbers: new Set() };
  it.each<Row>([
    ['a site', { header: 'shop' }, ALIEN],
    ['the default site', { header: 'main' }, ALIEN],
    ['all sites', { header: '*' }, refused('no-network-access')],
    ['no site', {}, refused('no-site-chosen')],
  ])('asking for %s', expectFor(caller));
});

describe('an admin user with access to the network', () => {
  const caller: Caller = { kind: 'admin', isNetwork: true, siteNumbers: new Set() };
  it.each<Row>([
    ['all sites', { header: '*' }, network],
    ['one site', { header: 'shop' }, site(2)],
    ['a draft', { header: 'draft' }, site(4)],
    ['an archived site', { header: 'old' }, site(6)],
    ['a site that does not exist', { header: 'nothing' }, ALIEN],
    ['no site', {}, refused('no-site-chosen')],
    ['no site, on a site’s host', { host: 'shop.example' }, refused('no-site-chosen')],
  ])('asking for %s', expectFor(caller));
});

describe('a token bound to site 2', () => {
  const caller: Caller = { kind: 'token', binding: 2 };
  it.each<Row>([
    ['nothing', {}, site(2)],
    ['the own site', { header: 'shop' }, site(2)],
    ['a foreign site', { header: 'main' }, site(2)],
    ['all sites', { header: '*' }, site(2)],
    ['a foreign host', { host: 'main.example' }, site(2)],
    ['a foreign prefix', { path: '/de' }, site(2)],
  ])('asking for %s stays there', expectFor(caller));
});

describe.each([
  ['a draft', 4, site(4)],
  ['a site in maintenance', 5, site(5)],
  ['an archived site', 6, refused('token-without-site')],
  ['a site that is gone', 99, refused('token-without-site')],
  ['the number of shared rows', 0, refused('token-without-site')],
])('a token bound to %s', (_what, binding, expected) => {
  it.each<[string, Partial<Wish>]>([
    ['nothing', {}],
    ['another site', { header: 'shop' }],
    ['another host', { host: 'shop.example' }],
  ])('asking for %s', (what, wish) => expectFor({ kind: 'token', binding })(what, wish, expected));
});

describe('a token without a site', () => {
  it.each<[string, Partial<Wish>]>([
    ['nothing', {}],
    ['a site', { header: 'shop' }],
    ['a site that opens by header', { header: 'open' }],
    ['all sites', { header: '*' }],
    ['a host', { host: 'shop.example' }],
  ])('asking for %s gets nothing', (what, wish) =>
    expectFor({ kind: 'token', binding: null })(what, wish, refused('token-without-site')),
  );
});

describe('a token of the network', () => {
  const caller: Caller = { kind: 'token', binding: '*' };
  it.each<Row>([
    ['all sites', { header: '*' }, network],
    ['all sites, on a site’s host', { header: '*', host: 'shop.example' }, network],
    ['one site', { header: 'shop' }, site(2)],
    ['an archived site', { header: 'old' }, site(6)],
    ['a site that does not exist', { header: 'nothing' }, ALIEN],
    ['a host', { host: 'shop.example' }, site(2)],
    ['a draft’s host', { host: 'draft.example' }, site(4)],
    ['a site, on another host', { header: 'shop', host: 'main.example' }, site(2)],
    ['nothing', {}, site(1)],
  ])('asking for %s', expectFor(caller));
});

describe('a visitor', () => {
  it.each<Row>([
    ['a domain', { host: 'shop.example' }, site(2)],
    ['an unknown host', { host: 'nobody.example' }, site(1)],
    ['nothing', {}, site(1)],
    ['an archived site’s domain', { host: 'old.example' }, site(1)],
    ['a draft’s domain', { host: 'draft.example' }, refused('not-live')],
    ['the domain of a site in maintenance', { host: 'care.example' }, refused('maintenance')],
    ['a path prefix', { host: 'main.invalid', path: '/de/news' }, site(8)],
    ['a header', { header: 'shop', host: 'main.example' }, site(1)],
    ['a header of an open site', { header: 'open', host: 'main.example' }, site(3)],
    ['its documentId in the header', { header: 'document3', host: 'main.example' }, site(3)],
    ['a header of an open draft', { header: 'open-draft' }, refused('not-live')],
    ['a header of no site', { header: 'nothing', host: 'shop.example' }, site(2)],
    ['all sites', { header: '*', host: 'shop.example' }, site(2)],
    [
      'a header that is no way out',
      { header: 'shop', host: 'care.example' },
      refused('maintenance'),
    ],
  ])('asking by %s', expectFor({ kind: 'visitor' }));

  it('finds nothing where there is no site', () => {
    const none = createSiteDirectory([]);
    const wish = { header: null, host: 'shop.example', path: null };
    expect(settleAccess({ kind: 'visitor' }, wish, none)).toEqual(refused('not-live'));
  });
});
