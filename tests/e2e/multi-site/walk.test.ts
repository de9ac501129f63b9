import type { APIRequestContext, Browser, BrowserContext, Page } from 'playwright-core';
import { baseUrl, openBrowser, openContext } from '../harness';
import { adminApi, ARTICLE_LIST, enter, NEW_ARTICLE, PEOPLE, SITES, switchTo } from './support';

const NAME = 'Harbour Letters';
const SLUG = 'letters';
const TITLE = `Dear harbour ${String(Date.now())}`;
const ENTRY = TITLE.toLowerCase().replace(/ /g, '-');
const BOARD = '/admin/plugins/multi-site/sites/current/board';

const { port } = new URL(baseUrl());
const hostOf = (site: string) => `http://${site}.localhost:${port}`;

/** What a visitor of a host reads of the entry, as an application asks: by the host alone. */
const readAt = async (request: APIRequestContext, site: string, documentId: string) => {
  const headers = { Host: `${site}.localhost:${port}` };
  const one = await request.get(`${baseUrl()}/api/articles/${documentId}`, { headers });
  const list = await request.get(`${baseUrl()}/api/articles?filters[slug]=${ENTRY}`, { headers });
  const { data } = (await list.json()) as { data: unknown[] };
  return { status: one.status(), found: data.length };
};

/** From nothing to an article that visitors of the new site read, and of no other. */
describe('From the wizard to the front end', () => {
  let browser: Browser;
  let admin: { context: BrowserContext; page: Page };
  let editor: { context: BrowserContext; page: Page };
  let visitor: Page;
  let documentId: string;

  const stage = () => editor.page.getByRole('combobox', { name: 'Stage' });
  const moveTo = async (name: string) => {
    await stage().click();
    await editor.page.getByRole('option', { name }).click();
    await editor.page.getByText(`${TITLE} is now in ${name}.`).waitFor();
  };
  const publish = () => editor.page.getByRole('button', { name: 'Publish', exact: true });

  beforeAll(async () => {
    browser = await openBrowser();
    admin = await enter(browser, PEOPLE.admin);
    const context = await openContext(browser);
    visitor = await context.newPage();
  });
  afterAll(async () => {
    const api = await adminApi(admin.context.request, PEOPLE.admin);
    const { data } = (await api.get(`/multi-site/sites?q=${SLUG}`)) as { data: { id: string }[] };
    // Other files look at a demo of three sites.
    await Promise.all(
      data.map(({ id }) =>
        api.remove(`/multi-site/sites/${id}?name=${encodeURIComponent(NAME)}`, '*'),
      ),
    );
    await browser.close();
  });

  it('the wizard makes a site with a host, an editor and a workflow', async () => {
    const { page } = admin;
    const next = () => page.getByRole('button', { name: 'Next' }).click();
    const heading = (name: string) => page.getByRole('heading', { level: 2, name }).waitFor();
    await page.goto('/admin/plugins/multi-site/sites/new');
    await page.getByRole('textbox', { name: 'Name' }).fill(NAME);
    await page.getByRole('textbox', { name: 'Slug' }).fill(SLUG);
    await page.getByRole('textbox', { name: 'Domain', exact: true }).fill(`${SLUG}.localhost`);
    await next();
    await heading('Languages and time');
    await next();
    await heading('Content');
    await next();
    await heading('People');
    await page.getByRole('combobox', { name: 'Person' }).pressSequentially('editor.shop');
    await page.getByRole('option', { name: /editor\.shop@demo\.test/ }).click();
    await page.getByRole('button', { name: 'Add to the list' }).click();
    await next();
    await heading('Workflow');
    await page.getByRole('radio', { name: 'The standard workflow' }).click();
    await next();
    await heading('What will happen');
    await page.getByRole('button', { name: 'Create site' }).click();
    await page.getByText(`${NAME} is ready.`).waitFor({ timeout: 60_000 });
  });

  it('its editor writes an entry there', async () => {
    editor = await enter(browser, PEOPLE.shopEditor);
    await switchTo(editor.page, NAME);
    await editor.page.goto(NEW_ARTICLE);
    await editor.page.getByRole('textbox', { name: 'title' }).fill(TITLE);
    await editor.page.getByRole('textbox', { name: 'slug' }).fill(ENTRY);
    await editor.page.getByRole('button', { name: 'Save', exact: true }).click();
    await editor.page.getByText('Saved document').waitFor();
    await editor.page.waitForURL((url) => /api::article\.article\/\w{20,}$/.test(url.pathname));
    documentId = new URL(editor.page.url()).pathname.split('/').at(-1) ?? '';
    expect(await readAt(visitor.context().request, SLUG, documentId)).toEqual({
      status: 404,
      found: 0,
    });
  });

  it('cannot publish it before it is ready', async () => {
    await editor.page.getByText('Is published from: Ready.').waitFor();
    await publish().click();
    await editor.page.getByText('On this site an entry is published from "Ready"').waitFor();
  });

  it('takes it through the stages, in the panel and on the board', async () => {
    await moveTo('In review');
    await editor.page.goto(BOARD);
    await editor.page.getByRole('button', { name: `Move ${TITLE}` }).click();
    await editor.page.getByRole('menuitem', { name: 'Move to Ready' }).click();
    await editor.page
      .getByRole('region', { name: /^Ready, / })
      .getByRole('listitem', { name: TITLE })
      .waitFor();
    await editor.page.getByText(`${TITLE} is now in Ready.`).waitFor();
  });

  it('publishes it', async () => {
    await editor.page.goto(`${ARTICLE_LIST}/${documentId}?plugins[i18n][locale]=en`);
    await editor.page.getByText('May be published in this stage.').waitFor();
    await publish().click();
    await editor.page.getByText('Published document').waitFor();
    await stage().getByText('Published').waitFor();
  });

  it('visitors of this site read it, and those of another do not', async () => {
    const { request } = visitor.context();
    await visitor.goto(`${hostOf(SLUG)}/site/en/${ENTRY}`);
    await visitor.getByRole('heading', { level: 1, name: TITLE }).waitFor();
    await visitor.goto(`${hostOf('magazine')}/site/en/${ENTRY}`);
    await visitor.getByRole('heading', { name: 'This article is not here.' }).waitFor();
    expect(await readAt(request, SLUG, documentId)).toEqual({ status: 200, found: 1 });
    for (const other of ['magazine', 'shop', 'guide']) {
      expect(await readAt(request, other, documentId)).toEqual({ status: 404, found: 0 });
    }
  });

  it('the new site shows nothing of the others', async () => {
    await visitor.goto(`${hostOf(SLUG)}/site/en/`);
    await visitor.getByRole('heading', { level: 1, name: NAME }).waitFor();
    await visitor.getByRole('link', { name: TITLE }).waitFor();
    const titles = visitor.getByRole('main').getByRole('heading', { level: 3 });
    expect(await titles.allInnerTexts()).toEqual([TITLE]);
    expect(await visitor.getByText(SITES.magazine).count()).toBe(0);
  });
});
