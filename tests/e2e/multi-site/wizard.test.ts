import type { Browser, Page } from 'playwright-core';
import { inspect, openBrowser, settle, visit } from '../harness';
import { adminApi, enter, PEOPLE, SITES } from './support';

const NEW = '/admin/plugins/multi-site/sites/new';
const NAME = 'Harbour Quarterly';

describe('Making a site', () => {
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    browser = await openBrowser();
    ({ page } = await enter(browser, PEOPLE.admin));
  });
  afterAll(() => browser.close());

  const heading = (name: string) => page.getByRole('heading', { level: 2, name });
  /** Moves the focus with the Tab key until it is where it should be. */
  const tabTo = async (name: string) => {
    const wanted = page.getByRole('button', { name, exact: true });
    for (let presses = 0; presses < 60; presses += 1) {
      await page.keyboard.press('Tab');
      if (await wanted.evaluate((element) => element === document.activeElement)) return;
    }
    throw new Error(`The button ${name} is not reached by the Tab key.`);
  };

  it('begins with name and address, and refuses what is taken', async () => {
    await visit(page, NEW, { name: 'multi-site-wizard-name' });
    await page.getByRole('textbox', { name: 'Name' }).fill(SITES.shop);
    await page.getByRole('textbox', { name: 'Name' }).press('Enter');
    await page.getByText('Another site is called like this already.').waitFor();
  });

  it('goes on by the keyboard alone, and keeps everything over a reload', async () => {
    await page.getByRole('textbox', { name: 'Name' }).fill(NAME);
    await page.getByRole('textbox', { name: 'Slug' }).fill('quarterly');
    await page.getByRole('textbox', { name: 'Slug' }).press('Enter');
    await heading('Languages and time').waitFor();
    await inspect(page, 'multi-site-wizard-language');
    await tabTo('Next');
    await page.keyboard.press('Enter');
    await heading('Content').waitFor();
    await page.reload();
    await heading('Content').waitFor();
    await tabTo('Back');
    await page.keyboard.press('Enter');
    await heading('Languages and time').waitFor();
    await page.getByRole('button', { name: 'Content' }).click();
  });

  it('offers to copy another site', async () => {
    await page.getByRole('radio', { name: 'Copy everything of another site' }).click();
    await page.getByRole('combobox', { name: 'Site to copy from' }).click();
    await page.getByRole('option', { name: new RegExp(`^${SITES.magazine}`) }).click();
    await page.getByRole('checkbox', { name: /^Article/ }).waitFor();
    await inspect(page, 'multi-site-wizard-template');
  });

  it('or entries of one', async () => {
    await page.getByRole('radio', { name: 'Copy chosen entries of another site' }).click();
    await page.getByText('No entry chosen yet').waitFor();
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByText('Choose at least one entry, or begin empty.').waitFor();
    await page.getByRole('checkbox').first().click();
    await page.getByText('1 entry chosen').waitFor();
    await inspect(page, 'multi-site-wizard-entries');
    await page.getByRole('button', { name: 'Next' }).click();
  });

  it('puts people on it', async () => {
    await heading('People').waitFor();
    await page.getByRole('combobox', { name: 'Person' }).pressSequentially('editor.shop');
    await page.getByRole('option', { name: /editor\.shop@demo\.test/ }).click();
    await page.getByRole('button', { name: 'Add to the list' }).click();
    await page.getByRole('button', { name: /^Take .+ off the list$/ }).waitFor();
    await inspect(page, 'multi-site-wizard-people');
    await page.getByRole('button', { name: 'Next' }).click();
  });

  it('and a workflow', async () => {
    await heading('Workflow').waitFor();
    await page.getByRole('radio', { name: 'The standard workflow' }).click();
    await page.getByText(/^Stages:/).waitFor();
    await inspect(page, 'multi-site-wizard-workflow');
    await page.getByRole('button', { name: 'Next' }).click();
  });

  it('shows what will happen, and nothing has happened yet', async () => {
    await heading('What will happen').waitFor();
    await page.getByText('Nothing has been written yet.').waitFor();
    await inspect(page, 'multi-site-wizard-check');
    const api = await adminApi(page.request, PEOPLE.admin);
    const { data } = (await api.get(`/multi-site/sites?q=quarterly`)) as { data: unknown[] };
    expect(data).toEqual([]);
  });

  it('makes it at the last button, and takes it back at one more', async () => {
    await tabTo('Create site');
    await page.keyboard.press('Enter');
    await page.getByText(`${NAME} is ready.`).waitFor({ timeout: 60_000 });
    await inspect(page, 'multi-site-wizard-done');
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('alertdialog').getByText('is deleted, and nothing else').waitFor();
    await page.getByRole('button', { name: 'Delete the new site' }).click();
    await page.getByText(`${NAME} is gone.`).waitFor();
    await heading('What will happen').waitFor();
    await settle(page);
  });

  it('is closed to people who may not', async () => {
    const owner = await enter(browser, PEOPLE.magazineOwner);
    await visit(owner.page, NEW, { name: 'multi-site-wizard-forbidden' });
    await owner.context.close();
  });
});
