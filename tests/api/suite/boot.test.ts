import { createStorage, startApp, type App, type ErrorBody, type Storage } from '../../harness';
import { OWN_PLUGINS } from './own-plugins';

describe('the application with all plugins', () => {
  let app: App;

  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app.stop());

  it('answers its health check', async () => {
    const answer = await app.get('/_health');
    expect(answer.status).toBe(204);
  });

  it.each(OWN_PLUGINS)('has loaded %s', (id) => {
    // A plugin whose dist is missing is left out in silence, with its content types.
    expect(Object.keys(app.strapi.plugins)).toContain(id);
    expect(Object.keys(app.strapi.plugin(id).contentTypes)).not.toEqual([]);
  });

  it('refuses content to anonymous callers with Strapi’s error shape', async () => {
    const answer = await app.get<ErrorBody>('/api/articles');
    expect(answer.status).toBe(403);
    expect(answer.body).toEqual({
      data: null,
      error: { status: 403, name: 'ForbiddenError', message: 'Forbidden', details: {} },
    });
  });

  it('answers an unknown route with 404 and the same shape', async () => {
    const answer = await app.get<ErrorBody>('/api/no-such-thing');
    expect(answer.status).toBe(404);
    expect(answer.body.error).toMatchObject({ status: 404, name: 'NotFoundError' });
  });
});

describe('a plugin that is switched off and on again', () => {
  let storage: Storage;

  beforeAll(async () => {
    storage = await createStorage();
  });
  afterAll(() => storage.remove());

  const loadedPlugins = async (isOn: boolean): Promise<string[]> => {
    const plugins = isOn ? undefined : Object.fromEntries(OWN_PLUGINS.map((id) => [id, false]));
    const app = await startApp({ storage, plugins: plugins as Record<string, false> | undefined });
    const loaded = Object.keys(app.strapi.plugins);
    await app.stop();
    return OWN_PLUGINS.filter((id) => loaded.includes(id));
  };

  it('goes and comes back on the same database', async () => {
    expect(await loadedPlugins(true)).toEqual(OWN_PLUGINS);
    expect(await loadedPlugins(false)).toEqual([]);
    expect(await loadedPlugins(true)).toEqual(OWN_PLUGINS);
  });
});
