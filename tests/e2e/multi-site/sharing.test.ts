import type { Browser, BrowserContext, Page } from 'playwright-core';
import { inspect, openBrowser, settle, visit } from '../harness';
import { adminApi, ARTICLE_LIST, enter, PEOPLE, SITES, switchTo } from './support';

const ARTICLES = '/content-manager/collection-types/api::article.article';
const SHARING = '/admin/plugins/multi-site/sharing';
const IN_ENGLISH = 'plugins[i18n][locale]=en';

const dialogOf = (page: Page, name: string) => page.getByRole('dialog', { name });
const closeDialog = (page: Page, name: string) =>
  dialogOf(page, name).getByRole('button', { name: 'Close', exact: true }).last().click();

/** An article of the magazine, published; its documentId. */
const writeArticle = async (context: BrowserContext, title: string): Promise<string> => {
  const api = await adminApi(context.request, PEOPLE.admin);
  const slug = title.toLowerCase().replace(/ /g, '-');
  const body = { title, slug, summary: 'Of the magazine' };
  const made = (await api.post(`${ARTICLES}?locale=en`, body, 'magazine')) as {
    data: { documentId: string };
  };
  const { documentId } = made.data;
  await api.post(`${ARTICLES}/${documentId}/actions/publish?locale=en`, body, 'magazine');
  return documentId;
};

const addressOf = (documentId: string) => `/admin${ARTICLES}/${documentId}?${IN_ENGLISH}`;
const regionOf = (page: Page) => page.getByRole('region', { name: 'Sharing' });
const openList = async (page: Page) => {
  await page.goto(`${ARTICLE_LIST}?${IN_ENGLISH}&sort=createdAt:DESC&page=1&pageSize=10`);
  await settle(page);
};
const rowOf = (page: Page, title: string) => page.getByRole('row', { name: new RegExp(title) });

describe('an entry shared with another site', () => {
  const title = `For both of us ${String(Date.now())}`;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let address: string;

  beforeAll(async () => {
    browser = await openBrowser();
    ({ context, page } = await enter(browser, PEOPLE.admin));
    const documentId = await writeArticle(context, title);
    address = addressOf(documentId);
    const api = await adminApi(context.request, PEOPLE.admin);
    const { data } = (await api.get('/multi-site/switch')) as {
      data: { sites: { id: string; name: string }[] };
    };
    const shop = data.sites.find(({ name }) => name === SITES.shop);
    const share = {
      contentType: 'api::article.article',
      documentIds: [documentId],
      sites: [shop?.id],
    };
    await api.post('/multi-site/shares', share, 'magazine');
  });
  afterAll(() => browser.close());

  it('is told apart in the list of its owner', async () => {
    await switchTo(page, SITES.magazine);
    await openList(page);
    await rowOf(page, title).getByText('Shared with 1 site').waitFor();
  });

  it('is said beside the entry, and can be shared further there', async () => {
    await page.goto(address);
    await regionOf(page).getByText(`Shared with ${SITES.shop}`).waitFor();
    await inspect(page, 'multi-site-share-owner');
    await regionOf(page).getByRole('button', { name: 'Share with sites' }).click();
    const dialog = dialogOf(page, 'Share 1 entry with other sites');
    await dialog.getByRole('combobox', { name: 'Sites' }).click();
    await page.getByRole('option', { name: SITES.guide }).click();
    await page.keyboard.press('Escape');
    await dialog.getByText('1 entry is shared, with drafts and languages').waitFor();
    await inspect(page, 'multi-site-share-dialog');
  });

  it('keeps what was chosen when the window narrows and the panels are built anew', async () => {
    const dialog = dialogOf(page, 'Share 1 entry with other sites');
    await page.setViewportSize({ width: 800, height: 800 });
    await settle(page);
    await dialog.getByText('1 entry is shared, with drafts and languages').waitFor();
    await dialog.getByRole('combobox', { name: 'Sites' }).getByText(SITES.guide).waitFor();
    await page.setViewportSize({ width: 1280, height: 800 });
  });

  it('is read on the other site, and worded there', async () => {
    await page.goto('/admin');
    await switchTo(page, SITES.shop);
    await openList(page);
    await rowOf(page, title).getByText(`Shared from ${SITES.magazine}`).waitFor();
    await page.goto(address);
    const region = regionOf(page);
    await region.getByText(`${SITES.magazine} changes it; this site reads it.`).waitFor();
    await inspect(page, 'multi-site-share-reader');
    await region.getByRole('button', { name: 'Word it for this site' }).click();
    await page.getByText(`You are editing the variant “${SITES.shop}”`).waitFor();
    await page.getByRole('textbox', { name: 'summary' }).fill('Of the shop');
    await page.getByRole('button', { name: 'Publish variant' }).click();
    const bar = page.getByRole('region', { name: 'Variant mode' });
    await bar.getByText('Live', { exact: true }).waitFor();
  });

  it('shows which fields follow the original, and keeps one as it is', async () => {
    await page.goto(address);
    await regionOf(page).getByText('1 part differs from the original.').waitFor();
    await regionOf(page).getByRole('button', { name: 'Inheritance of fields' }).click();
    const dialog = dialogOf(page, 'Which fields follow the original');
    await dialog.getByText('Own wording', { exact: true }).waitFor();
    await dialog.getByRole('button', { name: 'Keep as it is: title' }).click();
    await dialog.getByText('Kept as it is', { exact: true }).waitFor();
    await dialog.getByRole('button', { name: 'Follow the original: title' }).click();
    await dialog.getByText('Kept as it is', { exact: true }).waitFor({ state: 'detached' });
    await inspect(page, 'multi-site-override-fields');
  });

  it('stands on the page of all sharing, which says what needs attention', async () => {
    await visit(page, `${SHARING}?tab=in`, { name: 'multi-site-sharing-in' });
    await page.getByRole('link', { name: title }).waitFor();
    await visit(page, `${SHARING}?tab=problems`, { name: 'multi-site-sharing-problems' });
  });

  it('is copied: then the site has its own; and the copy is taken back', async () => {
    await page.goto('/admin');
    await switchTo(page, SITES.magazine);
    await page.goto(address);
    const COPY = 'Copy 1 entry to another site';
    const dialog = dialogOf(page, COPY);
    const choose = async () => {
      await regionOf(page).getByRole('button', { name: 'Copy to site' }).click();
      await dialog.getByRole('combobox', { name: 'Site' }).click();
      await page.getByRole('option', { name: SITES.guide }).click();
      await dialog.getByText('1 entry is copied').waitFor();
    };
    await choose();
    await dialog.getByRole('button', { name: 'Copy 1 entry' }).click();
    await dialog.getByText(`1 entry was copied to ${SITES.guide}.`).waitFor();
    await dialog.getByRole('button', { name: 'Undo' }).click();
    await dialog.getByText('1 entry is back where it was.').waitFor();
    await closeDialog(page, COPY);
    await choose();
    await inspect(page, 'multi-site-copy-dialog');
  });

  it('is not shared any more after a question', async () => {
    await page.goto(address);
    await regionOf(page).getByRole('button', { name: 'Stop sharing' }).click();
    const dialog = page.getByRole('alertdialog', { name: 'Stop sharing this entry?' });
    await dialog.getByText(`${SITES.shop} will not see it any more`).waitFor();
    await dialog.getByRole('button', { name: 'Stop sharing' }).click();
    await regionOf(page).getByText('Not shared with other sites').waitFor();
  });
});
