import type { Browser, BrowserContext, Page } from 'playwright-core';
import { inspect, openBrowser, visit } from '../harness';
import { enter, PEOPLE, SITES, switchTo } from '../multi-site/support';

const ROOT = '/admin/plugins/federation';

let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  ({ context, page } = await enter(browser, PEOPLE.admin));
});
afterAll(() => browser.close());

describe('the screens of Sources', () => {
  it('show the magazine’s sources with their state', async () => {
    await switchTo(page, SITES.magazine);
    await visit(page, ROOT, { name: 'federation-sources' });
    const row = page.getByRole('row', { name: /Harbour Wire/ });
    await row.getByText('Working').waitFor();
    await row.getByRole('link', { name: '2 conflicts' }).waitFor();
  });

  it('show one source, its preview, mapping and runs', async () => {
    await page.getByRole('link', { name: 'Harbour Wire' }).click();
    await page.getByRole('heading', { name: 'Harbour Wire', level: 1 }).waitFor();
    await page.getByRole('button', { name: 'Show preview' }).click();
    await page
      .getByRole('status')
      .getByText(/unchanged/)
      .waitFor();
    await inspect(page, 'federation-source');
  });

  it('show the runs, and one that failed', async () => {
    await switchTo(page, SITES.shop);
    await page.goto(`${ROOT}/runs`);
    const row = page.getByRole('row', { name: /Supplier notices/ });
    await row.getByText('Failed').waitFor();
    await row.getByRole('link').first().click();
    await page.getByText('This run failed').waitFor();
    await inspect(page, 'federation-run-failed');
  });

  it('say that nothing waits, where nothing does', async () => {
    await visit(page, `${ROOT}/conflicts`, { name: 'federation-conflicts-none' });
    await page.getByText('Nothing waits for a decision.').waitFor();
  });

  it('show all sites in the network view', async () => {
    await switchTo(page, 'All sites');
    await visit(page, `${ROOT}/conflicts`, { name: 'federation-conflicts-all' });
    await page.getByText('3 wait for a decision').waitFor();
  });

  it('are closed without the permission', async () => {
    const other = await enter(browser, PEOPLE.shopViewer);
    await other.page.goto(ROOT);
    await other.page.getByText('You may not see this page.').waitFor();
    await inspect(other.page, 'federation-forbidden');
    await other.context.close();
  });

  it('speak German', async () => {
    const german = await enter(browser, PEOPLE.admin, { locale: 'de' });
    await visit(german.page, ROOT, { name: 'federation-sources-german' });
    await german.page.getByRole('heading', { name: 'Quellen', level: 1 }).waitFor();
    await german.context.close();
    await context.close();
  });
});
