import type { Site } from '../../../shared/contracts/sites';
import { findWarnings } from './site-warnings';

const SITE = {
  status: 'live',
  domain: 'shop.example',
  pathPrefix: null,
  isDefault: false,
  settings: { locales: ['en'] },
} satisfies Pick<Site, 'status' | 'domain' | 'pathPrefix' | 'isDefault' | 'settings'>;
const FACTS = { members: 2, entries: 5, hasSeveralLocales: true };

describe('warnings of a site', () => {
  it.each([
    ['none where all is well', SITE, FACTS, []],
    ['a live site nobody can reach', { ...SITE, domain: null }, FACTS, ['no-domain']],
    ['not for the default site', { ...SITE, domain: null, isDefault: true }, FACTS, []],
    ['nor for one below a path', { ...SITE, domain: null, pathPrefix: '/shop' }, FACTS, []],
    ['maintenance', { ...SITE, status: 'maintenance' as const }, FACTS, ['in-maintenance']],
    ['content nobody sees', { ...SITE, status: 'draft' as const }, FACTS, ['is-draft']],
    ['a live site without content', SITE, { ...FACTS, entries: 0 }, ['no-content']],
    ['nobody on it', SITE, { ...FACTS, members: 0 }, ['no-members']],
    ['languages not chosen', { ...SITE, settings: {} }, FACTS, ['no-languages']],
    [
      'one language needs no choice',
      { ...SITE, settings: {} },
      { ...FACTS, hasSeveralLocales: false },
      [],
    ],
    [
      'nothing while archived',
      { ...SITE, status: 'archived' as const },
      { ...FACTS, members: 0 },
      [],
    ],
  ])('%s', (_name, site, facts, expected) => {
    expect(findWarnings(site, facts)).toEqual(expected);
  });
});
