import { startApp, type App, type ErrorBody } from '../../harness';

describe('the application', () => {
  let app: App;

  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app.stop());

  it('answers its health check', async () => {
    const answer = await app.get('/_health');
    expect(answer.status).toBe(204);
  });

  it('refuses content to anonymous callers with Strapi’s error shape', async () => {
    const answer = await app.get<ErrorBody>('/api/articles');
    expect(answer.status).toBe(403);
    expect(answer.body).toEqual({
      data: null,
      error: { status: 403, name: 'ForbiddenError', message: 'Forbidden', details: {} },
    });
  });
});
