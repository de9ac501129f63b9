import type { Browser, Page } from 'playwright-core';
import { inspect, openBrowser, openContext, settle, signIn, TESTER, visit } from '../harness';

const HEALTH = '/admin/plugins/performance-monitor';
const LOOP = '/api/showcase/one-by-one';

describe('Health', () => {
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    browser = await openBrowser();
    page = await signIn(await openContext(browser), TESTER);
  });
  afterAll(() => browser.close());

  it.each(['', '/api', '/database', '/delivery', '/ai'])('shows a week of %s well', (path) =>
    visit(page, `${HEALTH}${path}?range=7d`),
  );

  it('leads from the slow address to a request and what it was made of', async () => {
    await page.goto(`${HEALTH}/api?range=7d`);
    await page.getByRole('link', { name: 'GET /api/showcase/one-by-one' }).first().click();
    await page.getByRole('heading', { level: 1, name: 'GET /api/showcase/one-by-one' }).waitFor();
    await page
      .getByText(/asks the same query 40 times/)
      .first()
      .waitFor();
    await settle(page);
    await inspect(page, 'health-route');
    expect(new URL(page.url()).searchParams.get('range')).toBe('7d');
    await page
      .getByRole('region', { name: 'What happened' })
      .getByRole('link', { name: 'Deploy: 1.5.0' })
      .first()
      .waitFor();
    const table = page.getByRole('grid', { name: 'Single requests' });
    await table.getByRole('link').first().click();
    await page.getByRole('heading', { name: 'What happened, in order' }).waitFor();
    const steps = page.getByRole('list', { name: 'What happened, in order' });
    await steps
      .getByText(/\d+ times/)
      .first()
      .waitFor();
    await inspect(page, 'health-request');
  });

  it('leads from a query to the address that asks it', async () => {
    await page.goto(`${HEALTH}/api/route?range=7d&route=${encodeURIComponent(LOOP)}`);
    await page.getByRole('heading', { level: 1, name: `GET ${LOOP}` }).waitFor();
    await page.getByRole('link', { name: 'See the query' }).first().click();
    const list = page.getByRole('list', { name: 'Who asks it' });
    await list.getByRole('link', { name: LOOP }).waitFor();
    await inspect(page, 'health-statement');
    await list.getByRole('link', { name: LOOP }).click();
    await page.getByRole('heading', { level: 1, name: `GET ${LOOP}` }).waitFor();
    expect(new URL(page.url()).searchParams.get('range')).toBe('7d');
  });

  it('leads from what happened to what it changed', async () => {
    await page.goto(`${HEALTH}?range=7d`);
    const happened = page.getByRole('region', { name: 'What happened' });
    await happened.getByRole('link', { name: 'Deploy: 1.5.0' }).first().click();
    await page.getByText(/minutes? before and after are compared/).waitFor();
    const table = page.getByRole('grid', { name: 'Addresses' });
    await table.getByText('Slower').first().waitFor();
    await settle(page);
    await inspect(page, 'health-comparison');
  });

  it('keeps the window in the address, over all tabs', async () => {
    await page.goto(`${HEALTH}?range=7d`);
    await page.getByRole('combobox', { name: 'Time window' }).click();
    await page.getByRole('option', { name: 'Last 14 days' }).click();
    await page.waitForURL(/range=14d/);
    await page.getByRole('link', { name: 'Database', exact: true }).click();
    await page.waitForURL(/\/database\?.*range=14d/);
  });

  it('shows each chart as a table, by keyboard too', async () => {
    await page.goto(`${HEALTH}?range=24h`);
    const button = page.getByRole('button', { name: 'Show as table: How long people wait' });
    await button.focus();
    await page.keyboard.press('Enter');
    const region = page.getByRole('region', { name: 'How long people wait' });
    await region.getByRole('columnheader', { name: 'Usual (p50)' }).waitFor();
    expect(await region.getByRole('row').count()).toBeGreaterThan(20);
    await inspect(page, 'health-table');
  });

  it('makes a rule, tries it, and lists it', async () => {
    await page.goto(`${HEALTH}/alerts`);
    await page.getByRole('link', { name: 'New rule' }).click();
    await page.getByLabel('Name', { exact: false }).first().fill('Slow in the test');
    await page.getByRole('button', { name: 'Try' }).click();
    await page
      .getByText(/measurements\)/)
      .first()
      .waitFor();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('link', { name: 'Slow in the test' }).waitFor();
    await page.getByText('Articles are slow').first().waitFor();
    await inspect(page, 'health-alerts');
  });

  it('answers one question on the homepage', async () => {
    await visit(page, '/admin', { name: 'health-widget' });
    await page.getByText('95 of 100 wait at most').waitFor();
  });
});
