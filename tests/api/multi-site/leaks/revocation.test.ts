import {
  createMember,
  createSite,
  createStorage,
  createTokenPersona,
  laneDatabase,
  startApp,
} from '../../../harness';
import type { AdminPersona, App, Storage, TestSite, TokenPersona } from '../../../harness';

const CM = '/content-manager/collection-types/api::article.article';
const WITHIN_MS = 1_000;

/** Two instances on one database; SQLite belongs to one process, so there it is one instance. */
const INSTANCES = laneDatabase() === 'sqlite' ? 1 : 2;

describe('a right that is taken away', () => {
  let storage: Storage;
  const apps: App[] = [];
  let site: TestSite;

  const first = () => {
    const [app] = apps;
    if (!app) throw new Error('No instance was started.');
    return app;
  };
  const service = (name: string) => first().strapi.plugin('multi-site').service(name);

  beforeAll(async () => {
    storage = await createStorage();
    // One after another: two first starts at once collide in Strapi's schema sync.
    for (let count = 0; count < INSTANCES; count += 1) apps.push(await startApp({ storage }));
    site = await createSite(first().strapi, { slug: 'home' });
    await createSite(first().strapi, { slug: 'other' });
  });
  afterAll(async () => {
    for (const app of apps.reverse()) await app.stop();
    await storage.remove();
  });

  const statusEverywhere = (
    who: AdminPersona | TokenPersona,
    path: string,
    headers: Record<string, string>,
  ) =>
    Promise.all(
      apps.map(async (app) => {
        const url = new URL(path, app.url).href;
        return (await who.get(url, { headers })).status;
      }),
    );

  const soon = async (ask: () => Promise<number[]>, wanted: number) => {
    const until = Date.now() + WITHIN_MS;
    let statuses = await ask();
    while (statuses.some((status) => status !== wanted) && Date.now() < until) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      statuses = await ask();
    }
    return statuses;
  };

  it('ends the membership on every instance within a second', async () => {
    const member = await createMember(first(), {
      email: 'soon-gone@example.test',
      role: 'editor',
      site,
    });
    const ask = () => statusEverywhere(member, CM, {});
    const all = (status: number) => apps.map(() => status);
    expect(await soon(ask, 200)).toEqual(all(200));

    await service('members').remove({ site: site.number, userId: member.user.id });
    expect((await member.get(CM)).status).toBe(403);
    expect(await soon(ask, 403)).toEqual(all(403));
  });

  it('ends what a token opens on every instance within a second', async () => {
    const token = await createTokenPersona(first(), {
      name: 'Soon gone',
      type: 'full-access',
      site,
    });
    const ask = () => statusEverywhere(token, '/api/articles', {});
    const all = (status: number) => apps.map(() => status);
    expect(await soon(ask, 200)).toEqual(all(200));

    await service('tokens').bind({ tokenId: token.tokenId, site: null });
    expect((await token.get('/api/articles')).status).toBe(403);
    expect(await soon(ask, 403)).toEqual(all(403));
  });

  it('closes an archived site for its members', async () => {
    const member = await createMember(first(), {
      email: 'archived@example.test',
      role: 'editor',
      site,
    });
    const ask = () => statusEverywhere(member, CM, {});
    await soon(ask, 200);
    await service('sites').archive(site.documentId);
    expect(await soon(ask, 403)).toEqual(apps.map(() => 403));
  });
});
