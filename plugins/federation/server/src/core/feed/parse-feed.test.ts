import { decodeBody, NotAFeed, parseFeed } from './parse-feed';

const BASE = 'https://feed.test/blog/feed.xml';

const RSS = `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="x" xmlns:media="y">
<channel><title>News</title><link>https://feed.test</link>
<item><title>Fish &amp; chips</title><link>/one</link><guid isPermaLink="false">g-1</guid>
<pubDate>Wed, 01 Jan 2025 10:00:00 GMT</pubDate><dc:creator>Ann</dc:creator>
<category>Food</category><category><![CDATA[Sea]]></category>
<description>Short</description><content:encoded><![CDATA[<p>Long</p>]]></content:encoded>
<enclosure url="/a.png" type="image/png" length="1"/></item>
<item><title>No id</title><link>https://feed.test/two</link><description><![CDATA[<img src="b.png"> x]]></description></item>
<item><title>Twice</title><guid>g-1</guid></item>
</channel></rss>`;

const ATOM = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Atoms</title>
<entry><id>urn:1</id><title type="html">A &amp;lt;b&amp;gt;</title><link rel="self" href="/s"/><link href="/one"/>
<updated>2025-01-02T00:00:00Z</updated><author><name>Bo</name></author><category term="x"/>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Hi <b>you</b></p></div></content></entry>
<entry><id>urn:2</id><title>1 &lt; 2</title><summary>a &amp; b</summary></entry></feed>`;

const JSON_FEED = JSON.stringify({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'J',
  items: [
    { id: 1, url: '/j', title: 'T', content_text: 'a < b', authors: [{ name: 'Cy' }], tags: ['x'] },
  ],
});

describe('reading a feed', () => {
  it('RSS', () => {
    const feed = parseFeed(RSS, BASE);
    expect(feed).toMatchObject({ title: 'News', format: 'RSS' });
    expect(feed.items).toHaveLength(2);
    expect(feed.items[0]).toEqual({
      id: 'g-1',
      title: 'Fish & chips',
      link: 'https://feed.test/one',
      summary: 'Short',
      content: '<p>Long</p>',
      author: 'Ann',
      published: '2025-01-01T10:00:00.000Z',
      updated: '2025-01-01T10:00:00.000Z',
      categories: ['Food', 'Sea'],
      image: 'https://feed.test/a.png',
    });
    expect(feed.items[1]).toMatchObject({
      id: 'https://feed.test/two',
      image: 'https://feed.test/blog/b.png',
    });
  });

  it('Atom', () => {
    const { items } = parseFeed(ATOM, BASE);
    expect(items[0]).toMatchObject({
      id: 'urn:1',
      title: 'A <b>',
      link: 'https://feed.test/one',
      content: '<p>Hi <b>you</b></p>',
      author: 'Bo',
      categories: ['x'],
      updated: '2025-01-02T00:00:00.000Z',
    });
    expect(items[1]).toMatchObject({ title: '1 < 2', summary: 'a &amp; b' });
  });

  it('JSON Feed', () => {
    expect(parseFeed(JSON_FEED, BASE).items[0]).toMatchObject({
      id: '1',
      link: 'https://feed.test/j',
      content: 'a &lt; b',
      author: 'Cy',
      categories: ['x'],
    });
  });

  it.each([['<html><body>Hi</body></html>'], ['{"a":1}'], ['{broken'], ['']])(
    'refuses what is none: %s',
    (text) => {
      expect(() => parseFeed(text, BASE)).toThrow(NotAFeed);
    },
  );

  it('expands no entities that the feed declares itself', () => {
    const bomb = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>
      <rss><channel><title>&b;</title><item><title>&b;</title><guid>1</guid></item></channel></rss>`;
    expect(parseFeed(bomb, BASE).items[0]?.title).toBe('&b;');
  });
});

it('reads the encoding that is declared', () => {
  const bytes = Buffer.from('<?xml version="1.0" encoding="iso-8859-1"?><t>\xe9</t>', 'latin1');
  expect(decodeBody(bytes, 'text/xml')).toContain('é');
});
