import type { Browser, Page } from 'playwright-core';
import {
  inspect,
  openBrowser,
  openContext,
  settle,
  signIn,
  TESTER,
  useOwnDemo,
  visit,
} from '../harness';

const dialog = (page: Page) => page.getByRole('alertdialog');

describe('The homepage', () => {
  let server: Awaited<ReturnType<typeof useOwnDemo>>;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    server = await useOwnDemo();
    browser = await openBrowser();
    page = await signIn(await openContext(browser), TESTER);
  }, 180_000);
  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  it('says what waits for whom, and what the demo made', async () => {
    await visit(page, '/admin/', { name: 'home-widgets' });
    await page.getByText('Waiting for you').first().waitFor();
    await page.getByText(/^This demo made \d/).waitFor();
  });

  it('speaks German', async () => {
    const context = await openContext(browser, { locale: 'de' });
    const german = await signIn(context, TESTER);
    await settle(german);
    await german.getByText('Wartet auf dich').first().waitFor();
    await german.getByText('Beispieldaten entfernen').waitFor();
    await context.close();
  });

  it('asks before the sample data goes, and does nothing when told not to', async () => {
    await page.goto('/admin/');
    // What loads beside a live region after a dialog opened is not marked as being behind it.
    await settle(page);
    await page.getByRole('button', { name: 'Remove sample data' }).click();
    await dialog(page).waitFor();
    await inspect(page, 'home-remove-samples');
    await dialog(page).getByRole('button', { name: 'Cancel' }).click();
    await page.getByText(/^This demo made \d/).waitFor();
  });

  it('takes the sample data away', async () => {
    await page.getByRole('button', { name: 'Remove sample data' }).click();
    await dialog(page).getByRole('button', { name: 'Remove sample data' }).click();
    await page.getByText(/entries removed/).waitFor({ timeout: 120_000 });
    await page.getByText('There is no sample data in this project.').waitFor();
    await page.goto('/admin/content-manager/collection-types/api::article.article');
    await settle(page);
    await page
      .getByText(/No content/i)
      .first()
      .waitFor();
  }, 180_000);
});
