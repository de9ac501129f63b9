import type { Browser, BrowserContext, Page } from 'playwright-core';
import { inspect, openBrowser, settle } from '../harness';
import { adminApi, enter, IN_ENGLISH, PEOPLE, SITES, switchTo } from '../multi-site/support';

const UID = 'api::article.article';
const ARTICLES = `/content-manager/collection-types/${UID}`;
const SITE = 'magazine';
const NOTHING_LEFT = { state: 'detached' } as const;

let browser: Browser;
let context: BrowserContext;
let page: Page;
let api: Awaited<ReturnType<typeof adminApi>>;

beforeAll(async () => {
  browser = await openBrowser();
  ({ context, page } = await enter(browser, PEOPLE.admin));
  api = await adminApi(context.request, PEOPLE.admin);
  await switchTo(page, SITES.magazine);
});
afterAll(() => browser.close());

const write = async (title: string) => {
  const slug = title.toLowerCase().replace(/ /g, '-');
  const body = { title, summary: 'As it was', slug };
  const { data } = (await api.post(`${ARTICLES}?locale=en`, body, SITE)) as {
    data: { documentId: string };
  };
  return { documentId: data.documentId, body };
};
/** The original changes while its variant waits. */
const change = async (documentId: string, body: object) => {
  const changed = { ...body, title: 'Another title', summary: 'As it is now' };
  await api.put(`${ARTICLES}/${documentId}?locale=en`, changed, SITE);
  await api.post(`${ARTICLES}/${documentId}/actions/publish?locale=en`, changed, SITE);
};
const open = async (documentId: string) => {
  await page.goto(`/admin${ARTICLES}/${documentId}?${IN_ENGLISH}`);
  await settle(page);
};

/** The notice of one part, inside the variants of one kind. */
const noticeOf = (group: string, part: string) =>
  page
    .getByRole('region', { name: group })
    .locator('div')
    .filter({ has: page.getByRole('heading', { name: new RegExp(`^Needs review: ${part}\\.`) }) })
    .filter({ has: page.getByRole('button') })
    .last();

describe('a variant for audiences whose original has changed', () => {
  const group = 'For audiences';
  let documentId: string;

  beforeAll(async () => {
    const made = await write(`Outdated for audiences ${String(Date.now())}`);
    ({ documentId } = made);
    await open(documentId);
    await page.getByRole('textbox', { name: 'New variant' }).fill('For sailors');
    await page.getByRole('button', { name: 'Create variant' }).click();
    await page.getByRole('button', { name: 'Edit For sailors' }).click();
    const bar = page.getByRole('region', { name: 'Variant mode' });
    await bar.waitFor();
    await page.getByRole('textbox', { name: 'title' }).first().fill('For those who sail');
    await page.getByRole('textbox', { name: 'summary' }).fill('With wind');
    await page.getByRole('button', { name: 'Save variant' }).click();
    await bar.getByText('2 parts differ from the original.').waitFor();
    await bar.getByRole('button', { name: 'Leave variant' }).click();
    await change(documentId, made.body);
  });

  it('shows both texts of each part', async () => {
    await open(documentId);
    await noticeOf(group, 'title').getByText('sail').first().waitFor();
    await noticeOf(group, 'summary').waitFor();
    await inspect(page, 'overlay-review');
  });

  it('keeps its own text by one button', async () => {
    await noticeOf(group, 'title').getByRole('button', { name: 'Keep the variant’s' }).click();
    await page.getByText('The variant’s text stays.').first().waitFor();
    await noticeOf(group, 'title').waitFor(NOTHING_LEFT);
    await noticeOf(group, 'summary').waitFor();
  });

  it('takes the original by the other, and then nothing is left to decide', async () => {
    await noticeOf(group, 'summary').getByRole('button', { name: 'Take the original' }).click();
    await page.getByText('The original is taken there.').first().waitFor();
    await noticeOf(group, 'summary').waitFor(NOTHING_LEFT);
    const variant = page.getByRole('region', { name: group }).getByRole('listitem');
    await variant.getByText('1 part differs').waitFor();
  });

  it('shows in its form what was decided', async () => {
    await page.getByRole('button', { name: 'Edit For sailors' }).click();
    await page.getByRole('region', { name: 'Variant mode' }).waitFor();
    await settle(page);
    const title = page.getByRole('textbox', { name: 'title' }).first();
    expect(await title.inputValue()).toBe('For those who sail');
    expect(await page.getByRole('textbox', { name: 'summary' }).inputValue()).toBe('As it is now');
  });
});

describe('a variant in a test whose original has changed', () => {
  const group = 'In tests';
  const experiments = '/ai-optimizer/experiments';
  let documentId: string;
  let experiment: string;

  beforeAll(async () => {
    const made = await write(`Outdated in a test ${String(Date.now())}`);
    ({ documentId } = made);
    const { data } = (await api.post(
      experiments,
      {
        uid: UID,
        documentId,
        locale: 'en',
        name: 'Titles again',
        controlWeight: 0.5,
        goal: { event: 'Signed Up' },
        variants: [{ name: 'B', weight: 0.5 }],
      },
      SITE,
    )) as { data: { id: string; variants: { id: string }[] } };
    experiment = data.id;
    const fields = { title: 'Of the test', summary: 'Of the test, too' };
    const path = `${experiments}/${experiment}/variants/${data.variants[0]?.id ?? ''}/fields`;
    await api.put(path, { fields }, SITE);
    await change(documentId, made.body);
  });

  it('is decided part by part while the test is made', async () => {
    await open(documentId);
    await noticeOf(group, 'title').getByRole('button', { name: 'Take the original' }).click();
    await page.getByText('The original is taken there.').first().waitFor();
    await noticeOf(group, 'title').waitFor(NOTHING_LEFT);
  });

  it('can only be kept once the test runs', async () => {
    await api.post(`${experiments}/${experiment}/start`, {}, SITE);
    await open(documentId);
    const notice = noticeOf(group, 'summary');
    await notice.waitFor();
    expect(await notice.getByRole('button', { name: 'Take the original' }).count()).toBe(0);
    await notice.getByRole('button', { name: 'Keep the variant’s' }).click();
    await page.getByText('and visitors of the test see it again.').first().waitFor();
    await noticeOf(group, 'summary').waitFor(NOTHING_LEFT);
  });
});
