import type { Core } from '@strapi/strapi';
import { persistTables } from './persisted-tables';

/** Strapi's core store with this value under the key. */
const strapiWith = (stored: unknown) => {
  const set = jest.fn(({ value }: { value: unknown }) => {
    store.value = value;
    return Promise.resolve();
  });
  const store = { value: stored, set };
  const strapi = { store: { get: () => Promise.resolve(store.value), set } };
  return { strapi: strapi as unknown as Core.Strapi, store };
};

describe('persistTables', () => {
  it.each([
    ['nothing was kept before', null, ['sites', 'site_users']],
    ['another plugin keeps its tables', ['jobs'], ['jobs', 'sites', 'site_users']],
    ['Strapi keeps one with its rule', [{ name: 'old' }], [{ name: 'old' }, 'sites', 'site_users']],
    ['one is kept already', ['sites'], ['sites', 'site_users']],
    ['one is kept with a rule', [{ name: 'sites' }], [{ name: 'sites' }, 'site_users']],
  ])('adds what is missing where %s', async (_what, before, after) => {
    const { strapi, store } = strapiWith(before);
    await persistTables(strapi, ['sites', 'site_users']);
    expect(store.value).toEqual(after);
  });

  it('keeps the tables of all plugins that ask at once', async () => {
    const { strapi, store } = strapiWith(null);
    const asked = [['sites'], ['sync_status'], ['user_profiles']];
    await Promise.all(asked.map((tables) => persistTables(strapi, tables)));
    expect(store.value).toEqual(['sites', 'sync_status', 'user_profiles']);
  });

  it('writes under the key that Strapi reads', async () => {
    const { strapi, store } = strapiWith(null);
    await persistTables(strapi, ['sites']);
    expect(store.set).toHaveBeenCalledWith({
      type: 'core',
      key: 'persisted_tables',
      value: ['sites'],
    });
  });

  it('writes nothing where nothing is missing', async () => {
    const { strapi, store } = strapiWith(['sites', 'jobs']);
    await persistTables(strapi, ['sites']);
    expect(store.set).not.toHaveBeenCalled();
  });
});
