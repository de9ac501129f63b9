import type { SwitchData } from './choose-site';
import { SiteChoice } from './site-choice';
import * as storage from './storage';

jest.mock('./storage');
const stored = jest.mocked(storage);

const site = (id: string, number = 1) => ({
  id,
  number,
  name: id.toUpperCase(),
  slug: id,
  domain: null,
  color: null,
  status: 'live' as const,
});

const data = (changes: Partial<SwitchData> = {}): SwitchData => ({
  active: true,
  mode: 'enforce',
  canAccessNetwork: false,
  sites: [site('a', 1), site('b', 2)],
  ...changes,
});

beforeEach(() => {
  jest.resetAllMocks();
  stored.readTabChoice.mockReturnValue(null);
  stored.readLastChoice.mockReturnValue(null);
});

describe('SiteChoice', () => {
  it('asks once for a person, however many requests wait', async () => {
    const load = jest.fn().mockResolvedValue(data());
    const choice = new SiteChoice(load);
    await Promise.all([choice.settleFor('1'), choice.settleFor('1')]);
    await choice.settleFor('1');
    expect(load).toHaveBeenCalledTimes(1);
    expect(choice.snapshot().choice).toEqual({ kind: 'site', site: site('a', 1) });
  });

  it('chooses anew when somebody else signs in', async () => {
    const load = jest
      .fn()
      .mockResolvedValueOnce(data())
      .mockResolvedValueOnce(data({ sites: [site('b', 2)] }));
    const choice = new SiteChoice(load);
    await choice.settleFor('1');
    await choice.settleFor('2');
    expect(choice.snapshot().choice).toEqual({ kind: 'site', site: site('b', 2) });
  });

  it('asks again after a failure and lets the waiting request go', async () => {
    const load = jest.fn().mockRejectedValueOnce(new Error('offline')).mockResolvedValue(data());
    const choice = new SiteChoice(load);
    await choice.settleFor('1');
    expect(choice.snapshot().choice.kind).toBe('unsettled');
    await choice.settleFor('1');
    expect(choice.snapshot().choice.kind).toBe('site');
  });

  it('remembers the choice for the tab and for the next one', async () => {
    const choice = new SiteChoice(() => Promise.resolve(data()));
    await choice.settleFor('1');
    expect(stored.rememberChoice).toHaveBeenCalledWith({ id: 'a', name: 'A' });
    expect(stored.rememberRecent).toHaveBeenCalledWith('a');
  });

  it('tells which site had to be left when the tab comes back', async () => {
    stored.readTabChoice.mockReturnValue({ id: 'gone', name: 'Gone' });
    const choice = new SiteChoice(() => Promise.resolve(data()));
    await choice.settleFor('1');
    expect(choice.snapshot().replaced).toBe('Gone');
  });

  it('is lost, not silently moved, when the site is taken away while the tab is open', async () => {
    const load = jest
      .fn()
      .mockResolvedValueOnce(data())
      .mockResolvedValue(data({ sites: [site('b', 2)] }));
    const choice = new SiteChoice(load);
    await choice.settleFor('1');
    await choice.refresh();
    await choice.refresh();
    expect(choice.snapshot().choice).toEqual({ kind: 'lost', id: 'a', name: 'A' });
  });

  it('takes over a new name of the site and tells its listeners', async () => {
    const renamed = { ...site('a', 1), name: 'New' };
    const load = jest
      .fn()
      .mockResolvedValueOnce(data())
      .mockResolvedValue(data({ sites: [renamed] }));
    const choice = new SiteChoice(load);
    await choice.settleFor('1');
    const listener = jest.fn();
    choice.subscribe(listener);
    await choice.refresh();
    expect(choice.snapshot().choice).toEqual({ kind: 'site', site: renamed });
    expect(listener).toHaveBeenCalledTimes(1);
  });

  it('begins to choose when the second site is made', async () => {
    const load = jest
      .fn()
      .mockResolvedValueOnce(data({ active: false, sites: [] }))
      .mockResolvedValue(data());
    const choice = new SiteChoice(load);
    await choice.settleFor('1');
    expect(choice.snapshot().choice.kind).toBe('inactive');
    await choice.refresh();
    expect(choice.snapshot().choice).toEqual({ kind: 'site', site: site('a', 1) });
  });
});
