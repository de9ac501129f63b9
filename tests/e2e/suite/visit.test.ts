import type { Browser, Page } from 'playwright-core';
import { inspect, openBrowser, openContext, signIn, TESTER } from '../harness';

/** A check that never fails proves nothing: each kind of mistake is made on purpose here. */
describe('inspect', () => {
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    browser = await openBrowser();
    page = await signIn(await openContext(browser), TESTER);
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    await page.goto('/admin/settings/application-infos');
    await page.getByRole('heading', { level: 1 }).waitFor();
  });

  const add = (html: string) =>
    page.evaluate((markup) => {
      document.querySelector('main')?.insertAdjacentHTML('beforeend', markup);
    }, html);
  const findings = () =>
    inspect(page, 'suite-inspect').then(
      () => 'nothing',
      (error: unknown) => String(error),
    );

  it('finds a button without a name', async () => {
    await add('<button type="button" id="nameless"></button>');
    expect(await findings()).toContain('axe button-name');
  });

  it('finds grey on dark grey, in dark only', async () => {
    await add(
      '<p style="color: #555; background: Canvas; color-scheme: light dark">Hardly read</p>',
    );
    const found = await findings();
    expect(found).toContain('dark: axe color-contrast');
    expect(found).not.toContain('- axe color-contrast');
  });

  it('finds an id where a text should be', async () => {
    await add('<p>multi-site.sites.title</p>');
    expect(await findings()).toContain('missing text: multi-site.sites.title');
  });

  it('finds what is wider than a narrow screen', async () => {
    await add('<div style="width: 700px">A very wide thing</div>');
    expect(await findings()).toContain('overflow at 360 px');
  });

  it('leaves alone what scrolls on purpose', async () => {
    await add(
      '<div tabindex="0" style="overflow-x: auto; width: 100px"><p style="width: 700px">A table</p></div>',
    );
    expect(await findings()).not.toContain('overflow');
  });

  it('finds errors in the console and uncaught ones', async () => {
    await page.evaluate(() => {
      console.error('something broke');
      setTimeout(() => {
        throw new Error('nobody caught me');
      });
    });
    const found = await findings();
    expect(found).toContain('console: something broke');
    expect(found).toContain('page error: nobody caught me');
  });
});
