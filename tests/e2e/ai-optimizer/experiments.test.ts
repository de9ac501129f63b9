import type { Browser, Page } from 'playwright-core';
import { inspect, openBrowser, visit } from '../harness';
import { enter, PEOPLE, SITES, switchTo } from '../multi-site/support';

const EXPERIMENTS = '/admin/plugins/ai-optimizer/experiments';
const ARTICLE = 'Learning to sail at sixty';
const NAME = 'Does a longer title help?';

describe('An experiment', () => {
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    browser = await openBrowser();
    ({ page } = await enter(browser, PEOPLE.admin));
    await switchTo(page, SITES.magazine);
  });
  afterAll(() => browser.close());

  it('is offered once the head of the entry stands still', async () => {
    let answer = (): void => undefined;
    const answered = new Promise<void>((resolve) => (answer = resolve));
    const scores = /\/ai-optimizer\/scores\/[^/]+\/[^/?]+\?/;
    await page.goto(`/admin/plugins/ai-optimizer?_q=${encodeURIComponent(ARTICLE)}`);
    await page.route(scores, async (route) => {
      await answered;
      await route.continue();
    });
    await page.getByRole('link', { name: ARTICLE }).first().click();
    // Beside a short title it would be pushed away while somebody presses it.
    await page.getByRole('heading', { level: 1, name: 'Entry' }).waitFor();
    await expect(page.getByRole('link', { name: 'Test a variant' }).count()).resolves.toBe(0);
    answer();
    await page.getByRole('link', { name: 'Test a variant' }).waitFor();
    await page.unroute(scores);
  });

  it('is planned for an entry', async () => {
    await visit(page, EXPERIMENTS, { name: 'ai-optimizer-experiments' });
    await page.goto(`/admin/plugins/ai-optimizer?_q=${encodeURIComponent(ARTICLE)}`);
    await page.getByRole('link', { name: ARTICLE }).first().click();
    await page.getByRole('link', { name: 'Test a variant' }).click();
    await page.getByRole('region', { name: 'Entry' }).getByText(ARTICLE).waitFor();
    await page.getByRole('textbox', { name: 'Name' }).fill(NAME);
    await page.getByRole('textbox', { name: 'Event that counts' }).fill('Signed Up');
    await inspect(page, 'ai-optimizer-new-experiment');
    await page.getByRole('button', { name: 'Next: variants' }).click();
    await page.getByRole('heading', { level: 1, name: NAME }).waitFor();
  });

  it('gets a variant and a plan', async () => {
    await page
      .getByRole('textbox', { name: 'Text in Variant B' })
      .fill('Learning to sail at sixty, and why it is not late');
    await page.getByRole('button', { name: 'Save in Variant B' }).click();
    await page.getByText('why it is not late').first().waitFor();
    await page.getByText('visitors for each variant').waitFor();
    await page.getByRole('button', { name: 'Save plan' }).click();
    await page.getByText('Plan saved.').waitFor();
    await inspect(page, 'ai-optimizer-experiment-draft');
  });

  it('runs, says in words what is known, and is stopped', async () => {
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Start' }).click();
    await page.getByRole('heading', { name: 'No figures yet' }).waitFor();
    await inspect(page, 'ai-optimizer-experiment-running');
    await page.getByRole('button', { name: 'Stop' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Stop' }).click();
    await page.getByText('has ended').waitFor();
  });

  it('of the demo are told in words: a winner, nothing yet, a broken split', async () => {
    await page.goto(EXPERIMENTS);
    await page.getByRole('link', { name: 'A title that says what you get' }).click();
    await page.getByRole('heading', { name: '“Variant B” does better' }).waitFor();
    await inspect(page, 'ai-optimizer-experiment-won');
    await page.getByRole('link', { name: 'Show it to some visitors only: make a rule' }).click();
    await page.getByRole('heading', { level: 1, name: 'New rule' }).waitFor();
    const rule = page.getByRole('textbox', { name: 'Name' });
    expect(await rule.inputValue()).toBe('A title that says what you get');
    await page.goto(EXPERIMENTS);
    await page.getByRole('link', { name: 'Shorter title on phones' }).click();
    await page.getByRole('heading', { name: 'The split is broken' }).waitFor();
    await inspect(page, 'ai-optimizer-experiment-broken');
  });
});
