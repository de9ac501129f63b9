import { NETWORK } from '../../../shared/plugin';
import { accessible, chooseSite, headerValue, type SwitchData } from './choose-site';

const site = (number: number, status: 'live' | 'archived' = 'live') => ({
  id: `id-${number}`,
  number,
  name: `Site ${number}`,
  slug: `site-${number}`,
  domain: null,
  color: null,
  status,
});

const data = (changes: Partial<SwitchData> = {}): SwitchData => ({
  active: true,
  mode: 'enforce',
  canAccessNetwork: false,
  sites: [site(3), site(2)],
  ...changes,
});

const wish = (id: string) => ({ id, name: id });

describe('chooseSite', () => {
  it('chooses nothing while only one site exists', () => {
    expect(chooseSite(data({ active: false, sites: [] }), [wish('id-2')])).toEqual({
      kind: 'inactive',
    });
  });

  it('stays on what the tab was on', () => {
    const choice = chooseSite(data(), [wish('id-3'), wish('id-2')]);
    expect(choice).toEqual({ kind: 'site', site: site(3) });
  });

  it('begins a new tab where the last one was', () => {
    expect(chooseSite(data(), [null, wish('id-3')])).toEqual({ kind: 'site', site: site(3) });
  });

  it('takes the oldest site when there is nothing to go by', () => {
    expect(chooseSite(data(), [null, null])).toEqual({ kind: 'site', site: site(2) });
  });

  it('passes over wishes that cannot be fulfilled any more', () => {
    const choice = chooseSite(data(), [wish('gone'), wish(NETWORK)]);
    expect(choice).toEqual({ kind: 'site', site: site(2) });
  });

  it('does not begin on an archived site while there is another', () => {
    const sites = [site(1, 'archived'), site(5)];
    expect(chooseSite(data({ sites }), [])).toEqual({ kind: 'site', site: site(5) });
  });

  it('keeps an archived site that was chosen on purpose', () => {
    const sites = [site(1, 'archived'), site(5)];
    const choice = chooseSite(data({ sites }), [wish('id-1')]);
    expect(choice).toEqual({ kind: 'site', site: site(1, 'archived') });
  });

  it('sees all sites at once only for those who may', () => {
    expect(chooseSite(data({ canAccessNetwork: true }), [wish(NETWORK)])).toEqual({
      kind: 'network',
    });
  });

  it('falls back to the network for who may see it and has no site', () => {
    expect(chooseSite(data({ canAccessNetwork: true, sites: [] }), [])).toEqual({
      kind: 'network',
    });
  });

  it('says so when there is no site at all', () => {
    expect(chooseSite(data({ sites: [] }), [wish('id-2')])).toEqual({ kind: 'none' });
  });
});

describe('accessible', () => {
  it('knows no site that is not on the list', () => {
    expect(accessible(data(), 'id-9')).toBeNull();
  });
});

describe('headerValue', () => {
  it.each([
    [{ kind: 'site', site: site(2) } as const, 'id-2'],
    [{ kind: 'network' } as const, NETWORK],
    [{ kind: 'inactive' } as const, null],
    [{ kind: 'unsettled' } as const, null],
    [{ kind: 'none' } as const, null],
    [{ kind: 'lost', id: 'id-2', name: 'Site 2' } as const, null],
  ])('for %j is %j', (choice, expected) => {
    expect(headerValue(choice)).toBe(expected);
  });
});
