import type { Browser, BrowserContext, Page } from 'playwright-core';
import { baseUrl, inspect, openBrowser, settle, visit } from '../harness';
import { adminApi, enter, PEOPLE, picker, SITES, switcher, walkWizard } from './support';

const SITES_PAGE = '/admin/plugins/multi-site';

type SiteRow = { id: string; name: string };

describe('The pages of Sites', () => {
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let siteIds: Map<string, string>;

  beforeAll(async () => {
    browser = await openBrowser();
    ({ context, page } = await enter(browser, PEOPLE.admin));
    const api = await adminApi(context.request, PEOPLE.admin);
    const { data } = (await api.get('/multi-site/sites?pageSize=100')) as { data: SiteRow[] };
    siteIds = new Map(data.map(({ id, name }) => [name, id]));
  });
  afterAll(async () => {
    const api = await adminApi(context.request, PEOPLE.admin);
    const { data } = (await api.get('/multi-site/sites?q=night-school')) as { data: SiteRow[] };
    // Other files look at a demo of three sites.
    await Promise.all(
      data.map(({ id, name }) =>
        api.remove(`/multi-site/sites/${id}?name=${encodeURIComponent(name)}`, '*'),
      ),
    );
    await browser.close();
  });

  const addressOf = (name: string) => `${SITES_PAGE}/sites/${siteIds.get(name) ?? ''}`;

  describe('look right, in dark and on a phone', () => {
    it('as a table', () => visit(page, `${SITES_PAGE}?view=table`, { name: 'multi-site-table' }));

    it('when a search finds nothing', () =>
      visit(page, `${SITES_PAGE}?_q=nothing+like+this`, { name: 'multi-site-no-match' }));

    it('when something cannot be loaded', async () => {
      // A page of its own, because the failed request is reported in its console.
      const broken = await context.newPage();
      const api = `${baseUrl()}/multi-site/tokens`;
      await broken.route(api, (route) => route.abort());
      await broken.goto(`${SITES_PAGE}/tokens`);
      await broken.getByRole('alert').getByText('Failed to fetch').waitFor();
      await broken.unroute(api);
      await broken.getByRole('button', { name: 'Try again' }).click();
      await broken.getByText('magazine-read').waitFor();
      await broken.close();
    });
  });

  describe('on isolation', () => {
    type Isolation = {
      data: {
        adoption: { state: string; done: number; total: number };
        types: { unassigned: number }[];
        duplicates: object[];
        report: unknown[];
        mode: string;
      };
    };

    /** Opens the page with an answer that is hard to bring about in a demo. */
    const openWith = async (change: (answer: Isolation) => void) => {
      const staged = await context.newPage();
      await staged.route(`${baseUrl()}/multi-site/isolation`, async (route) => {
        const response = await route.fetch();
        const answer = (await response.json()) as Isolation;
        change(answer);
        await route.fulfill({ response, json: answer });
      });
      await staged.goto(`${SITES_PAGE}/isolation`);
      return staged;
    };

    it('show how far a running adoption is', async () => {
      const staged = await openWith(({ data }) => {
        data.adoption = { state: 'running', done: 1500, total: 20_000 };
      });
      await staged.getByRole('progressbar', { name: 'Rows assigned' }).waitFor();
      await staged.getByText('1,500 of 20,000').waitFor();
      await staged.close();
    });

    it('offer to assign what belongs to no site, after asking', async () => {
      const staged = await openWith(({ data }) => {
        const [first] = data.types;
        if (first) first.unassigned = 12;
      });
      await staged.getByText('12 rows belong to no site').waitFor();
      await staged.getByRole('combobox', { name: 'Choose a site' }).click();
      await staged.getByRole('option', { name: SITES.guide }).click();
      await staged.getByRole('button', { name: 'Assign' }).click();
      await staged
        .getByRole('alertdialog')
        .getByText(`12 rows become content of ${SITES.guide}`)
        .waitFor();
      await inspect(staged, 'multi-site-assign');
      await staged.close();
    });

    it('name unique fields that have a value twice, and say nothing without one', async () => {
      const staged = await openWith(({ data }) => {
        data.duplicates = [
          { uid: 'api::article.article', name: 'Article', field: 'slug', values: 3 },
        ];
      });
      const title = { name: 'Values that occur more than once' };
      const card = staged.getByRole('region', title);
      await card.getByRole('row').filter({ hasText: 'slug' }).getByText('3').waitFor();
      await inspect(staged, 'multi-site-duplicates');
      await staged.close();

      await page.goto(`${SITES_PAGE}/isolation`);
      await page.getByRole('heading', { name: 'Border between sites' }).waitFor();
      expect(await page.getByRole('heading', title).count()).toBe(0);
    });

    it('list what the border would change', async () => {
      const staged = await openWith(({ data }) => {
        data.mode = 'report';
        data.report = [
          {
            route: 'GET /api/reports/top',
            kind: 'raw-sql',
            table: 'articles',
            origin: 'src/api/report/controllers/report.ts:12',
            count: 7,
            lastSeenAt: new Date(Date.now() - 90_000).toISOString(),
            suggestion: 'Use strapi.documents() or run it on purpose with runUnscoped().',
          },
        ];
      });
      await staged.getByRole('heading', { name: 'What the border would change' }).waitFor();
      await staged.getByText('7 times').waitFor();
      await inspect(staged, 'multi-site-report-entries');
      await staged.close();
    });
  });

  it('tie an API token to another site, after asking', async () => {
    await page.goto(`${SITES_PAGE}/tokens`);
    const choose = async (site: string) => {
      await page.getByRole('combobox', { name: 'What Read Only opens' }).click();
      await page.getByRole('option', { name: site }).click();
      await page.getByRole('alertdialog').getByRole('button', { name: 'Change' }).click();
      await page.getByText('Read Only was changed.').last().waitFor();
    };
    await choose('All sites');
    await page
      .getByRole('combobox', { name: 'What Read Only opens' })
      .filter({ hasText: 'All sites' })
      .waitFor();
    await choose(SITES.magazine);
  });

  it('refuse a site whose slug and domain are taken, and tell it by the field', async () => {
    await page.goto(`${SITES_PAGE}/sites/new`);
    await page.getByRole('textbox', { name: 'Name' }).fill('Another shop');
    const slug = page.getByRole('textbox', { name: 'Slug' });
    await expect(slug.inputValue()).resolves.toBe('another-shop');
    await slug.fill('shop');
    await page.getByRole('textbox', { name: 'Domain', exact: true }).fill('shop.localhost');
    await page.getByRole('textbox', { name: 'Path prefix' }).focus();
    await page.getByText('uses this slug already').waitFor();
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByText('leads to “Kettle & Clay” already').first().waitFor();
    // Away from the button: the design system's colour under the pointer is too pale for axe.
    await page.mouse.move(0, 0);
    await inspect(page, 'multi-site-new-refused');
  });

  it('ask before a changed form is left', async () => {
    await page.goto(addressOf(SITES.guide));
    await page.getByRole('textbox', { name: 'Name' }).fill('Something else');
    await page.getByRole('link', { name: 'Members' }).click();
    await page.getByRole('alertdialog').waitFor();
    await page.getByRole('button', { name: 'Confirm' }).click();
    await page.getByRole('heading', { name: `Members of ${SITES.guide}` }).waitFor();
  });

  describe('take a site', () => {
    const name = 'Night School';

    it('from the form into the list and the switcher', async () => {
      await page.goto(`${SITES_PAGE}/sites/new`);
      // The draft of the refused site is still there, as it should be.
      await page.getByRole('button', { name: 'Start over' }).click();
      await page.getByRole('button', { name: 'Empty the form' }).click();
      await page.getByRole('textbox', { name: 'Name' }).fill(name);
      expect(await page.getByRole('textbox', { name: 'Slug' }).inputValue()).toBe('night-school');
      await page.getByRole('textbox', { name: 'Domain', exact: true }).fill('night.localhost');
      await walkWizard(page);
      await page.getByText(`${name} is ready.`).waitFor();
      await page.goto(SITES_PAGE);
      await page.getByRole('link', { name }).waitFor();
      await switcher(page).click();
      await picker(page)
        .getByRole('button', { name: new RegExp(`^${name}`) })
        .waitFor();
      await page.keyboard.press('Escape');
    });

    it('through a change of its settings', async () => {
      await page.goto(SITES_PAGE);
      await page.getByRole('link', { name }).click();
      await page
        .getByRole('navigation', { name: 'Pages of this site' })
        .getByText('Settings')
        .click();
      await page.getByRole('combobox', { name: 'Status' }).click();
      await page.getByRole('option', { name: 'Live' }).click();
      await page.getByRole('button', { name: 'Advanced' }).click();
      await page.getByRole('checkbox').click();
      await page.getByRole('button', { name: 'Save' }).click();
      await page.getByText(`${name} was saved.`).waitFor();
      await page.reload();
      await settle(page);
      await expect(page.getByRole('combobox', { name: 'Status' }).innerText()).resolves.toBe(
        'Live',
      );
    });

    it('into the archive and back', async () => {
      await page.goto(SITES_PAGE);
      const menu = page.getByRole('button', { name: `Actions for ${name}` });
      await menu.click();
      await page.getByRole('menuitem', { name: 'Archive' }).click();
      await page.getByRole('alertdialog').getByText('Nothing is deleted').waitFor();
      await inspect(page, 'multi-site-archive');
      await page.getByRole('button', { name: 'Archive site' }).click();
      await page.getByText(`${name} is archived.`).waitFor();
      await menu.click();
      await page.getByRole('menuitem', { name: 'Restore' }).click();
      await page.getByRole('button', { name: 'Restore site' }).click();
      await page.getByText(`${name} is back, as a draft.`).waitFor();
    });
  });

  it('leave the switcher where an address leads nowhere', async () => {
    await page.goto('/admin/nothing-is-here');
    await page.getByRole('heading', { level: 1, name: 'Page not found' }).waitFor();
    await switcher(page).waitFor();
  });

  it('are closed to people without the permission', async () => {
    const shop = await enter(browser, PEOPLE.shopEditor);
    for (const path of ['/sites/new', '/isolation', '/tokens']) {
      await shop.page.goto(`${SITES_PAGE}${path}`);
      await shop.page.getByText('You may not see this page').waitFor();
    }
    await shop.context.close();
  });

  it('speak German', async () => {
    const german = await enter(browser, PEOPLE.shopEditor);
    await german.page.evaluate(() => localStorage.setItem('strapi-admin-language', 'de'));
    await german.page.goto(SITES_PAGE);
    await german.page.getByText('Jede Site hat ihre eigenen Einträge').waitFor();
    await german.context.close();
  });
});
