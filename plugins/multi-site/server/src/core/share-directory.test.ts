import { createShareDirectory } from './share-directory';

const ARTICLE = 'api::article.article';
const row = (documentId: string, site: number, owner = 1) => ({
  uid: ARTICLE,
  documentId,
  site,
  owner,
});

describe('what a site reads besides its own', () => {
  it('is nothing where nothing is shared', () => {
    const none = createShareDirectory([]);
    expect(none.isEmpty).toBe(true);
    expect(none.visible(2, ARTICLE)).toBeNull();
    expect(none.isShared(ARTICLE, 'a')).toBe(false);
  });

  it('is what was shared with it and what was shared with all, once, in a stable order', () => {
    const shares = createShareDirectory([row('c', 2), row('a', 0), row('b', 2), row('b', 0)]);
    expect(shares.visible(2, ARTICLE)).toEqual(['a', 'b', 'c']);
    expect(shares.visible(3, ARTICLE)).toEqual(['a', 'b']);
    expect(shares.visible(3, 'api::tag.tag')).toBeNull();
  });

  it('never is the own entry: the owner’s queries stay as they are', () => {
    const shares = createShareDirectory([row('a', 0), row('b', 1)]);
    expect(shares.visible(1, ARTICLE)).toBeNull();
    expect(shares.ownerFor(1, ARTICLE, 'a')).toBeNull();
    expect(shares.isShared(ARTICLE, 'a')).toBe(true);
  });

  it('knows of which types a site shares or reads something', () => {
    const tag = { uid: 'api::tag.tag', documentId: 't', site: 0, owner: 4 };
    const shares = createShareDirectory([row('a', 2), tag]);
    expect(shares.typesOf(1)).toEqual([ARTICLE, 'api::tag.tag']);
    expect(shares.typesOf(2)).toEqual([ARTICLE, 'api::tag.tag']);
    expect(shares.typesOf(3)).toEqual(['api::tag.tag']);
    expect(createShareDirectory([row('a', 2)]).typesOf(3)).toEqual([]);
  });

  it('knows the owner', () => {
    const shares = createShareDirectory([row('a', 2, 7), row('b', 0, 8)]);
    expect(shares.ownerFor(2, ARTICLE, 'a')).toBe(7);
    expect(shares.ownerFor(3, ARTICLE, 'a')).toBeNull();
    expect(shares.ownerFor(3, ARTICLE, 'b')).toBe(8);
  });
});
