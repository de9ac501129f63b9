import type { Browser, BrowserContext, Page } from 'playwright-core';
import { inspect, openBrowser, visit } from '../harness';
import { adminApi, enter, openSites, PEOPLE, switchTo, SITES } from './support';

const TAGS = '/content-manager/collection-types/api::tag.tag';

describe('Moving from the list', () => {
  const name = `Travelling ${String(Date.now())}`;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let api: Awaited<ReturnType<typeof adminApi>>;
  let address: string;

  const isOn = async (site: string) => {
    const path = `${TAGS}?filters[name][$eq]=${encodeURIComponent(name)}`;
    const { results } = (await api.get(path, site)) as { results: unknown[] };
    return results.length === 1;
  };
  const row = () => page.getByRole('row', { name: new RegExp(name) });

  beforeAll(async () => {
    browser = await openBrowser();
    ({ context, page } = await enter(browser, PEOPLE.admin));
    api = await adminApi(context.request, PEOPLE.admin);
    const slug = name.toLowerCase().replace(/ /g, '-');
    await api.post(TAGS, { name, slug }, 'magazine');
    address = `/admin${TAGS}?page=1&pageSize=100&sort=name:ASC&_q=${encodeURIComponent(name)}`;
    await page.goto('/admin/plugins/multi-site');
    await switchTo(page, SITES.magazine);
  });
  afterAll(() => browser.close());

  it('shows what goes along before anything moves', async () => {
    await page.goto(address);
    await row().getByRole('checkbox').click();
    const dialog = await openSites(page, 'Move');
    await dialog.getByRole('combobox', { name: 'Site' }).click();
    await page.getByRole('option', { name: SITES.shop }).click();
    await dialog.getByText('1 entry moves, with drafts and languages').waitFor();
    expect(await isOn('magazine')).toBe(true);
  });

  it('moves the entry', async () => {
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Move 1 entry' }).click();
    await dialog.getByText(`1 entry is now on ${SITES.shop}.`).waitFor();
    expect([await isOn('magazine'), await isOn('shop')]).toEqual([false, true]);
  });

  it('takes it back with one button, and the list shows it again', async () => {
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Undo' }).click();
    await dialog.getByText('1 entry is back where it was.').waitFor();
    expect([await isOn('magazine'), await isOn('shop')]).toEqual([true, false]);
    // Its name is that of the cross at the top as well.
    await dialog.getByRole('button', { name: 'Close' }).last().click();
    await row().waitFor();
  });
});

describe('Assign by a field', () => {
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    browser = await openBrowser();
    ({ page } = await enter(browser, PEOPLE.admin));
  });
  afterAll(() => browser.close());

  it('offers types and fields, and shows what would happen', async () => {
    await visit(page, '/admin/plugins/multi-site/isolation', { name: 'multi-site-assign' });
    const card = page.getByRole('region', { name: 'Give entries to sites by a field' });
    await card.getByRole('combobox', { name: 'Content type' }).click();
    await page.getByRole('option', { name: 'Tag' }).click();
    await card.getByRole('combobox', { name: 'Field' }).click();
    await page.getByRole('option', { name: 'name' }).click();
    await card.getByRole('button', { name: 'Preview' }).click();
    await card.getByText('Goes to').waitFor();
    await card.getByRole('button', { name: /^Assign/ }).waitFor();
    await inspect(page, 'multi-site-assign-preview');
  });
});
