import path from 'node:path';
import type { Browser } from 'playwright-core';
import { inspect, openBrowser, settle } from '../harness';
import { consoleFindings } from '../harness/findings';
import {
  adminApi,
  ARTICLE_LIST,
  enter,
  PEOPLE,
  picker,
  SITES,
  switcher,
  switchTo,
} from './support';

type Row = { id: string; name: string };

/** Pictures of the documentation are renewed on purpose: SUITE_PICTURES=docs/images. */
const PICTURES = path.resolve(
  __dirname,
  '../../..',
  process.env.SUITE_PICTURES ?? 'tests/artifacts/screens',
);

/** Rows of the switcher, by what they say. */
const DEMO = [...Object.values(SITES), 'All sites'];

describe('Somebody who is taken off a site while working on it', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  const prepare = async (email: string, sites: string[]) => {
    const { context } = await enter(browser, PEOPLE.admin);
    const api = await adminApi(context.request, PEOPLE.admin);
    const { data: rows } = (await api.get('/multi-site/sites?pageSize=100')) as { data: Row[] };
    const { data: roles } = (await api.get('/admin/roles')) as {
      data: { id: number; code: string }[];
    };
    const role = roles.find(({ code }) => code === 'multi-site-editor');
    const { data: user } = (await api.post('/admin/users', {
      email,
      firstname: 'Short',
      lastname: 'Stay',
      roles: [role?.id],
    })) as { data: { id: number } };
    await api.put(`/admin/users/${String(user.id)}`, { isActive: true, password: 'Short-Stay-1' });
    const idOf = (name: string) => rows.find((row) => row.name === name)?.id ?? '';
    const memberOf = (name: string) => `/multi-site/sites/${idOf(name)}/members/${String(user.id)}`;
    for (const name of sites) await api.put(memberOf(name), { roles: ['multi-site-editor'] });
    return { remove: (name: string) => api.remove(memberOf(name)) };
  };

  it('reads a clear sentence at the next click, and goes on elsewhere', async () => {
    const email = 'two@removed.test';
    const admin = await prepare(email, [SITES.magazine, SITES.guide]);
    const { page } = await enter(browser, { email, password: 'Short-Stay-1' });
    await switchTo(page, SITES.magazine);
    await page.goto(ARTICLE_LIST);
    await switcher(page, SITES.magazine).waitFor();
    // Else a request that is still under way is refused, and the sentence comes before the click.
    await settle(page);
    await admin.remove(SITES.magazine);
    await page.getByRole('link', { name: 'Media Library' }).click();

    const dialog = page.getByRole('alertdialog');
    await dialog.getByText(`You can no longer open ${SITES.magazine}`).waitFor();
    // The refusals are in the console too, which is no fault of the page.
    consoleFindings(page);
    await inspect(page, 'multi-site-removed');
    await dialog.getByRole('button', { name: new RegExp(`^${SITES.guide}`) }).click();
    await switcher(page, SITES.guide).waitFor();
    await page.goto(ARTICLE_LIST);
    await page.getByRole('heading', { level: 1, name: 'Article' }).waitFor();
    await page.context().close();
  });

  it('is told whom to ask when there is no other site', async () => {
    const email = 'one@removed.test';
    const admin = await prepare(email, [SITES.guide]);
    const { page } = await enter(browser, { email, password: 'Short-Stay-1' });
    await page.goto(ARTICLE_LIST);
    await switcher(page, SITES.guide).waitFor();
    // Else a request that is still under way is refused, and the sentence comes before the click.
    await settle(page);
    await admin.remove(SITES.guide);
    await page.getByRole('link', { name: 'Media Library' }).click();
    const dialog = page.getByRole('alertdialog');
    await dialog.getByText('nobody has added it to a site').waitFor();
    // The refusals are in the console too, which is no fault of the page.
    consoleFindings(page);
    await inspect(page, 'multi-site-removed-last');
    await dialog.getByRole('button', { name: 'Reload' }).click();
    await page.getByRole('heading', { level: 1, name: 'You are not on any site yet' }).waitFor();
    await page.context().close();
  });

  it('has a picture of the switcher in the README', async () => {
    const { page } = await enter(browser, PEOPLE.admin);
    await page.goto(ARTICLE_LIST);
    // With entries behind it, not while they are loading.
    await page.getByRole('row').nth(2).waitFor();
    await switcher(page).click();
    await picker(page).waitFor();
    await settle(page);
    // Of the demo: no site that another file has made and left.
    const rows = await picker(page).locator('[data-site-row]').allInnerTexts();
    const made = rows.filter((row) => !DEMO.some((name) => row.includes(name)));
    expect(made).toEqual([]);
    await page.screenshot({
      path: path.join(PICTURES, 'switcher.png'),
      clip: { x: 0, y: 0, width: 900, height: 560 },
      animations: 'disabled',
    });
    await page.context().close();
  });
});
