import { SITES } from '.';

const articles = SITES.flatMap((site) => site.articles);

describe('the demo content', () => {
  it('is about three hundred entries', () => {
    const entries = SITES.flatMap((site) => [
      ...site.articles,
      ...site.pages,
      ...site.authors,
      ...site.categories,
      ...site.tags,
    ]);
    expect(entries.length).toBeGreaterThanOrEqual(300);
  });

  it('has a translation for at least a third of the long articles', () => {
    const long = articles.filter((article) => article.daysAgo === undefined);
    expect(long.filter((article) => article.de).length * 3).toBeGreaterThanOrEqual(long.length);
  });

  it('has drafts, published and changed articles', () => {
    expect(new Set(articles.map((article) => article.state.kind))).toEqual(
      new Set(['draft', 'published', 'changed']),
    );
  });

  describe.each(SITES)('$slug', (site) => {
    const slugsOf = (list: { slug: string }[]) => list.map(({ slug }) => slug);

    it.each([
      ['articles', slugsOf(site.articles)],
      ['pages', slugsOf(site.pages)],
      ['authors', slugsOf(site.authors)],
      ['categories', slugsOf(site.categories)],
      ['tags', slugsOf(site.tags)],
      ['images', site.images.map(({ key }) => key)],
    ])('has no two %s of the same name', (_kind, names) => {
      expect(new Set(names).size).toBe(names.length);
    });

    it('relates articles only to published ones that stand before them', () => {
      const late = site.articles.flatMap((article, index) =>
        (article.related ?? []).filter((slug) => {
          const target = site.articles.findIndex((other) => other.slug === slug);
          return target === -1 || target >= index || site.articles[target]?.state.kind === 'draft';
        }),
      );
      expect(late).toEqual([]);
    });

    it('uses every tag and every picture', () => {
      const used = JSON.stringify([site.articles, site.pages, site.authors]);
      const names = [...slugsOf(site.tags), ...site.images.map(({ key }) => key)];
      expect(names.filter((name) => !used.includes(`"${name}"`))).toEqual([]);
    });
  });
});
