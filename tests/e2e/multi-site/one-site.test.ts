import type { Browser, Page } from 'playwright-core';
import { FIRST_ADMIN, inspect, openBrowser, settle, useFresh, visit } from '../harness';
import { ARTICLE_LIST, enter, recordSites, switcher, walkWizard } from './support';

const SITES_PAGE = '/admin/plugins/multi-site';

describe('While there is only one site', () => {
  let server: Awaited<ReturnType<typeof useFresh>>;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    server = await useFresh();
    browser = await openBrowser();
    ({ page } = await enter(browser, FIRST_ADMIN));
  }, 180_000);
  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  it.each(['/admin/', ARTICLE_LIST, '/admin/plugins/upload', '/admin/settings/application-infos'])(
    'nothing shows and no header is sent on %s',
    async (address) => {
      const seen = recordSites(page);
      await page.goto(address);
      await settle(page);
      expect(seen.length).toBeGreaterThan(0);
      expect(seen.filter(({ site }) => site !== null)).toEqual([]);
      await expect(switcher(page).count()).resolves.toBe(0);
      expect(await page.title()).not.toContain('·');
    },
  );

  it('the list says what a second site would change', async () => {
    await visit(page, SITES_PAGE, { name: 'multi-site-first-steps' });
    await page.getByRole('heading', { name: 'What a second site changes' }).waitFor();
  });

  it('the border opens to report and closes again, and the list says what comes first', async () => {
    await page.goto(`${SITES_PAGE}/isolation`);
    await page.getByRole('button', { name: 'Back to report' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Back to report' }).click();
    await page.getByText('Open, reporting').waitFor();
    await inspect(page, 'multi-site-report');

    await page.getByRole('link', { name: 'Sites', exact: true }).last().click();
    await page.getByRole('link', { name: 'See isolation' }).click();
    await page.getByRole('button', { name: 'Close the border' }).click();
    await page.getByRole('alertdialog').getByText('Nothing was reported').waitFor();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Close the border' }).click();
    await page.getByText('Closed', { exact: true }).waitFor();
  });

  it('the second site brings the switcher, on the first site', async () => {
    await page.goto(SITES_PAGE);
    await page.getByRole('link', { name: 'Create a second site' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('Second');
    await walkWizard(page);
    await page.getByText('Second is ready.').waitFor();
    await switcher(page, 'Main').waitFor();

    const seen = recordSites(page);
    await page.goto(ARTICLE_LIST);
    await settle(page);
    const sites = seen.filter(({ path }) => path.startsWith('/content-manager/'));
    expect(sites.length).toBeGreaterThan(0);
    expect(sites.filter(({ site }) => site === null)).toEqual([]);
  });
});
