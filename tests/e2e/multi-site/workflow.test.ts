import type { Browser, BrowserContext, Page } from 'playwright-core';
import { inspect, openBrowser, settle, visit } from '../harness';
import { adminApi, enter, PEOPLE } from './support';

const PAGES = '/content-manager/collection-types/api::page.page';
const BOARD = '/admin/plugins/multi-site/sites/current/board';
const WORKFLOW = '/admin/plugins/multi-site/sites/current/workflow';

const column = (page: Page, name: string) =>
  page.getByRole('region', { name: new RegExp(`^${name}, `) });
const card = (page: Page, title: string) => page.getByRole('listitem', { name: title });

const isOnlyIn = async (page: Page, title: string, stage: string): Promise<void> => {
  await column(page, stage).getByRole('listitem', { name: title }).waitFor();
  expect(await card(page, title).count()).toBe(1);
};

/** Counts a card at every change of the page: how often it was there at once, least and most. */
const watchCard = (page: Page, title: string): Promise<void> =>
  page.evaluate((name) => {
    const seen = window as Window & { cardsSeen?: number[] };
    const count = () => document.querySelectorAll(`li[aria-label="${name}"]`).length;
    seen.cardsSeen = [count()];
    new MutationObserver(() => seen.cardsSeen?.push(count())).observe(document.body, {
      childList: true,
      subtree: true,
    });
  }, title);
const cardsSeen = (page: Page) =>
  page.evaluate(() => [...new Set((window as Window & { cardsSeen?: number[] }).cardsSeen)]);

describe('A site’s workflow', () => {
  const title = `Opening soon ${String(Date.now())}`;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let address: string;

  beforeAll(async () => {
    browser = await openBrowser();
    ({ context, page } = await enter(browser, PEOPLE.magazineOwner));
    const api = await adminApi(context.request, PEOPLE.admin);
    const slug = title.toLowerCase().replace(/ /g, '-');
    const { data } = (await api.post(`${PAGES}?locale=en`, { title, slug }, 'magazine')) as {
      data: { documentId: string };
    };
    address = `/admin${PAGES}/${data.documentId}?plugins[i18n][locale]=en`;
  });
  afterAll(() => browser.close());

  it('shows its board, by stage, with people and dates', async () => {
    await visit(page, BOARD, { name: 'multi-site-board' });
    await card(page, title).waitFor();
    expect(await column(page, 'Draft').getByRole('listitem', { name: title }).count()).toBe(1);
  });

  it('holds an entry back that is not ready, with a sentence', async () => {
    await page.goto(address);
    await page.getByText('Is published from: Ready.').waitFor();
    await inspect(page, 'multi-site-panel');
    // From here on the page's console tells of refusals, which are meant.
    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    await page.getByText('On this site an entry is published from "Ready"').waitFor();
  });

  it('moves it by the select in the panel and by the card’s menu', async () => {
    await page.goto(address);
    await page.getByRole('combobox', { name: 'Stage' }).click();
    await page.getByRole('option', { name: 'In review' }).click();
    await page.getByText(`${title} is now in In review.`).waitFor();
    await page.goto(BOARD);
    await card(page, title).waitFor();
    await watchCard(page, title);
    await card(page, title)
      .getByRole('button', { name: `Move ${title}` })
      .focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'Move to Ready' }).click();
    await isOnlyIn(page, title, 'Ready');
  });

  it('moves it by dragging', async () => {
    await card(page, title).dragTo(column(page, 'In review'));
    await isOnlyIn(page, title, 'In review');
    await card(page, title).dragTo(column(page, 'Ready'));
    await isOnlyIn(page, title, 'Ready');
  });

  it('shows a card in one column at every moment', async () => {
    await settle(page);
    await isOnlyIn(page, title, 'Ready');
    expect(await cardsSeen(page)).toEqual([1]);
  });

  it('puts a card back that the server does not move', async () => {
    await page.route('**/tasks/*/move', (route) => route.abort('failed'));
    const failed = page.waitForEvent('requestfailed');
    await card(page, title).dragTo(column(page, 'In review'));
    await failed;
    await isOnlyIn(page, title, 'Ready');
    await page.unroute('**/tasks/*/move');
  });

  it('then lets it be published, and moves it on', async () => {
    await page.goto(address);
    await page.getByText('May be published in this stage.').waitFor();
    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    await page.getByText('Published document').waitFor();
    await page.getByRole('combobox', { name: 'Stage' }).getByText('Published').waitFor();
  });

  it('is seen in the list, and filters it', async () => {
    page = await context.newPage();
    await page.goto(`/admin${PAGES}?page=1&pageSize=50&plugins[i18n][locale]=en`);
    // Strapi's tables are grids: their heads are cells of the first row.
    await page.getByRole('gridcell', { name: 'Stage', exact: true }).waitFor();
    await page
      .getByRole('row', { name: new RegExp(title) })
      .getByText('Published')
      .first()
      .waitFor();
    await page.getByRole('combobox', { name: 'Filter by stage' }).click();
    await page.getByRole('option', { name: 'In review' }).click();
    await settle(page);
    expect(await page.getByRole('row', { name: new RegExp(title) }).count()).toBe(0);
    await inspect(page, 'multi-site-list-by-stage');
  });

  it('is changed by the site’s owner', async () => {
    await page.goto(WORKFLOW);
    await page.getByRole('button', { name: 'Remove In review' }).click();
    await page.getByRole('button', { name: 'Save workflow' }).click();
    await page.getByRole('heading', { name: 'Where do their entries go?' }).waitFor();
    await inspect(page, 'multi-site-workflow-replace');
    // The cross in the corner is called the same.
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).last().click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });
});
