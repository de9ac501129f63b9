import type { Browser, Page } from 'playwright-core';
import { inspect, openBrowser } from '../harness';
import { enter, PEOPLE, SITES, switchTo } from '../multi-site/support';

const ROOT = '/admin/plugins/personalization';

describe('Audiences', () => {
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    browser = await openBrowser();
    ({ page } = await enter(browser, PEOPLE.admin));
    await switchTo(page, SITES.magazine);
  });
  afterAll(() => browser.close());

  it('make an audience, with a count of those who are in it', async () => {
    await page.goto(`${ROOT}/audiences/new`);
    await page.getByLabel('Name', { exact: false }).first().fill('Came back');
    await page.getByRole('button', { name: 'Add condition' }).click();
    await page.getByRole('combobox', { name: 'What is asked' }).click();
    await page.getByRole('option', { name: 'Was here before' }).click();
    await page.getByRole('combobox', { name: 'Value' }).click();
    await page.getByRole('option', { name: 'Yes' }).click();
    await page.getByText(/^[1-9][\d,]* of [\d,]+ stored visitors match\.$/).waitFor();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('link', { name: 'Came back' }).waitFor();
  });

  it('make a rule in the builder, switch it on and see why it matches', async () => {
    await page.goto(`${ROOT}/rules/new`);
    await page.getByRole('textbox', { name: 'Name' }).fill('For phones in Germany');
    await page.getByRole('button', { name: 'Add condition' }).click();
    await page.getByRole('combobox', { name: 'What is asked' }).click();
    await page.getByRole('option', { name: 'Device' }).click();
    await page.getByRole('combobox', { name: 'Value' }).click();
    await page.getByRole('option', { name: 'Phone' }).click();
    await page.getByRole('combobox', { name: 'Add what happens' }).click();
    await page.getByRole('option', { name: 'Tell the front end' }).click();
    await page.getByRole('textbox', { name: 'Name', exact: true }).last().fill('banner');
    await page.getByRole('textbox', { name: 'Value' }).last().fill('phone');
    await inspect(page, 'personalization-rule-builder');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('heading', { name: 'This rule is a draft' }).waitFor();

    await page.getByRole('button', { name: 'Switch on' }).click();
    const dialog = page.getByRole('alertdialog');
    await dialog
      .getByText(/A cache in front has to keep|It depends on the single visitor/)
      .waitFor();
    await dialog.getByRole('button', { name: 'Switch on' }).click();
    await page.getByRole('heading', { name: 'This rule is in force' }).waitFor();

    await page.getByText('The conditions are not met.').waitFor();
    await page
      .getByRole('region', { name: 'Why, for a test visitor' })
      .getByRole('combobox', { name: 'Device' })
      .click();
    await page.getByRole('option', { name: 'Phone' }).click();
    await page.getByText('This visitor gets what the rule says.').waitFor();
    await inspect(page, 'personalization-rule-why');
  });

  it('lead from a rule to the visitors it is for, and back', async () => {
    await page.goto(`${ROOT}/rules`);
    await page.getByRole('link', { name: 'For phones in Germany' }).click();
    await page.getByRole('link', { name: 'See who they are' }).click();
    await page
      .getByRole('heading', { name: 'Visitors the rule “For phones in Germany” is for' })
      .waitFor();
    await inspect(page, 'personalization-visitors-of-rule');
    await page.getByRole('link', { name: 'Open the rule' }).click();
    await page.getByRole('heading', { level: 1, name: 'For phones in Germany' }).waitFor();
  });

  it('move a rule by its buttons', async () => {
    await page.goto(`${ROOT}/rules`);
    await page.getByRole('button', { name: 'Move For phones in Germany up' }).click();
    await page.getByText(/For phones in Germany is now at place \d/).waitFor();
  });

  it('erase a visitor', async () => {
    await page.goto(`${ROOT}/visitors`);
    await page.getByRole('link', { name: /^#/ }).first().click();
    await page.getByRole('heading', { name: 'What happened' }).waitFor();
    const title = await page.getByRole('heading', { level: 1 }).textContent();
    await inspect(page, 'personalization-visitor');
    await page.getByRole('button', { name: 'Erase' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Erase' }).click();
    await page.getByText(/The visitor is erased, with \d+ events?\./).waitFor();
    await page.getByRole('heading', { level: 1, name: 'Visitors' }).waitFor();
    await page.getByRole('link', { name: /^#/ }).first().waitFor();
    expect(await page.getByRole('link', { name: title ?? '', exact: true }).count()).toBe(0);
  });

  it('show what a visitor would be recommended, and why', async () => {
    await page.goto(`${ROOT}/recommendations`);
    await page.getByRole('combobox', { name: 'Choose a stored visitor' }).click();
    await page.getByRole('option').first().click();
    await page
      .getByText(/^Because “.+” was read/)
      .first()
      .waitFor();
    await inspect(page, 'personalization-recommendations-why');
  });
});
