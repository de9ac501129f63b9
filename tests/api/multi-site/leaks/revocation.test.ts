import {
  createMember,
  createSite,
  createTokenPersona,
  laneDatabase,
  startApp,
  startInstance,
} from '../../../harness';
import type { AdminPersona, App, Instance, TestSite, TokenPersona } from '../../../harness';

const CM = '/content-manager/collection-types/api::article.article';
const WITHIN_MS = 1_000;

describe('a right that is taken away', () => {
  let app: App;
  let second: Instance | null = null;
  let site: TestSite;

  const urls = () => [app.url, ...(second ? [second.url] : [])];
  const service = (name: string) => app.strapi.plugin('multi-site').service(name);

  beforeAll(async () => {
    app = await startApp();
    site = await createSite(app.strapi, { slug: 'home' });
    await createSite(app.strapi, { slug: 'other' });
    // SQLite belongs to one process; there it is one instance.
    if (laneDatabase() !== 'sqlite') second = await startInstance(app);
  });
  afterAll(async () => {
    await second?.stop();
    await app.stop();
  });

  const statusEverywhere = (
    who: AdminPersona | TokenPersona,
    path: string,
    headers: Record<string, string>,
  ) =>
    Promise.all(
      urls().map(async (base) => {
        const url = new URL(path, base).href;
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
    const member = await createMember(app, {
      email: 'soon-gone@example.test',
      role: 'editor',
      site,
    });
    const ask = () => statusEverywhere(member, CM, {});
    const all = (status: number) => urls().map(() => status);
    expect(await soon(ask, 200)).toEqual(all(200));

    await service('members').remove({ site: site.number, userId: member.user.id });
    expect((await member.get(CM)).status).toBe(403);
    expect(await soon(ask, 403)).toEqual(all(403));
  });

  it('ends what a token opens on every instance within a second', async () => {
    const token = await createTokenPersona(app, {
      name: 'Soon gone',
      type: 'full-access',
      site,
    });
    const ask = () => statusEverywhere(token, '/api/articles', {});
    const all = (status: number) => urls().map(() => status);
    expect(await soon(ask, 200)).toEqual(all(200));

    await service('tokens').bind({ tokenId: token.tokenId, site: null });
    expect((await token.get('/api/articles')).status).toBe(403);
    expect(await soon(ask, 403)).toEqual(all(403));
  });

  it('closes an archived site for its members', async () => {
    const member = await createMember(app, {
      email: 'archived@example.test',
      role: 'editor',
      site,
    });
    const ask = () => statusEverywhere(member, CM, {});
    await soon(ask, 200);
    await service('sites').archive(site.documentId);
    expect(await soon(ask, 403)).toEqual(urls().map(() => 403));
  });
});
