import type { Browser, BrowserContext, Page } from 'playwright-core';
import { baseUrl, inspect, openBrowser, settle, visit } from '../harness';
import { adminApi, enter, PEOPLE, picker, SITES, switcher } from './support';

const SITES_PAGE = '/admin/plugins/multi-site';

type SiteRow = { id: string; name: string };

describe('The pages of Sites', () => {
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let siteIds: Map<string, string>;

  beforeAll(async () => {
    browser = await openBrowser();
    ({ context, page } = await enter(browser, PEOPLE.admin));
    const api = await adminApi(context.request, PEOPLE.admin);
    const { data } = (await api.get('/multi-site/sites?pageSize=100')) as { data: SiteRow[] };
    siteIds = new Map(data.map(({ id, name }) => [name, id]));
  });
  afterAll(() => browser.close());

  const addressOf = (name: string) => `${SITES_PAGE}/sites/${siteIds.get(name) ?? ''}`;

  describe('look right, in dark and on a phone', () => {
    it('as cards', () => visit(page, SITES_PAGE, { name: 'multi-site-cards' }));

    it('as a table', () => visit(page, `${SITES_PAGE}?view=table`, { name: 'multi-site-table' }));

    it('for a new site', () => visit(page, `${SITES_PAGE}/sites/new`, { name: 'multi-site-new' }));

    it('for a site', () => visit(page, addressOf(SITES.guide), { name: 'multi-site-edit' }));

    it('for members', () =>
      visit(page, `${addressOf(SITES.guide)}/members`, { name: 'multi-site-members' }));

    it('for isolation', () =>
      visit(page, `${SITES_PAGE}/isolation`, { name: 'multi-site-isolation' }));

    it('for API tokens', () => visit(page, `${SITES_PAGE}/tokens`, { name: 'multi-site-tokens' }));

    it('when a search finds nothing', () =>
      visit(page, `${SITES_PAGE}?_q=nothing+like+this`, { name: 'multi-site-no-match' }));

    it('when something cannot be loaded', async () => {
      const api = `${baseUrl()}/multi-site/tokens`;
      await context.route(api, (route) => route.abort());
      await page.goto(`${SITES_PAGE}/tokens`);
      await page.getByRole('alert').getByText('Failed to fetch').waitFor();
      await context.unroute(api);
      await page.getByRole('button', { name: 'Try again' }).click();
      await page.getByRole('table').waitFor();
    });
  });

  it('refuse a site whose slug and domain are taken, and tell it by the field', async () => {
    await page.goto(`${SITES_PAGE}/sites/new`);
    await page.getByRole('textbox', { name: 'Name' }).fill('Another shop');
    const slug = page.getByRole('textbox', { name: 'Slug' });
    await expect(slug.inputValue()).resolves.toBe('another-shop');
    await slug.fill('shop');
    await page.getByRole('textbox', { name: 'Domain', exact: true }).fill('shop.localhost');
    await page.getByRole('textbox', { name: 'Path prefix' }).focus();
    await page.getByText('uses this slug already').waitFor();
    await page.getByRole('button', { name: 'Create site' }).click();
    await page.getByText('leads to “Kettle & Clay” already').first().waitFor();
    await inspect(page, 'multi-site-new-refused');
  });

  it('ask before a changed form is left', async () => {
    await page.goto(addressOf(SITES.guide));
    await page.getByRole('textbox', { name: 'Name' }).fill('Something else');
    await page.getByRole('link', { name: 'Members' }).click();
    await page.getByRole('alertdialog').getByText('unsaved changes').waitFor();
    await page.getByRole('button', { name: 'Confirm' }).click();
    await page.getByRole('heading', { name: `Members of ${SITES.guide}` }).waitFor();
  });

  describe('take a site', () => {
    const name = 'Night School';

    it('from the form into the list and the switcher', async () => {
      await page.goto(`${SITES_PAGE}/sites/new`);
      await page.getByRole('textbox', { name: 'Name' }).fill(name);
      await page.getByRole('textbox', { name: 'Domain', exact: true }).fill('night.localhost');
      await page.getByRole('button', { name: 'Create site' }).click();
      await page.getByText(`${name} was created.`).waitFor();
      await page.getByRole('link', { name }).waitFor();
      await switcher(page).click();
      await picker(page)
        .getByRole('button', { name: new RegExp(`^${name}`) })
        .waitFor();
      await page.keyboard.press('Escape');
    });

    it('through a change of its settings', async () => {
      await page.goto(SITES_PAGE);
      await page.getByRole('link', { name }).click();
      await page.getByRole('combobox', { name: 'Status' }).click();
      await page.getByRole('option', { name: 'Live' }).click();
      await page.getByRole('button', { name: 'Advanced' }).click();
      await page.getByRole('checkbox').click();
      await page.getByRole('button', { name: 'Save' }).click();
      await page.getByText(`${name} was saved.`).waitFor();
      await page.reload();
      await settle(page);
      await expect(page.getByRole('combobox', { name: 'Status' }).innerText()).resolves.toBe(
        'Live',
      );
    });

    it('into the archive and back', async () => {
      await page.goto(SITES_PAGE);
      const menu = page.getByRole('button', { name: `Actions for ${name}` });
      await menu.click();
      await page.getByRole('menuitem', { name: 'Archive' }).click();
      await page.getByRole('alertdialog').getByText('Nothing is deleted').waitFor();
      await inspect(page, 'multi-site-archive');
      await page.getByRole('button', { name: 'Archive site' }).click();
      await page.getByText(`${name} is archived.`).waitFor();
      await menu.click();
      await page.getByRole('menuitem', { name: 'Restore' }).click();
      await page.getByRole('button', { name: 'Restore site' }).click();
      await page.getByText(`${name} is back, as a draft.`).waitFor();
    });
  });

  it('are closed to people without the permission', async () => {
    const shop = await enter(browser, PEOPLE.shopEditor);
    for (const path of ['/sites/new', '/isolation', '/tokens']) {
      await shop.page.goto(`${SITES_PAGE}${path}`);
      await shop.page.getByText('You may not see this page').waitFor();
    }
    await shop.context.close();
  });

  it('speak German', async () => {
    const german = await enter(browser, PEOPLE.shopEditor);
    await german.page.evaluate(() => localStorage.setItem('strapi-admin-language', 'de'));
    await german.page.goto(SITES_PAGE);
    await german.page.getByText('Jede Site hat ihre eigenen Einträge').waitFor();
    await german.context.close();
  });
});
