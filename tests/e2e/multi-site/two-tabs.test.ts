import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openBrowser, settle } from '../harness';
import {
  ARTICLE_LIST,
  enter,
  IN_ENGLISH,
  PEOPLE,
  recordSites,
  SITES,
  switcher,
  switchTo,
} from './support';

describe('Two tabs of one browser', () => {
  let browser: Browser;
  let context: BrowserContext;
  let first: Page;
  let second: Page;

  beforeAll(async () => {
    browser = await openBrowser();
    ({ context, page: first } = await enter(browser, PEOPLE.admin));
    await switcher(first).waitFor();
    await switchTo(first, SITES.shop);
    second = await context.newPage();
    await second.goto('/admin/');
    await switcher(second).waitFor();
  });
  afterAll(() => browser.close());

  it('begin on the same site', async () => {
    await expect(switcher(second, SITES.shop).count()).resolves.toBe(1);
  });

  it('hold two sites, each with its own content, over reloads', async () => {
    await switchTo(second, SITES.magazine);
    for (const [tab, site, own, other] of [
      [first, SITES.shop, 'Choosing a first bowl', 'Forty metres up'],
      [second, SITES.magazine, 'Forty metres up', 'Choosing a first bowl'],
      [first, SITES.shop, 'Choosing a first bowl', 'Forty metres up'],
    ] as const) {
      await tab.goto(`${ARTICLE_LIST}?page=1&pageSize=100&${IN_ENGLISH}`);
      await switcher(tab, site).waitFor();
      await tab.getByText(own).first().waitFor();
      await expect(tab.getByText(other).count()).resolves.toBe(0);
    }
  });

  it('send their own site with every request for content', async () => {
    const sitesOf = async (tab: Page) => {
      const seen = recordSites(tab);
      await tab.goto('/admin/plugins/upload');
      await tab.getByText('Media library').first().waitFor();
      await settle(tab);
      const content = seen.filter(({ path }) => path.startsWith('/upload/'));
      return [...new Set(content.map(({ site }) => site))];
    };
    const inFirst = await sitesOf(first);
    const inSecond = await sitesOf(second);
    expect([inFirst.length, inSecond.length]).toEqual([1, 1]);
    expect([inFirst[0], inSecond[0]]).toEqual([expect.any(String), expect.any(String)]);
    expect(inFirst).not.toEqual(inSecond);
  });

  it('upload into their own site', async () => {
    const site = await first.evaluate(
      () => (JSON.parse(sessionStorage.getItem('multi-site.site') ?? '{}') as { id?: string }).id,
    );
    await first.goto('/admin/plugins/upload');
    await first.getByRole('button', { name: 'New' }).click();
    const chooser = first.waitForEvent('filechooser');
    const upload = first.waitForRequest(
      (request) => request.method() === 'POST' && request.url().includes('/upload/files'),
    );
    await first.getByRole('menuitem', { name: 'File upload', exact: true }).click();
    const file = { name: 'note.txt', mimeType: 'text/plain', buffer: Buffer.from('A note.') };
    await (await chooser).setFiles(file);
    const request = await upload;
    expect(request.resourceType()).toBe('xhr');
    expect(request.headers()['x-site']).toBe(site);
  });
});
