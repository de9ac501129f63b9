import type { Browser, BrowserContext, Page } from 'playwright-core';
import { baseUrl, inspect, openBrowser } from '../harness';
import {
  adminApi,
  articleAddress,
  enter,
  IN_ENGLISH,
  PEOPLE,
  SITES,
  switchTo,
} from '../multi-site/support';

const TITLE = 'Forty metres up';
const SITE = 'magazine';

/** A variant edited in Strapi's own edit view, as an editor does it. */
describe('a variant in the edit view', () => {
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let address: string;

  beforeAll(async () => {
    browser = await openBrowser();
    ({ context, page } = await enter(browser, PEOPLE.admin));
    await switchTo(page, SITES.magazine);
    address = await articleAddress(context.request, { site: SITE, title: TITLE });
  });
  afterAll(() => browser.close());

  const bar = () => page.getByRole('region', { name: 'Variant mode' });
  const title = () => page.getByRole('textbox', { name: 'title', exact: false }).first();
  const original = async () => {
    const api = await adminApi(context.request, PEOPLE.admin);
    const path = address.replace('/admin', '');
    return (await api.get(`${path}?locale=en`, SITE)) as { data: { title: string } };
  };

  it('is made and opened in the panel; the bar and the buttons say so', async () => {
    await page.goto(`${address}?${IN_ENGLISH}`);
    await page.getByRole('textbox', { name: 'New variant' }).fill('For climbers');
    await page.getByRole('button', { name: 'Create variant' }).click();
    await page.getByRole('button', { name: 'Edit For climbers' }).click();
    await bar().getByText('You are editing the variant “For climbers”').waitFor();
    await page.getByRole('button', { name: 'Publish variant' }).waitFor();
    await inspect(page, 'overlay-mode');
  });

  it('is changed and saved; the original stays as it was', async () => {
    await title().fill('Forty metres up, for climbers');
    await page.getByRole('button', { name: 'Save variant' }).click();
    await bar().getByText('1 part differs from the original.').waitFor();
    expect((await original()).data.title).toBe(TITLE);
    await page.reload();
    await bar().getByText('You are editing the variant “For climbers”').waitFor();
    expect(await title().inputValue()).toBe('Forty metres up, for climbers');
  });

  it('is published with Strapi’s own button', async () => {
    await page.getByRole('button', { name: 'Publish variant' }).click();
    await bar().getByText('Live', { exact: true }).waitFor();
    expect((await original()).data.title).toBe(TITLE);
  });

  it('turns red and cannot be saved where the answer is not the variant', async () => {
    const here = new URL(page.url());
    here.searchParams.set('plugins[i18n][locale]', 'de');
    await page.goto(here.href);
    await bar().getByText('This is not the variant: saving is off').waitFor();
    await inspect(page, 'overlay-mode-wrong');
    await page.goBack();
    await bar().getByText('You are editing the variant “For climbers”').waitFor();
  });

  it('is left by its button; the form then shows the original', async () => {
    await bar().getByRole('button', { name: 'Leave variant' }).click();
    await bar().waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Publish', exact: true }).waitFor();
    expect(await title().inputValue()).toBe(TITLE);
    expect(page.url().startsWith(baseUrl())).toBe(true);
  });
});
