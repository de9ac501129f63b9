import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openBrowser } from '../harness';
import { enter, PEOPLE, SITES, switchTo } from '../multi-site/support';

/** A page of each plugin, and what it shows to those who may see it. */
const PAGES: [plugin: string, address: string, shown: RegExp][] = [
  ['multi-site', 'multi-site/sites/current/workflow', /^What it is for$/],
  ['ai-optimizer', 'ai-optimizer', /^Average score$/],
  ['federation', 'federation', /^Harbour Wire$/],
  ['personalization', 'personalization', /^Time to decide$/i],
  ['performance-monitor', 'performance-monitor', /^How long people wait$/],
];

/**
 * A page may be there before the answer about the person's permissions. It has to wait for it:
 * neither show what is forbidden, nor say "forbidden" to somebody who may.
 */
describe('permissions that arrive late', () => {
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let release: () => void = () => undefined;

  beforeAll(async () => {
    browser = await openBrowser();
    ({ context, page } = await enter(browser, PEOPLE.admin));
    await switchTo(page, SITES.magazine);
    await context.route(/\/admin\/users\/me\/permissions/, async (route) => {
      await new Promise<void>((resolve) => {
        release = resolve;
      });
      await route.continue();
    });
  });
  afterAll(() => browser.close());

  it.each(PAGES)('are waited for by %s', async (_plugin, address, shown) => {
    await page.goto(`/admin/plugins/${address}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    release();
    await page.getByText(shown).first().waitFor();
    expect(await page.getByText('You may not see this page').count()).toBe(0);
  });
});
