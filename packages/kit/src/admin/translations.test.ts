import { loadTranslations } from './translations';

const load = (locales: string[]) =>
  loadTranslations({
    pluginId: 'my-plugin',
    locales,
    loaders: {
      en: () => Promise.resolve({ default: { title: 'Title' } }),
      de: () => Promise.reject(new Error('chunk not found')),
    },
  });

describe('loadTranslations', () => {
  it('puts the id of the plugin in front of its texts and adds those of the kit', async () => {
    const [english] = await load(['en']);
    expect(english?.data).toMatchObject({
      'my-plugin.title': 'Title',
      'suite-kit.retry': 'Try again',
    });
  });

  it('goes without the texts of a locale that cannot be loaded', async () => {
    const [german] = await load(['de']);
    expect(german?.data).toMatchObject({ 'suite-kit.retry': 'Erneut versuchen' });
    expect(german?.data).not.toHaveProperty('my-plugin.title');
  });

  it('has nothing for a locale nobody wrote', async () => {
    await expect(load(['fr'])).resolves.toEqual([{ locale: 'fr', data: {} }]);
  });
});
