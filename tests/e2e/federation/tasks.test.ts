import type { Browser, Page } from 'playwright-core';
import { baseUrl, inspect, openBrowser, visit } from '../harness';
import { consoleFindings } from '../harness/findings';
import { enter, PEOPLE, SITES, switchTo } from '../multi-site/support';

const ROOT = '/admin/plugins/federation';

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  ({ page } = await enter(browser, PEOPLE.admin));
});
afterAll(() => browser.close());

const choose = async (box: string | RegExp, option: string) => {
  await page.getByRole('combobox', { name: box }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
};

describe('a source', () => {
  it('is connected in five steps', async () => {
    await switchTo(page, SITES.guide);
    await visit(page, `${ROOT}/sources/new`, { name: 'federation-wizard-connect' });
    await page.getByLabel('Address').fill('http://10.0.0.1/feed.xml');
    await page.getByRole('button', { name: 'Test and go on' }).click();
    await page.getByText('This address is not public.').waitFor();
    // The refusal is in the console too, which is no fault of the page.
    consoleFindings(page);

    await page.getByLabel('Address').fill(`${baseUrl()}/demo-feeds/craft-market.json`);
    await page.getByRole('button', { name: 'Test and go on' }).click();

    await choose(/becomes/, 'Article');
    await page.getByRole('button', { name: 'Next' }).waitFor();
    await inspect(page, 'federation-wizard-types');
    await page.getByRole('button', { name: 'Next' }).click();

    await page.getByText('The winter market has twelve potters this year').first().waitFor();
    await inspect(page, 'federation-wizard-map');
    await page.getByRole('button', { name: 'Next' }).click();

    await page.getByLabel('Name of the source').fill('Crafts nearby');
    await inspect(page, 'federation-wizard-rules');
    await page.getByRole('button', { name: 'Next' }).click();

    await page.getByText('3 new').waitFor();
    await inspect(page, 'federation-wizard-preview');
    await page.getByRole('button', { name: 'Create source' }).click();
    await page.getByRole('heading', { name: 'Crafts nearby', level: 1 }).waitFor();
  });

  it('runs and says what it did', async () => {
    await page.getByRole('button', { name: 'Run now' }).click();
    await page.getByRole('heading', { name: 'Run of Crafts nearby', level: 1 }).waitFor();
    await page.getByText('3 new').waitFor();
    await inspect(page, 'federation-run-done');
  });

  it('has its run undone', async () => {
    await page.getByRole('button', { name: 'Undo this run' }).click();
    const dialog = page.getByRole('alertdialog');
    await dialog.getByText('entries it made are deleted').waitFor();
    await inspect(page, 'federation-undo');
    await dialog.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('3 changes are undone.').waitFor();
  });
});

describe('a conflict', () => {
  it('is compared and settled', async () => {
    await switchTo(page, SITES.magazine);
    await visit(page, `${ROOT}/conflicts`, { name: 'federation-conflicts' });
    await page.getByRole('link', { name: /Last boat to the island/ }).click();
    await page.getByRole('heading', { name: 'Before', level: 2 }).waitFor();
    await inspect(page, 'federation-conflict');
    await page.getByRole('button', { name: 'Write something else' }).click();
    await page.getByLabel('Your text').fill('Last boat to the island: eleven o’clock');
    await inspect(page, 'federation-conflict-own');
    await page.getByRole('button', { name: 'Use this text' }).click();
    await page.getByText('Settled.').waitFor();
  });

  it('is reopened by undo', async () => {
    await page.goto(`${ROOT}/conflicts?state=resolved`);
    await page.getByRole('link', { name: /Last boat to the island/ }).click();
    await page.getByText('wrote something else').waitFor();
    await inspect(page, 'federation-conflict-settled');
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('button', { name: 'Keep what is here' }).waitFor();
  });

  it('shows beside the entry', async () => {
    await page.getByRole('link', { name: /Open the entry/ }).click();
    await page.getByText('Open conflict: title').waitFor();
    await inspect(page, 'federation-panel');
  });
});
