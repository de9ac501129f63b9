import type { Browser, Page } from 'playwright-core';
import { inspect, openBrowser } from '../harness';
import { adminApi, enter, PEOPLE, SITES } from './support';

const PERSON = { email: 'newcomer@members.test', password: 'Newcomer-1234' };

describe('Members of a site', () => {
  let browser: Browser;
  let page: Page;
  let members: string;

  beforeAll(async () => {
    browser = await openBrowser();
    const { context, page: own } = await enter(browser, PEOPLE.admin);
    page = own;
    const api = await adminApi(context.request, PEOPLE.admin);
    const { data: sites } = (await api.get('/multi-site/sites')) as {
      data: { id: string; name: string }[];
    };
    const guide = sites.find(({ name }) => name === SITES.guide);
    members = `/admin/plugins/multi-site/sites/${guide?.id ?? ''}/members`;
    const { data: roles } = (await api.get('/admin/roles')) as {
      data: { id: number; code: string }[];
    };
    const viewer = roles.find(({ code }) => code === 'multi-site-viewer');
    const { data: user } = (await api.post('/admin/users', {
      email: PERSON.email,
      firstname: 'New',
      lastname: 'Comer',
      roles: [viewer?.id],
    })) as { data: { id: number } };
    await api.put(`/admin/users/${String(user.id)}`, {
      isActive: true,
      password: PERSON.password,
    });
  });
  afterAll(() => browser.close());

  it('see a clear page while they are on no site', async () => {
    const stranger = await enter(browser, PERSON);
    await stranger.page
      .getByRole('heading', { level: 1, name: 'You are not on any site yet' })
      .waitFor();
    await inspect(stranger.page, 'multi-site-no-site');
    await stranger.context.close();
  });

  it('are found by e-mail address and added with roles', async () => {
    await page.goto(members);
    await page.getByRole('button', { name: 'Add member' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Add member' }).click();
    await dialog.getByText('Choose a person.').waitFor();
    await dialog.getByText('Choose at least one role.').waitFor();
    await dialog.getByRole('combobox', { name: 'Person' }).pressSequentially('newcomer');
    await page.getByRole('option', { name: new RegExp(PERSON.email) }).click();
    await dialog.getByRole('combobox', { name: 'Roles' }).click();
    await page.getByRole('option', { name: 'Site editor' }).click();
    await page.keyboard.press('Escape');
    await inspect(page, 'multi-site-add-member');
    await dialog.getByRole('button', { name: 'Add member' }).click();
    await page.getByRole('row', { name: new RegExp(PERSON.email) }).waitFor();
  });

  it('get other roles', async () => {
    await page.getByRole('button', { name: 'Change roles of New Comer' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox', { name: 'Roles' }).click();
    await page.getByRole('option', { name: 'Site owner' }).click();
    await page.keyboard.press('Escape');
    await dialog.getByRole('button', { name: 'Save roles' }).click();
    const row = page.getByRole('row', { name: new RegExp(PERSON.email) });
    await row.getByText('Site owner').waitFor();
  });

  it('are removed after asking', async () => {
    await page.getByRole('button', { name: 'Remove New Comer' }).click();
    await page.getByRole('alertdialog').getByText('What New Comer wrote stays').waitFor();
    await page.getByRole('button', { name: 'Remove member' }).click();
    await page.getByText(`New Comer is no longer on ${SITES.guide}.`).waitFor();
  });
});
