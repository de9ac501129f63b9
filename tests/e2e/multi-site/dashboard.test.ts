import type { Browser, Page } from 'playwright-core';
import { inspect, openBrowser, visit } from '../harness';
import { adminApi, enter, PEOPLE, SITES, switcher } from './support';

const ROOT = '/admin/plugins/multi-site';

describe('Dashboards', () => {
  let browser: Browser;
  let page: Page;
  let ids: Map<string, string>;
  let api: Awaited<ReturnType<typeof adminApi>>;

  beforeAll(async () => {
    browser = await openBrowser();
    const { context, page: own } = await enter(browser, PEOPLE.admin);
    page = own;
    api = await adminApi(context.request, PEOPLE.admin);
    await api.post('/multi-site/sites', { name: 'Going Soon', slug: 'going-soon' });
    const { data } = (await api.get('/multi-site/sites?pageSize=100')) as {
      data: { id: string; name: string }[];
    };
    ids = new Map(data.map(({ id, name }) => [name, id]));
  });
  afterAll(async () => {
    const { data } = (await api.get('/multi-site/sites?q=going-soon')) as {
      data: { id: string; name: string }[];
    };
    // Other files look at a demo of three sites.
    await Promise.all(
      data.map(({ id, name }) =>
        api.remove(`/multi-site/sites/${id}?name=${encodeURIComponent(name)}`),
      ),
    );
    await browser.close();
  });

  it('show how one site stands', async () => {
    await visit(page, `${ROOT}/sites/${ids.get(SITES.magazine) ?? ''}/dashboard`, {
      name: 'multi-site-dashboard',
    });
    await page.getByRole('region', { name: 'Content' }).getByText('Article').waitFor();
    await page.getByRole('region', { name: 'Recent work' }).getByRole('link').first().waitFor();
  });

  it('lead to what other plugins show of a site, and put the tab on it', async () => {
    await page.goto(`${ROOT}/sites/${ids.get(SITES.magazine) ?? ''}/dashboard`);
    const elsewhere = page.getByRole('region', { name: 'This site elsewhere' });
    await elsewhere.getByRole('link').first().waitFor();
    expect(await elsewhere.getByRole('link').allInnerTexts()).toEqual([
      'How good its content is',
      'Its experiments',
      'Its audiences and rules',
      'Its sources',
      'How fast it answers',
    ]);
    await elsewhere.getByRole('link', { name: 'How fast it answers' }).click();
    await page.getByRole('heading', { level: 1, name: 'Health' }).waitFor();
    await switcher(page, SITES.magazine).waitFor();
  });

  it('show an empty one with what it needs', async () => {
    await visit(page, `${ROOT}/sites/${ids.get('Going Soon') ?? ''}/dashboard`, {
      name: 'multi-site-dashboard-empty',
    });
    await page.getByText('The site is live and has no content.').waitFor();
  });

  it('show all sites beside one another', async () => {
    await page.goto(`${ROOT}/overview`);
    await page.getByRole('row', { name: new RegExp(SITES.guide) }).waitFor();
  });

  it('show an owner the own site, and no other', async () => {
    const owner = await enter(browser, PEOPLE.magazineOwner);
    await owner.page.goto(`${ROOT}/sites/${ids.get(SITES.magazine) ?? ''}/dashboard`);
    await owner.page.getByRole('heading', { level: 1, name: SITES.magazine }).waitFor();
    await owner.page.goto(`${ROOT}/sites/${ids.get(SITES.shop) ?? ''}/dashboard`);
    await owner.page.getByRole('alert').getByText('There is no such site.').waitFor();
    await owner.context.close();
  });

  it('clone a site', async () => {
    await page.goto(`${ROOT}/sites/${ids.get('Going Soon') ?? ''}/dashboard`);
    await page.getByRole('button', { name: 'Actions for Going Soon' }).click();
    await page.getByRole('menuitem', { name: 'Clone this site' }).click();
    await page.getByRole('dialog').getByText('gets a copy of every entry').waitFor();
    await inspect(page, 'multi-site-clone');
    await page.getByRole('button', { name: 'Clone site' }).click();
    await page.getByRole('heading', { level: 1, name: 'Copy of Going Soon' }).waitFor();
  });

  it('delete one after its name was typed', async () => {
    await page.goto(`${ROOT}/sites/${ids.get('Going Soon') ?? ''}/dashboard`);
    await page.getByRole('button', { name: 'Actions for Going Soon' }).click();
    await page.getByRole('menuitem', { name: 'Delete this site' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('This cannot be taken back.').waitFor();
    const remove = dialog.getByRole('button', { name: 'Delete site' });
    await expect(remove.isDisabled()).resolves.toBe(true);
    await inspect(page, 'multi-site-delete');
    const download = page.waitForEvent('download');
    await dialog.getByRole('button', { name: 'Download everything first' }).click();
    expect((await download).suggestedFilename()).toBe('going-soon.jsonl');
    await dialog.getByRole('textbox', { name: 'Name of the site' }).fill('Going Soon');
    await remove.click();
    await page.getByText('Going Soon is deleted.').waitFor();
    await page.getByRole('heading', { level: 1, name: 'Sites' }).waitFor();
  });
});
