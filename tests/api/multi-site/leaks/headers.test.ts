import type { Client } from '../../../harness';
import { castActors, unboundToken, type Actors } from './lib/actors';
import { SECRET, OWN, setStage, type Stage } from './lib/stage';

const CM = '/content-manager/collection-types/api::article.article';

describe('a caller who asks for another site', () => {
  let stage: Stage;
  let actors: Actors;

  beforeAll(async () => {
    stage = await setStage();
    actors = await castActors(stage);
  });
  afterAll(() => stage.app.stop());

  const names = (): Record<string, string> => ({
    'slug of the other site': stage.other.slug,
    'document id of the other site': stage.other.documentId,
    'all sites': '*',
    'a number': String(stage.other.number),
    nonsense: 'no-such-site',
    'two sites': `${stage.home.slug}, ${stage.other.slug}`,
    'a slug in capitals': stage.other.slug.toUpperCase(),
    __proto__: '__proto__',
  });
  const WISHES = [
    'slug of the other site',
    'document id of the other site',
    'all sites',
    'a number',
    'nonsense',
    'two sites',
    'a slug in capitals',
    '__proto__',
  ];

  describe.each(['owner', 'editor', 'viewer'] as const)('as %s', (as) => {
    it.each(WISHES)('is refused with X-Site: %s', async (wish) => {
      const answer = await actors[as].get(CM, { site: names()[wish] });
      expect(answer.status).toBe(403);
      expect(answer.text).not.toContain(SECRET);
    });

    it('is answered the same for a site that is there and one that is not', async () => {
      const ask = (site: string) => actors[as].get(CM, { site });
      const [there, gone] = [await ask(stage.other.slug), await ask('otter')];
      expect(there.text).toBe(gone.text);
      expect({ ...there.headers, date: '' }).toEqual({ ...gone.headers, date: '' });
    });
  });

  it.each(['fullToken', 'readToken', 'frontendUser', 'anonymous'] as const)(
    'keeps to the own site whatever %s writes into the header',
    async (as) => {
      const plain = await actors[as].get('/api/articles?sort=id&populate=*');
      expect(plain.text).toContain(OWN);
      for (const site of Object.values(names())) {
        const answer = await actors[as].get('/api/articles?sort=id&populate=*', { site });
        expect(answer.text).toBe(plain.text);
      }
    },
  );

  it('refuses a token that belongs to no site', async () => {
    const token = await unboundToken(stage);
    for (const site of [undefined, stage.home.slug, stage.other.slug, '*']) {
      const answer = await token.get('/api/articles', { site });
      expect(answer.status).toBe(403);
    }
  });

  it('keeps a token of the other site away from the own one', async () => {
    const answer = await stage.cast.otherToken.get('/api/articles', { site: stage.home.slug });
    expect(answer.status).toBe(200);
    expect(answer.text).not.toContain(OWN);
  });

  it('keeps an admin of another site out', async () => {
    const answer = await stage.cast.otherEditor.get(CM, { site: stage.home.slug });
    expect(answer.status).toBe(403);
  });

  describe('by the host', () => {
    const read = (client: Client, host: string, headers: Record<string, string> = {}) =>
      client.get('/api/articles?sort=id', { host, headers });

    it.each([
      'home.test',
      'HOME.test',
      'home.test.',
      'home.test:1337',
      'HOME.TEST.:80',
      'other.test@home.test',
    ])('shows the own site on %s', async (host) => {
      const answer = await read(stage.app, host);
      expect(answer.text).toContain(OWN);
      expect(answer.text).not.toContain(SECRET);
    });

    it.each<Record<string, string>>([
      { 'x-forwarded-host': 'other.test' },
      { forwarded: 'host=other.test' },
      { 'x-host': 'other.test' },
      { 'x-original-host': 'other.test' },
      { 'x-forwarded-server': 'other.test' },
      { 'x-forwarded-prefix': '/other' },
      { 'x-http-host-override': 'other.test' },
    ])('does not believe %j', async (headers) => {
      const plain = await read(stage.app, 'home.test');
      const answer = await read(stage.app, 'home.test', headers);
      expect(answer.text).toBe(plain.text);
    });

    it.each([
      '[::1]',
      '[::1]:1337',
      'home.test.other.test',
      'other.test.home.test',
      'xother.test',
      'other.test%00.home.test',
      '127.0.0.1',
    ])('shows no other site on %s', async (host) => {
      const answer = await read(stage.app, host);
      expect(answer.text).not.toContain(SECRET);
      expect(answer.text).not.toContain(OWN);
    });
  });
});
