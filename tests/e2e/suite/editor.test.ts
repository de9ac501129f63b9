import type { Browser, Page } from 'playwright-core';
import { openBrowser, settle, visit } from '../harness';
import { enter, PEOPLE } from '../multi-site/support';

const OURS = [
  ['Sites', 'multi-site'],
  ['Audiences', 'personalization'],
  ['Quality', 'ai-optimizer'],
  ['Sources', 'federation'],
  ['Health', 'performance-monitor'],
] as const;

describe('An editor of the demo', () => {
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    browser = await openBrowser();
    ({ page } = await enter(browser, PEOPLE.magazineEditor));
  });
  afterAll(() => browser.close());

  it('sees three entries of ours in the side menu', async () => {
    await page.goto('/admin/');
    await settle(page);
    const shown = await Promise.all(
      OURS.map(async ([name, id]) => {
        const links = page.getByRole('navigation').locator(`a[href$="/plugins/${id}"]`);
        return (await links.count()) > 0 ? [name] : [];
      }),
    );
    expect(shown.flat()).toEqual(['Sites', 'Audiences', 'Sources']);
  });

  it('finds the sources of the own site, and what they ask', async () => {
    await visit(page, '/admin/plugins/federation', { name: 'federation-editor' });
    await page.getByRole('link', { name: 'Harbour Wire' }).first().waitFor();
    expect(await page.getByText('Marenburg Events').count()).toBe(0);
    await page.getByRole('link', { name: 'Conflicts' }).first().click();
    await page.getByText('Harbour Wire').first().waitFor();
    await settle(page);
    await visit(page, page.url(), { name: 'federation-editor-conflicts' });
  });
});
