import { entryAddress } from './entry-address';

const entry = { contentType: 'api::article.article', documentId: 'abc' };

describe('the address of an entry', () => {
  it('is Strapi’s edit view', () => {
    expect(entryAddress(entry)).toBe('/content-manager/collection-types/api::article.article/abc');
  });

  it('names the language and the wording', () => {
    const address = entryAddress({ ...entry, locale: 'de' }, 'site.7');
    const params = new URL(address, 'http://admin.test').searchParams;
    expect(params.get('plugins[i18n][locale]')).toBe('de');
    expect(params.get('plugins[overlay][overlay]')).toBe('site.7');
  });
});
