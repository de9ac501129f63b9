import type { Browser, BrowserContext, Page } from 'playwright-core';
import { baseUrl, openBrowser, openContext, visit } from '../harness';
import { adminApi, PEOPLE } from '../multi-site/support';

const { port } = new URL(baseUrl());
const hostOf = (site: string) => `http://${site}.localhost:${port}`;

let browser: Browser;
let context: BrowserContext;
let page: Page;

/** Requests to the suite’s endpoints, by method and path. */
const asked: string[] = [];

beforeAll(async () => {
  browser = await openBrowser();
  context = await openContext(browser);
  page = await context.newPage();
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith('/api/')) asked.push(`${request.method()} ${pathname}`);
  });
});
afterAll(() => browser.close());

describe('the demo’s front end', () => {
  it.each([
    ['magazine', 'Harbour Magazine'],
    ['shop', 'Kettle & Clay'],
    ['guide', 'Marenburg City Guide'],
  ])('at the host of %s shows that site and no other', async (site, name) => {
    await visit(page, `${hostOf(site)}/site/en/`, { name: `front-end-${site}` });
    await page.getByRole('heading', { name, level: 1 }).waitFor();
    const others = ['Harbour Magazine', 'Kettle & Clay', 'Marenburg City Guide'].filter(
      (other) => other !== name,
    );
    for (const other of others) expect(await page.getByText(other).count()).toBe(0);
  });

  it('makes no visitor before somebody agrees', async () => {
    await page.goto(`${hostOf('magazine')}/site/`);
    await page.getByRole('heading', { name: 'May we remember what you read here?' }).waitFor();
    const stored = await page.evaluate(() => Object.keys(localStorage));
    expect(stored.filter((key) => key.startsWith('suite.'))).toEqual([]);
    expect(asked.filter((one) => one.includes('/personalization/visitor'))).toEqual([]);
    expect(asked.filter((one) => one.includes('/personalization/events'))).toEqual([]);
  });

  it('remembers who agrees, and sends what he reads', async () => {
    await page.getByRole('button', { name: 'Yes, remember' }).click();
    await page.getByText('You are remembered.').waitFor();
    const sent = page.waitForResponse((response) =>
      response.url().endsWith('/api/personalization/events'),
    );
    await page.getByRole('link', { name: 'Older' }).click();
    const article = page.getByRole('main').getByRole('listitem').getByRole('link').first();
    const title = (await article.textContent()) ?? '';
    await article.click();
    await page.getByRole('heading', { name: title, level: 1 }).waitFor();
    expect((await sent).status()).toBe(202);
    await visit(page, page.url(), { name: 'front-end-article' });
  });

  it('shows everything that is known, and forgets it', async () => {
    await page.getByRole('button', { name: 'What do you know about me?' }).click();
    await page
      .getByRole('dialog')
      .getByText(/"consent": "full"/)
      .waitFor();
    await page.getByRole('button', { name: 'Close' }).click();
    await page.getByRole('button', { name: 'Forget me' }).click();
    await page.getByText('Nothing is remembered.').waitFor();
  });

  it('speaks German', async () => {
    await visit(page, `${hostOf('guide')}/site/de/`, { name: 'front-end-german' });
    await page.getByRole('heading', { name: 'Neu', level: 2 }).waitFor();
  });

  it('says that an article is not there, also when another site has it', async () => {
    await page.goto(`${hostOf('shop')}/site/en/forty-metres-up`);
    await page.getByRole('heading', { name: 'This article is not here.' }).waitFor();
  });

  it('shows what an editor published a moment ago', async () => {
    const api = await adminApi(context.request, PEOPLE.shopEditor);
    const path = '/content-manager/collection-types/api::article.article';
    const title = `Glaze of the day ${Date.now()}`;
    const slug = `glaze-${Date.now()}`;
    const shop = 'shop';
    const { data } = (await api.post(path, { title, slug }, shop)) as {
      data: { documentId: string };
    };
    await page.goto(`${hostOf('shop')}/site/en/${slug}`);
    await page.getByRole('heading', { name: 'This article is not here.' }).waitFor();
    await api.post(`${path}/${data.documentId}/actions/publish`, { title, slug }, shop);
    await page.reload();
    await page.getByRole('heading', { name: title, level: 1 }).waitFor();
    await page.goto(`${hostOf('magazine')}/site/en/${slug}`);
    await page.getByRole('heading', { name: 'This article is not here.' }).waitFor();
    await api.remove(`${path}/${data.documentId}`, shop);
  });
});
