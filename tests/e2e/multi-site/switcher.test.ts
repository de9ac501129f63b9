import type { Browser, BrowserContext, Page } from 'playwright-core';
import { inspect, openBrowser, settle } from '../harness';
import {
  ARTICLE_LIST,
  NEW_ARTICLE,
  articleAddress,
  enter,
  PEOPLE,
  picker,
  recordSites,
  SITES,
  switcher,
  switchTo,
} from './support';

/** One page of every kind the admin has, and where a switch leads from it. */
const KINDS = [
  { kind: 'the home page', from: '/admin/', to: '/admin' },
  { kind: 'a content list', from: ARTICLE_LIST, to: ARTICLE_LIST },
  {
    kind: 'a single type',
    from: '/admin/content-manager/single-types/api::navigation.navigation',
    to: '/admin/content-manager',
  },
  { kind: 'the media library', from: '/admin/plugins/upload', to: '/admin/plugins/upload' },
  { kind: 'the settings', from: '/admin/settings/application-infos', to: '/admin' },
  { kind: 'the profile', from: '/admin/me', to: '/admin' },
  { kind: 'a plugin page', from: '/admin/plugins/multi-site', to: '/admin/plugins/multi-site' },
  { kind: 'the type builder', from: '/admin/plugins/content-type-builder', to: '/admin' },
];

describe('The switcher', () => {
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    browser = await openBrowser();
    ({ context, page } = await enter(browser, PEOPLE.admin));
  });
  afterAll(() => browser.close());

  describe.each(KINDS)('on $kind', ({ from, to }) => {
    it('shows the site and changes it with the mouse', async () => {
      await page.goto(from);
      await switcher(page).waitFor();
      const isOnShop = (await switcher(page, SITES.shop).count()) > 0;
      await switchTo(page, isOnShop ? SITES.magazine : SITES.shop);
      await settle(page);
      expect(new URL(page.url()).pathname.replace(/\/$/, '')).toMatch(new RegExp(`^${to}`));
    });
  });

  it('leaves an entry of the old site for the list it belongs to', async () => {
    await page.goto('/admin/');
    await switcher(page).waitFor();
    await switchTo(page, SITES.shop);
    const address = await articleAddress(context.request, {
      site: 'shop',
      title: 'Choosing a first bowl',
    });
    await page.goto(address);
    await page.getByRole('heading', { level: 1, name: 'Choosing a first bowl' }).waitFor();
    await switchTo(page, SITES.magazine);
    await settle(page);
    expect(new URL(page.url()).pathname).toBe(ARTICLE_LIST);
    await page.getByText('A cook’s knife at sea').waitFor();
  });

  it('works by keyboard: opens, searches, takes the first match', async () => {
    await page.goto('/admin/');
    await switcher(page, SITES.magazine).press('Enter');
    await page.keyboard.type('marenburg');
    await picker(page).getByText('1 site found').waitFor({ state: 'attached' });
    await page.keyboard.press('Enter');
    await switcher(page, SITES.guide).waitFor();
  });

  it('walks through the sites with the arrow keys', async () => {
    await page.goto('/admin/');
    await switcher(page, SITES.guide).press('Enter');
    const rows = picker(page).locator('[data-site-row]');
    const search = picker(page).getByRole('searchbox');
    await expect(search.evaluate((field) => field === document.activeElement)).resolves.toBe(true);
    const focused = () =>
      rows.evaluateAll((all) => all.indexOf(document.activeElement as HTMLElement));

    await page.keyboard.press('ArrowDown');
    await expect(focused()).resolves.toBe(0);
    await page.keyboard.press('End');
    await expect(focused()).resolves.toBe((await rows.count()) - 1);
    await page.keyboard.press('ArrowUp');
    await expect(focused()).resolves.toBe((await rows.count()) - 2);
    await page.keyboard.press('Home');
    await expect(search.evaluate((field) => field === document.activeElement)).resolves.toBe(true);
  });

  it('gives the focus back when it is closed', async () => {
    await page.goto('/admin/');
    await switcher(page).press('Enter');
    await picker(page).waitFor();
    await page.keyboard.press('Escape');
    await picker(page).waitFor({ state: 'detached' });
    await expect(
      switcher(page).evaluate((button) => button === document.activeElement),
    ).resolves.toBe(true);
  });

  it('says so when nothing is found', async () => {
    await page.goto('/admin/');
    await switcher(page).click();
    await picker(page).getByRole('searchbox').fill('no such site');
    await picker(page).getByText('No site of yours has this name or domain.').waitFor();
    await page.keyboard.press('Escape');
  });

  it('keeps favourites on top', async () => {
    await page.goto('/admin/');
    await switcher(page).click();
    await picker(page)
      .getByRole('button', { name: `Add ${SITES.shop} to favourites` })
      .click();
    await page.keyboard.press('Escape');
    await page.reload();
    await switcher(page).click();
    const first = picker(page).locator('[data-site-row]').first();
    await expect(first.innerText()).resolves.toContain(SITES.shop);
    await picker(page)
      .getByRole('button', { name: `Remove ${SITES.shop} from favourites` })
      .click();
    await page.keyboard.press('Escape');
  });

  it('tells the new site aloud and in the title of every page', async () => {
    await page.goto('/admin/');
    await switcher(page).waitFor();
    await switchTo(page, SITES.guide);
    const notices = page.locator('[aria-live="polite"]', {
      hasText: `You are now on ${SITES.guide}.`,
    });
    await notices.first().waitFor({ state: 'attached' });
    for (const address of ['/admin/', '/admin/plugins/upload', '/admin/settings/api-tokens']) {
      await page.goto(address);
      await settle(page);
      expect(await page.title()).toMatch(new RegExp(`^${SITES.guide} · .+`));
    }
  });

  it('offers all sites at once to those who may', async () => {
    await page.goto('/admin/');
    await switcher(page).waitFor();
    await switchTo(page, 'All sites');
    const sites = recordSites(page);
    await page.goto(ARTICLE_LIST);
    await settle(page);
    const content = sites.filter(({ path }) => path.startsWith('/content-manager/'));
    expect(content.length).toBeGreaterThan(0);
    expect(new Set(content.map(({ site }) => site))).toEqual(new Set(['*']));
    await switchTo(page, SITES.magazine);
  });

  it('can be read, in dark and on a phone, on the home page', async () => {
    await page.goto('/admin/plugins/multi-site');
    await settle(page);
    await switcher(page).click();
    await picker(page).waitFor();
    await inspect(page, 'multi-site-switcher');
    await page.keyboard.press('Escape');
  });
});

describe('Unsaved changes', () => {
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    browser = await openBrowser();
    ({ page } = await enter(browser, PEOPLE.admin));
    await switcher(page).waitFor();
    await switchTo(page, SITES.magazine);
    await page.goto(NEW_ARTICLE);
    await page.getByRole('textbox', { name: 'title' }).fill('Half written');
  });
  afterAll(() => browser.close());

  const chooseShop = async () => {
    await switcher(page).click();
    await picker(page)
      .getByRole('button', { name: new RegExp(`^${SITES.shop}`) })
      .click();
    await page.getByRole('alertdialog').waitFor();
  };

  it('stay, with the site, when the person stays', async () => {
    await chooseShop();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await expect(page.getByRole('textbox', { name: 'title' }).inputValue()).resolves.toBe(
      'Half written',
    );
    await expect(switcher(page, SITES.magazine).count()).resolves.toBe(1);
  });

  it('go, and the site changes, when the person says so', async () => {
    await chooseShop();
    await page.getByRole('button', { name: 'Confirm' }).click();
    await switcher(page, SITES.shop).waitFor();
    await settle(page);
    expect(new URL(page.url()).pathname).toBe(ARTICLE_LIST);
  });
});
