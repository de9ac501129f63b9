import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

const setting = (name: string): string => {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run the browser tests by npm run test:e2e.`);
  return value;
};

/** A super admin who is always there, beside the people of the demo; also in server.mjs. */
export const TESTER = { email: 'tester@example.test', password: 'Test-Password-1' };

/** Address of the application under test. */
export const baseUrl = (): string => setting('SUITE_E2E_URL');

/**
 * There is no network outside: names of other machines are unknown at once, instead of after a wait.
 * Not by intercepting requests, which would switch the browser's cache off.
 */
const ONLY_HERE = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE *localhost';

/** One browser for a test file; close it in `afterAll`. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: setting('SUITE_CHROMIUM'),
    headless: true,
    // Containers run as root and have a small /dev/shm.
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--force-prefers-reduced-motion', ONLY_HERE],
  });

/**
 * Strapi's first-run tour, release banner and trial notices would cover the pages. They read
 * whether they were dismissed from localStorage, under keys that contain the project's id.
 */
const dismissNags = (): void => {
  const answers: [prefix: string, value: unknown][] = [
    ['STRAPI_GUIDED_TOUR', { tours: {}, enabled: false, hidden: true, completedActions: [] }],
    ['STRAPI_MEDIA_LIBRARY_BANNER_DISMISSED_FOR_', true],
    ['STRAPI_UPSELL_BANNER_DISMISSED_FOR', 'any'],
    ['STRAPI_NPS_SURVEY_SETTINGS', { enabled: false }],
  ];
  const original = Storage.prototype.getItem;
  Storage.prototype.getItem = function getItem(key: string) {
    const known = answers.find(([prefix]) => key.startsWith(prefix));
    return known ? JSON.stringify(known[1]) : original.call(this, key);
  };
};

export type ContextOptions = { locale?: 'en' | 'de' };

/** A window of its own: no session, no nags, English unless said otherwise. */
export const openContext = async (
  browser: Browser,
  { locale = 'en' }: ContextOptions = {},
): Promise<BrowserContext> => {
  const context = await browser.newContext({
    baseURL: baseUrl(),
    viewport: { width: 1280, height: 800 },
    locale,
    reducedMotion: 'reduce',
  });
  await context.addInitScript(dismissNags);
  await context.addInitScript((language) => {
    if (!localStorage.getItem('strapi-admin-language')) {
      localStorage.setItem('strapi-admin-language', language);
    }
  }, locale);
  return context;
};

/** Signs in by the login form, as a person does, and returns the page behind it. */
export const signIn = async (
  context: BrowserContext,
  { email, password }: { email: string; password: string },
): Promise<Page> => {
  const page = await context.newPage();
  await page.goto('/admin/auth/login');
  // By name: the labels are in the language of the window.
  await page.locator('input[name="email"]').fill(email);
  await page.locator('input[name="password"]').fill(password);
  await page.locator('button[type="submit"]').click();
  await page.waitForURL((url) => !url.pathname.includes('/auth/'));
  return page;
};
