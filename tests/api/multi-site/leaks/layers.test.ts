import { createAdminUser, adminToken, type ErrorBody } from '../../../harness';
import { LAYERS, type Layer } from './lib/layers';
import { runProbes } from './lib/run-probes';
import { OWN, SECRET, setStage, type Stage } from './lib/stage';
import { createProbing } from './probes/probe';

const ARTICLES = '/content-manager/collection-types/api::article.article';

/** The tables of probes are only worth something if they see a layer that is missing. */
describe('a layer that is taken out', () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await setStage();
  });
  afterAll(() => stage.app.stop());

  const leaksWithout = async (layer: Layer) => {
    const probing = createProbing(stage.app.strapi, {
      own: stage.own,
      target: stage.foreign,
      otherSite: stage.other.number,
    });
    const { takeOut, probes } = layer;
    const putBack = takeOut(stage);
    try {
      const verdicts = await runProbes(stage, probes, probing);
      return verdicts.filter((verdict) => verdict.leaks.length > 0).map(({ probe }) => probe.name);
    } finally {
      putBack();
    }
  };

  it.each(Object.entries(LAYERS))('is noticed: %s', async (name, layer) => {
    const leaks = await leaksWithout(layer);
    process.stderr.write(
      `[leaks] without the ${name}: ${leaks.length} of ${layer.probes.length} probes get through\n`,
    );
    expect(leaks.length).toBeGreaterThan(0);
  });

  it('is noticed: settling of the site, which closes everything', async () => {
    const auth = stage.app.strapi.get<{ authenticate: unknown }>('auth');
    const { authenticate } = auth;
    auth.authenticate = stage.originals.authenticate;
    try {
      const answer = await stage.cast.fullToken.get<ErrorBody>('/api/articles');
      expect(answer.status).toBe(400);
      expect(answer.text).not.toContain(OWN);
    } finally {
      auth.authenticate = authenticate;
    }
  });

  it('is noticed: settling that believes the header', async () => {
    const { app, other } = stage;
    const auth = app.strapi.get<{
      authenticate: (ctx: Ctx, next: () => Promise<unknown>) => Promise<unknown>;
    }>('auth');
    const { authenticate } = auth;
    auth.authenticate = (ctx, next) =>
      authenticate(ctx, () => {
        ctx.state.multiSite = { kind: 'site', number: other.number };
        return next();
      });
    try {
      const answer = await stage.cast.fullToken.get('/api/articles');
      expect(answer.text).toContain(SECRET);
    } finally {
      auth.authenticate = authenticate;
    }
  });

  it('is noticed: roles for each site', async () => {
    const { app, home } = stage;
    const { strapi } = app;
    const user = await createAdminUser(strapi, {
      email: 'two-hats@example.test',
      roles: ['strapi-editor'],
    });
    await strapi.plugin('multi-site').service('members').add({
      site: home.number,
      userId: user.id,
      role: 'multi-site-viewer',
    });
    const editor = await strapi.db
      .query('admin::role')
      .findOne({ where: { code: 'strapi-editor' } });
    await strapi.db.query('admin::permission').create({
      data: {
        action: 'plugin::content-manager.explorer.create',
        subject: 'api::article.article',
        properties: { fields: ['title', 'slug'], locales: ['en'] },
        conditions: [],
        role: editor.id,
      },
    });
    const client = app.with({ token: await adminToken(app, user.email), site: home.slug });
    const write = () => client.post(ARTICLES, { title: 'hat', slug: 'hat' });
    expect((await write()).status).toBe(403);

    const permissions = strapi.service('admin::permission') as unknown as {
      findUserPermissions: unknown;
    };
    const { findUserPermissions } = permissions;
    permissions.findUserPermissions = stage.originals.findUserPermissions;
    try {
      expect((await write()).status).toBe(201);
    } finally {
      permissions.findUserPermissions = findUserPermissions;
    }
  });
});

type Ctx = { state: Record<string, unknown> };
