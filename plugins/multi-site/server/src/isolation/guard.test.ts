import type { SiteContext } from '../core/site-context';
import { aGuard } from './knex-fixture';
import type { KnexQuery } from './strapi-internals';

const ARTICLE = 'api::article.article';
const COUNTRY = 'api::country.country';
const SITE: SiteContext = { kind: 'site', number: 1 };
const UNSCOPED: SiteContext = { kind: 'unscoped' };
const UNSETTLED: SiteContext = { kind: 'unsettled', reason: () => new Error('no site yet') };
const REPORTING = { isActive: false, onlySite: 1, isReporting: true };
const codeOf = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    return (error as { details?: { code?: string } }).details?.code;
  }
  return 'allowed';
};

describe('a refusal says why', () => {
  it.each<[string, SiteContext, string, 'read' | 'insert' | 'change', string]>([
    ['an insert of shared content on a site', SITE, COUNTRY, 'insert', 'SHARED_READ_ONLY'],
    ['a change of shared content on a site', SITE, COUNTRY, 'change', 'SHARED_READ_ONLY'],
    ['an insert into the network', { kind: 'network' }, ARTICLE, 'insert', 'CHOOSE_SITE_TO_CREATE'],
  ])('%s', (_what, context, uid, operation, code) => {
    const { guard, now } = aGuard();
    now.context = context;
    expect(codeOf(() => guard.decide(uid, operation))).toBe(`MULTI_SITE_${code}`);
  });

  it('an unsettled request, with the reason it was given', () => {
    const { guard, now } = aGuard();
    now.context = UNSETTLED;
    expect(() => guard.decide(ARTICLE, 'read')).toThrow('no site yet');
  });
});

describe('new content outside any site', () => {
  it.each([
    ['allow', 'allowed'],
    ['warn', 'allowed'],
    ['refuse', 'MULTI_SITE_UNSCOPED_WRITE_REFUSED'],
  ] as const)('with the option %s is %s', (option, expected) => {
    const { guard, now } = aGuard(option);
    now.context = UNSCOPED;
    expect(codeOf(() => guard.decide(ARTICLE, 'insert'))).toBe(expected);
  });

  it('is reported, and gets no site', () => {
    const { guard, now, findings } = aGuard('warn');
    now.context = UNSCOPED;
    expect(guard.decide(ARTICLE, 'insert')).toMatchObject({ stamp: null, condition: null });
    expect(findings).toEqual([{ kind: 'unscoped-write', table: 'articles' }]);
  });

  it('is not even reported with the option "allow"', () => {
    const { guard, now, findings } = aGuard('allow');
    now.context = UNSCOPED;
    expect(guard.decide(ARTICLE, 'insert')).toMatchObject({ stamp: null });
    expect(findings).toEqual([]);
  });

  it.each([
    ['a read', ARTICLE, 'read'],
    ['a change', ARTICLE, 'change'],
    ['shared content', COUNTRY, 'insert'],
  ] as const)('is not confused with %s', (_what, uid, operation) => {
    const { guard, now, findings } = aGuard('refuse');
    now.context = UNSCOPED;
    expect(codeOf(() => guard.decide(uid, operation))).toBe('allowed');
    expect(findings).toEqual([]);
  });
});

describe('report mode', () => {
  it('lists an insert outside any site, and still gives it the only site', () => {
    const { guard, now, findings } = aGuard('refuse');
    Object.assign(now, { state: REPORTING, context: UNSCOPED });
    expect(guard.decide(ARTICLE, 'insert')).toMatchObject({ stamp: 1, condition: null });
    expect(findings).toEqual([{ kind: 'unscoped-write', table: 'articles' }]);
  });

  it('lists a read before the request has a site, and lets it pass', () => {
    const { guard, now, findings } = aGuard();
    Object.assign(now, { state: REPORTING, context: UNSETTLED });
    expect(guard.decide(ARTICLE, 'read')).toMatchObject({ allow: true, condition: null });
    expect(findings).toEqual([{ kind: 'no-site', table: 'articles' }]);
  });

  it('does not even ask for the context under enforce with one site', () => {
    const { guard, now, findings } = aGuard();
    Object.assign(now, { state: { ...REPORTING, isReporting: false }, context: UNSETTLED });
    expect(guard.decide(ARTICLE, 'insert')).toMatchObject({ stamp: 1, condition: null });
    expect(findings).toEqual([]);
  });
});

describe('what the guard remembers', () => {
  it('knows nothing of tables that are no site’s business', () => {
    expect(aGuard().guard.decide('plugin::i18n.locale', 'insert')).toBeNull();
  });

  it('takes a query for narrowed until somebody changes it', () => {
    const { guard } = aGuard();
    const query = { _statements: [{}], _single: {}, _method: 'select' } as unknown as KnexQuery;
    expect(guard.isNarrowed(query)).toBe(false);
    guard.markNarrowed(query);
    expect(guard.isNarrowed(query)).toBe(true);
    query._statements.push({});
    expect(guard.isNarrowed(query)).toBe(false);
  });

  it('trusts the very piece of raw SQL it was given, and no equal one', () => {
    const { guard } = aGuard();
    const raw = guard.trust({ sql: 'select 1' });
    expect(guard.isTrusted(raw)).toBe(true);
    expect(guard.isTrusted({ sql: 'select 1' })).toBe(false);
  });
});
