import { answersOf, documentIn, keyOfPage, noteAnswer, overlayInPage } from './answers';

const search = '?plugins[i18n][locale]=en&plugins[overlay][overlay]=audience.7';
const pathname = '/admin/content-manager/collection-types/api::article.article/abc';

describe('what a page and an answer say about a variant', () => {
  it.each([
    [pathname, 'collection-types/api::article.article/abc'],
    ['/content-manager/single-types/api::nav.nav', 'single-types/api::nav.nav'],
    ['/admin/content-manager/collection-types/api::article.article', null],
    ['/admin/plugins/personalization', null],
  ])('document in %s', (path, expected) => expect(documentIn(path)).toBe(expected));

  it('the address names the variant, encoded or not', () => {
    expect(overlayInPage(search)).toBe('audience.7');
    expect(overlayInPage('?plugins%5Boverlay%5D%5Boverlay%5D=audience.7')).toBe('audience.7');
    expect(overlayInPage('?page=1')).toBeNull();
  });

  it('an answer is kept for its page, with its stamp; of another locale it is another page', () => {
    const answers = answersOf({});
    const listener = jest.fn();
    answers.listeners.add(listener);
    const meta = { id: 'audience.7', stamp: 'abc' };
    const url = new URL(
      'http://x/content-manager/collection-types/api::article.article/abc?locale=en&overlay=audience.7',
    );
    noteAnswer(answers, url, { data: {}, meta: { overlay: meta } });
    expect(answers.byKey.get(keyOfPage({ pathname, search }) ?? '')).toBe(meta);
    expect(answers.stamps.get('audience.7')).toBe('abc');
    expect(listener).toHaveBeenCalledTimes(1);
    const german = search.replace('=en', '=de');
    expect(answers.byKey.get(keyOfPage({ pathname, search: german }) ?? '')).toBeUndefined();
  });

  it('an answer that says nothing about a variant is remembered as such', () => {
    const answers = answersOf({});
    const url = new URL(
      'http://x/content-manager/collection-types/api::article.article/abc?locale=en&overlay=audience.7',
    );
    noteAnswer(answers, url, { data: {}, meta: {} });
    expect(answers.byKey.get(keyOfPage({ pathname, search }) ?? '')).toBeNull();
  });

  describe('after the variant was read', () => {
    const document = 'http://x/content-manager/collection-types/api::article.article/abc';
    const meta = { id: 'audience.7', stamp: 'abc' };
    const read = () => {
      const answers = answersOf({});
      noteAnswer(answers, new URL(`${document}?locale=en&overlay=audience.7`), {
        meta: { overlay: meta },
      });
      return answers;
    };

    it('answers about something else, such as the count of draft relations, change nothing', () => {
      const answers = read();
      const count = new URL(`${document}/actions/countDraftRelations?locale=en&overlay=audience.7`);
      noteAnswer(answers, count, { data: 0 });
      expect(answers.byKey.get(keyOfPage({ pathname, search }) ?? '')).toBe(meta);
    });

    it.each(['publish', 'unpublish', 'discard'])('the answer to %s is the newest', (action) => {
      const answers = read();
      const next = { id: 'audience.7', stamp: 'def' };
      const url = new URL(`${document}/actions/${action}?locale=en&overlay=audience.7`);
      noteAnswer(answers, url, { meta: { overlay: next } });
      expect(answers.byKey.get(keyOfPage({ pathname, search }) ?? '')).toBe(next);
      expect(answers.stamps.get('audience.7')).toBe('def');
    });
  });
});
