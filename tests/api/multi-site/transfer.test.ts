import {
  createEntry,
  createStorage,
  grantPublic,
  startInstance,
  type Client,
  type Instance,
  type Storage,
} from '../../harness';
import { createClient } from '../../harness/http';
import { startStage, type Stage } from './lib/stage';
import { carry, transferCommand, transferParts } from './lib/transfer';

const ARTICLE = 'api::article.article';
const ADMIN = { email: 'admin@target.test', password: 'Target-Password-1' };

let stage: Stage;
let storage: Storage;
let target: Instance;
let there: Client;
let token = '';

beforeAll(async () => {
  stage = await startStage();
  const { app, home, other } = stage;
  await createEntry(app.strapi, ARTICLE, { title: 'Of home', slug: 'own' }, { site: home });
  await createEntry(app.strapi, ARTICLE, { title: 'Of other', slug: 'far' }, { site: other });
  await grantPublic(app.strapi, [`${ARTICLE}.find`]);
  storage = await createStorage();
  target = await startInstance({ storage });
  there = createClient(target.url);
  const person = { ...ADMIN, firstname: 'Ad', lastname: 'Min' };
  const login = await there.post<{ data: { token: string } }>('/admin/register-admin', person);
  const made = await there.post<{ data: { accessKey: string } }>(
    '/admin/transfer/tokens',
    { name: 'All', description: '', permissions: ['push'], lifespan: null },
    { token: login.body.data.token },
  );
  token = made.body.data.accessKey;
});
afterAll(async () => {
  await stage.app.stop();
  await target.stop();
  await storage.remove();
});

const remote = () => ({
  url: new URL('/admin', target.url),
  auth: { type: 'token', token },
  verifyChecksums: true,
});
const local = () => ({ getStrapi: () => stage.app.strapi, autoDestroy: false });
const restoring = () => ({
  strategy: 'restore',
  restore: transferCommand().parseRestoreFromOptions({}, stage.app.strapi),
});
const push = () => {
  const { createLocalStrapiSourceProvider, createRemoteStrapiDestinationProvider } =
    transferParts().strapi.providers;
  return carry(
    createLocalStrapiSourceProvider(local()),
    createRemoteStrapiDestinationProvider({ ...remote(), ...restoring() }),
    transferCommand().buildTransferTransforms({}),
  );
};

const titles = async (client: Client, host: string) => {
  const answer = await client.get<{ data?: { title: string }[] }>('/api/articles?sort=title', {
    host,
  });
  return answer.body.data?.map(({ title }) => title) ?? [];
};
/** The server that took them in gives rows their sites in the background. */
const untilTheyAre = async (client: Client, host: string, expected: string[]) => {
  const until = Date.now() + 20_000;
  while ((await titles(client, host)).join() !== expected.join()) {
    if (Date.now() > until) throw new Error(`${host}: ${(await titles(client, host)).join()}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
};

/** What `strapi transfer --to` does, between two servers and over a network. */
describe('sites that are transferred', () => {
  it('are apart on a server that had one site', async () => {
    await push();
    await untilTheyAre(there, 'home.test', ['Of home']);
    expect(await titles(there, 'other.test')).toEqual(['Of other']);
  });

  it('are apart on a server that has them already', async () => {
    const { app, home } = stage;
    await createEntry(app.strapi, ARTICLE, { title: 'Second', slug: 'two' }, { site: home });
    await push();
    await untilTheyAre(there, 'home.test', ['Of home', 'Second']);
    expect(await titles(there, 'other.test')).toEqual(['Of other']);
  });

  it('are nobody’s who has no transfer token', async () => {
    const answer = await there.get('/admin/transfer/runner/push', { token: 'none' });
    expect(answer.status).toBe(401);
    expect(answer.text).not.toMatch(/Of (home|other)/);
  });
});
