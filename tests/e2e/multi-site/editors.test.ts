import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openBrowser, settle } from '../harness';
import {
  adminApi,
  ARTICLE_LIST,
  articleAddress,
  enter,
  IN_ENGLISH,
  NEW_ARTICLE,
  PEOPLE,
  SITES,
  switcher,
} from './support';

const OF_MAGAZINE = ['Forty metres up', 'The last keeper of Skerry Rock'];
const OF_SHOP = ['Choosing a first bowl', 'A night at the kiln'];

/** What a page says once `awaited` is on it. */
const textOf = async (page: Page, address: string, awaited: string) => {
  await page.goto(address);
  await page.getByText(awaited).first().waitFor();
  await settle(page);
  return page.locator('body').innerText();
};

const LIST = `${ARTICLE_LIST}?page=1&pageSize=100&${IN_ENGLISH}`;

describe.each([
  {
    who: 'The editor of the magazine',
    person: PEOPLE.magazineEditor,
    site: SITES.magazine,
    own: { slug: 'magazine', titles: OF_MAGAZINE, author: 'Tomasz Wolny' },
    foreign: { slug: 'shop', titles: OF_SHOP, author: 'Mara Lindqvist' },
  },
  {
    who: 'The editor of the shop',
    person: PEOPLE.shopEditor,
    site: SITES.shop,
    own: { slug: 'shop', titles: OF_SHOP, author: 'Mara Lindqvist' },
    foreign: { slug: 'magazine', titles: OF_MAGAZINE, author: 'Tomasz Wolny' },
  },
])('$who', ({ person, site, own, foreign }) => {
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    browser = await openBrowser();
    ({ context, page } = await enter(browser, person));
  });
  afterAll(() => browser.close());

  it('is on the own site and can choose no other', async () => {
    await switcher(page, site).click();
    const rows = page.getByRole('dialog', { name: 'Choose a site' }).locator('[data-site-row]');
    await expect(rows.count()).resolves.toBe(1);
    await page.keyboard.press('Escape');
  });

  it('finds the own articles and none of the other site in the list', async () => {
    const [awaited = ''] = own.titles;
    const text = await textOf(page, LIST, awaited);
    own.titles.forEach((title) => expect(text).toContain(title));
    foreign.titles.forEach((title) => expect(text).not.toContain(title));
  });

  it('finds nothing of the other site by search', async () => {
    const [title = ''] = own.titles;
    const [other = ''] = foreign.titles;
    await textOf(page, `${LIST}&_q=${encodeURIComponent(title)}`, title);
    await textOf(page, `${LIST}&_q=${encodeURIComponent(other)}`, 'No content found');
  });

  it('finds nothing of the other site on the home page', async () => {
    const text = await textOf(page, '/admin/', 'Last edited entries');
    foreign.titles.forEach((title) => expect(text).not.toContain(title));
  });

  it('is offered only the own authors in the relation picker', async () => {
    await page.goto(NEW_ARTICLE);
    const author = page.getByRole('combobox', { name: 'author' });
    await author.click();
    await page.getByRole('option', { name: own.author }).waitFor();
    await expect(page.getByRole('option', { name: foreign.author }).count()).resolves.toBe(0);
    await author.fill(foreign.author);
    await page.getByText('No relations available').waitFor();
  });

  it('gets no entry of the other site by its address', async () => {
    const [title = ''] = foreign.titles;
    const address = await articleAddress(context.request, { site: foreign.slug, title });
    const answers = page.waitForResponse((response) =>
      response.url().includes(`${new URL(`http://x${address}`).pathname.replace('/admin', '')}?`),
    );
    await page.goto(address);
    expect((await answers).status()).toBe(404);
    await page.getByText('Whoops! Something went wrong').waitFor();
    expect(await page.locator('body').innerText()).not.toContain(title);
  });
});

describe('Editing', () => {
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    browser = await openBrowser();
    ({ context, page } = await enter(browser, PEOPLE.magazineEditor));
  });
  afterAll(() => browser.close());

  it('writes and publishes an article on the own site', async () => {
    const title = `Written in a browser test at ${String(Date.now())}`;
    await page.goto(NEW_ARTICLE);
    await page.getByRole('textbox', { name: 'title' }).fill(title);
    await page.getByRole('button', { name: 'Regenerate' }).click();
    await page.getByRole('button', { name: 'Publish' }).click();
    await page.getByText('Published document').waitFor();

    const api = await adminApi(context.request, PEOPLE.admin);
    const query = `?page=1&pageSize=5&_q=${encodeURIComponent(title)}`;
    const count = async (site: string) => {
      const list = await api.get(
        `/content-manager/collection-types/api::article.article${query}`,
        site,
      );
      return (list as { results: unknown[] }).results.length;
    };
    await expect(count('magazine')).resolves.toBe(1);
    await expect(count('shop')).resolves.toBe(0);
  });
});
