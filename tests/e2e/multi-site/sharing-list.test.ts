import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openBrowser, settle } from '../harness';
import { adminApi, enter, openSites, PEOPLE, SITES, switchTo } from './support';

const TAGS = '/content-manager/collection-types/api::tag.tag';
const ARTICLES = '/content-manager/collection-types/api::article.article';
const FIRST_TEN = 'page=1&pageSize=10&plugins[i18n][locale]=en';
const DESKTOP = { width: 1280, height: 800 };
const PHONE = { width: 360, height: 740 };

describe('Sites… in the list', () => {
  const name = `Shared by list ${String(Date.now())}`;
  const address = `/admin${TAGS}?page=1&pageSize=100&sort=name:ASC&_q=${encodeURIComponent(name)}`;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;

  const choose = () =>
    page
      .getByRole('row', { name: new RegExp(name) })
      .getByRole('checkbox')
      .click();

  beforeAll(async () => {
    browser = await openBrowser();
    ({ context, page } = await enter(browser, PEOPLE.admin));
    const api = await adminApi(context.request, PEOPLE.admin);
    await api.post(TAGS, { name, slug: name.toLowerCase().replace(/ /g, '-') }, 'magazine');
    await page.goto('/admin/plugins/multi-site');
    await switchTo(page, SITES.magazine);
  });
  afterAll(() => browser.close());

  it('stands beside Strapi’s own actions, also on a phone', async () => {
    await page.goto(`/admin${ARTICLES}?${FIRST_TEN}`);
    await settle(page);
    await page.getByRole('row').nth(1).getByRole('checkbox').click();
    await page.setViewportSize(PHONE);
    await settle(page);
    for (const name of ['Delete', 'Sites…']) {
      const box = await page.getByRole('button', { name, exact: true }).boundingBox();
      expect(box && box.x + box.width).toBeLessThanOrEqual(PHONE.width);
    }
    await page.setViewportSize(DESKTOP);
    await page.goto(address);
    await choose();
  });

  it('shares after a preview, and takes it back', async () => {
    const dialog = await openSites(page, 'Share');
    await dialog.getByRole('heading', { name: 'Share 1 entry with other sites' }).waitFor();
    await dialog.getByRole('combobox', { name: 'Sites' }).click();
    await page.getByRole('option', { name: SITES.shop }).click();
    await page.keyboard.press('Escape');
    await dialog.getByText('1 entry is shared, with drafts and languages').waitFor();
    await dialog.getByRole('button', { name: 'Share 1 entry' }).click();
    await dialog.getByText('1 entry is shared.').waitFor();
    await dialog.getByRole('button', { name: 'Undo' }).click();
    await dialog.getByText('1 entry is back where it was.').waitFor();
    await dialog.getByRole('button', { name: 'Close' }).last().click();
    await dialog.waitFor({ state: 'detached' });
  });

  it('is used by the keyboard alone, and gives the focus back', async () => {
    await page.goto(address);
    await choose();
    const button = page.getByRole('button', { name: 'Sites…' });
    await button.focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: 'Share' }).focus();
    // As long as a finger: what is reached by an arrow is chosen while the key is down.
    await page.keyboard.press('ArrowDown', { delay: 100 });
    await dialog.getByRole('heading', { name: 'Copy 1 entry to another site' }).waitFor();
    const isChosen = dialog.getByRole('radio', { name: 'Copy', checked: true });
    await expect(isChosen.evaluate((radio) => radio === document.activeElement)).resolves.toBe(
      true,
    );
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await expect(button.evaluate((element) => element === document.activeElement)).resolves.toBe(
      true,
    );
  });

  it('keeps what was chosen when the window narrows', async () => {
    const dialog = await openSites(page, 'Move');
    await dialog.getByRole('combobox', { name: 'Site' }).click();
    await page.getByRole('option', { name: SITES.shop }).click();
    await page.setViewportSize(PHONE);
    await settle(page);
    await dialog.getByRole('combobox', { name: 'Site' }).getByText(SITES.shop).waitFor();
  });
});

describe('Sites… in German', () => {
  it('is called and explained in German', async () => {
    const browser = await openBrowser();
    const { page } = await enter(browser, PEOPLE.admin, { locale: 'de' });
    await page.goto(`/admin${TAGS}?page=1&pageSize=10&sort=name:ASC&_q=Fishing`);
    await page
      .getByRole('row', { name: /Fishing/ })
      .getByRole('checkbox')
      .click();
    // Strapi shows its actions when the browser is idle; without a picture to paint it is not.
    await page.screenshot();
    await page.getByRole('button', { name: 'Sites…' }).click();
    const dialog = page.getByRole('dialog', { name: '1 Eintrag mit anderen Sites teilen' });
    await dialog.getByRole('radio', { name: 'Verschieben' }).click();
    await page.getByText('Die Einträge verlassen diese Site').waitFor();
    await browser.close();
  });
});
