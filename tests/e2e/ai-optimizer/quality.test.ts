import type { Browser, Page } from 'playwright-core';
import { inspect, openBrowser, visit } from '../harness';
import { articleAddress, enter, IN_ENGLISH, PEOPLE, switchTo, SITES } from '../multi-site/support';

const QUALITY = '/admin/plugins/ai-optimizer';
const ARTICLE = 'A morning without an edge';

describe('Quality', () => {
  let browser: Browser;
  let page: Page;
  let request: Page['request'];

  beforeAll(async () => {
    browser = await openBrowser();
    const entered = await enter(browser, PEOPLE.admin);
    ({ page } = entered);
    ({ request } = entered.context);
    await switchTo(page, SITES.magazine);
  });
  afterAll(() => browser.close());

  it('measures everything and shows the weakest first', async () => {
    await page.goto(QUALITY);
    await page.getByRole('button', { name: 'Measure everything' }).first().click();
    await page.getByRole('row').nth(2).waitFor({ timeout: 120_000 });
    await page.getByRole('heading', { name: 'Distribution' }).waitFor();
    await visit(page, QUALITY, { name: 'ai-optimizer-quality' });
  });

  it('filters by score, type and words, and keeps it in the address', async () => {
    await page.goto(QUALITY);
    await page.getByRole('combobox', { name: 'Filter by score' }).click();
    await page.getByRole('option', { name: 'Could be better (45 to 69)' }).click();
    await page.waitForURL(/band=45-69/);
    const scores = await page.getByRole('row').getByText(/^\d+$/).allInnerTexts();
    expect(scores.length).toBeGreaterThan(0);
    await page.reload();
    await page.getByText('Could be better (45 to 69)').waitFor();
    await page.goto(`${QUALITY}?_q=nothing-is-called-this`);
    await page.getByText('No entry fits these filters.').waitFor();
    await inspect(page, 'ai-optimizer-quality-no-match');
  });

  it('shows an entry with its checks', async () => {
    await page.goto(`${QUALITY}?_q=${encodeURIComponent(ARTICLE)}`);
    await page.getByRole('link', { name: ARTICLE }).first().click();
    await page.getByRole('heading', { level: 1, name: ARTICLE }).waitFor();
    await page.getByRole('heading', { name: 'Checks' }).waitFor();
    await inspect(page, 'ai-optimizer-entry');
  });

  const openSuggestion = async () => {
    const address = await articleAddress(request, { site: 'magazine', title: ARTICLE });
    await page.goto(`${address}?${IN_ENGLISH}`);
    await page.getByRole('button', { name: 'Checks and suggestions' }).click();
    await page.getByRole('button', { name: 'Suggest: Summary' }).click();
    await page.getByText('Suggestion 1 of').waitFor();
  };

  // By itself: when the window narrows, Strapi builds the panels of the edit view anew.
  it('suggests in the edit view', async () => {
    await openSuggestion();
    await inspect(page, 'ai-optimizer-panel');
  });

  it('puts what is accepted into the form, and takes it back', async () => {
    await openSuggestion();
    const summary = page.getByRole('textbox', { name: /^summary/i });
    const before = await summary.inputValue();
    await page.getByRole('button', { name: 'Accept', exact: true }).click();
    await page.getByText('Accepted for summary.').waitFor();
    expect(await summary.inputValue()).not.toBe(before);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('The former text is back.').waitFor();
    expect(await summary.inputValue()).toBe(before);
  });

  it('makes a test of a suggestion instead, and leaves the entry as it is', async () => {
    await openSuggestion();
    const before = await page.getByRole('textbox', { name: /^summary/i }).inputValue();
    await page.getByRole('button', { name: 'Test instead' }).click();
    await page.getByRole('heading', { level: 1, name: 'New experiment' }).waitFor();
    await page.getByRole('region', { name: 'What is tested' }).waitFor();
    await inspect(page, 'ai-optimizer-test-instead');
    await page.getByRole('textbox', { name: 'Event that counts' }).fill('Signed Up');
    await page.getByRole('button', { name: 'Next: variants' }).click();
    await page.getByRole('heading', { level: 1, name: 'Another text in “summary”' }).waitFor();
    await page.getByRole('button', { name: 'Same as the original: summary' }).waitFor();
    // Off the button, whose colours under the mouse are Strapi's.
    await page.mouse.move(640, 0);
    await inspect(page, 'ai-optimizer-test-instead-draft');
    const address = await articleAddress(request, { site: 'magazine', title: ARTICLE });
    await page.goto(`${address}?${IN_ENGLISH}`);
    const summary = page.getByRole('textbox', { name: /^summary/i });
    await summary.waitFor();
    expect(await summary.inputValue()).toBe(before);
  });
});
