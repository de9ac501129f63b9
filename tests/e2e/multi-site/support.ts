import type { APIRequestContext, BrowserContext, Page, Request } from 'playwright-core';
import { baseUrl, openContext, signIn, type ContextOptions, TESTER } from '../harness';
import type { Browser } from 'playwright-core';

const DEMO_PASSWORD = 'Demo-1234';

/** People of the demo, by what they may open. */
export const PEOPLE = {
  /** Sees all sites. */
  admin: TESTER,
  magazineEditor: { email: 'editor.magazine@demo.test', password: DEMO_PASSWORD },
  magazineOwner: { email: 'owner.magazine@demo.test', password: DEMO_PASSWORD },
  shopEditor: { email: 'editor.shop@demo.test', password: DEMO_PASSWORD },
  /** Reads, and holds nothing of everyday work. */
  shopViewer: { email: 'viewer.shop@demo.test', password: DEMO_PASSWORD },
  /** Editor of the magazine and of the guide. */
  freelancer: { email: 'freelancer@demo.test', password: DEMO_PASSWORD },
} as const;

export const SITES = {
  magazine: 'Harbour Magazine',
  shop: 'Kettle & Clay',
  guide: 'Marenburg City Guide',
} as const;

type Login = { email: string; password: string };

/** A window of its own in which somebody has signed in. */
export const enter = async (
  browser: Browser,
  person: Login,
  options?: ContextOptions,
): Promise<{ context: BrowserContext; page: Page }> => {
  const context = await openContext(browser, options);
  const page = await signIn(context, person);
  await page.getByRole('navigation').first().waitFor();
  return { context, page };
};

/** The button in the main navigation; its name says which site the tab is on. */
export const switcher = (page: Page, site?: string) =>
  page.getByRole('button', {
    name: site ? `Site: ${site}. Change site` : /^Site: .+\. Change site$/,
  });

export const picker = (page: Page) => page.getByRole('dialog', { name: 'Choose a site' });

/** Changes the site with the mouse and waits for the admin to be there again. */
export const switchTo = async (page: Page, site: string): Promise<void> => {
  await switcher(page).click();
  await picker(page)
    .getByRole('button', { name: new RegExp(`^${site}`) })
    .click();
  await switcher(page, site).waitFor();
};

/** What the X-Site header said, for every signed-in request to the back end. */
export const recordSites = (page: Page): { path: string; site: string | null }[] => {
  const seen: { path: string; site: string | null }[] = [];
  const note = (request: Request) => {
    const headers = request.headers();
    const url = new URL(request.url());
    if (url.origin !== baseUrl() || !headers.authorization?.match(/^Bearer (?!null$)/)) return;
    seen.push({ path: url.pathname, site: headers['x-site'] ?? null });
  };
  page.on('request', note);
  return seen;
};

/** The admin's own API as one person uses it, to prepare and to look behind the page. */
export const adminApi = async (request: APIRequestContext, person: Login) => {
  const login = await request.post(`${baseUrl()}/admin/login`, { data: person });
  const { data } = (await login.json()) as { data: { token: string } };
  const headers = { Authorization: `Bearer ${data.token}` };
  const call = async (method: string, path: string, options: { site?: string; data?: unknown }) => {
    const response = await request.fetch(`${baseUrl()}${path}`, {
      method,
      headers: { ...headers, ...(options.site ? { 'X-Site': options.site } : {}) },
      data: options.data,
    });
    if (!response.ok()) throw new Error(`${method} ${path}: ${await response.text()}`);
    return response.json() as Promise<unknown>;
  };
  return {
    get: (path: string, site?: string) => call('GET', path, { site }),
    post: (path: string, data: unknown, site?: string) => call('POST', path, { data, site }),
    put: (path: string, data: unknown, site?: string) => call('PUT', path, { data, site }),
    remove: (path: string, site?: string) => call('DELETE', path, { site }),
  };
};

const ARTICLES = '/content-manager/collection-types/api::article.article';

/** Address of an article in the admin, found by its title on a site (named by its slug). */
export const articleAddress = async (
  request: APIRequestContext,
  { site, title }: { site: string; title: string },
): Promise<string> => {
  const api = await adminApi(request, PEOPLE.admin);
  const path = `${ARTICLES}?page=1&pageSize=1&filters[title][$eq]=${encodeURIComponent(title)}`;
  const { results } = (await api.get(path, site)) as { results: { documentId: string }[] };
  const [article] = results;
  if (!article) throw new Error(`There is no article "${title}" on ${site}.`);
  return `/admin${ARTICLES}/${article.documentId}`;
};

export const ARTICLE_LIST = `/admin${ARTICLES}`;

/** Without it the content manager adds it by itself, and loads the page a second time. */
export const IN_ENGLISH = 'plugins[i18n][locale]=en';

export const NEW_ARTICLE = `${ARTICLE_LIST}/create?${IN_ENGLISH}`;

/** Chosen entries of a list: the dialog of what happens to them on other sites. */
export const openSites = async (page: Page, kind: 'Share' | 'Copy' | 'Move') => {
  await page.getByRole('button', { name: 'Sites…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: kind }).click();
  return dialog;
};

/** From the wizard's open page to its end: everything as it is offered. */
export const walkWizard = async (page: Page): Promise<void> => {
  for (const heading of ['Languages and time', 'Content', 'People', 'Workflow']) {
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByRole('heading', { level: 2, name: heading }).waitFor();
  }
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('heading', { level: 2, name: 'What will happen' }).waitFor();
  await page.getByRole('button', { name: 'Create site' }).click();
};
