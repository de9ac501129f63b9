import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openBrowser, openContext, signIn, TESTER, visit } from '../harness';

describe('Strapi’s own pages in this suite', () => {
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    browser = await openBrowser();
    context = await openContext(browser);
    page = await signIn(context, TESTER);
  });
  afterAll(() => browser.close());

  it('show the login', async () => {
    const stranger = await openContext(browser);
    await visit(await stranger.newPage(), '/admin/auth/login', { name: 'core-login' });
    await stranger.close();
  });

  it.each([
    ['home', '/admin/'],
    // Few pages: Strapi's own row of eleven does not fit on a phone.
    ['list', '/admin/content-manager/collection-types/api::article.article?page=1&pageSize=100'],
    ['entry', '/admin/content-manager/collection-types/api::author.author/create'],
    ['media', '/admin/plugins/upload'],
    ['settings', '/admin/settings/application-infos'],
  ])('show the %s page', async (name, address) => {
    await visit(page, address, { name: `core-${name}` });
  });
});
