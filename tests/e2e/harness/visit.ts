import fs from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import {
  axeFindings,
  consoleFindings,
  overflowFindings,
  textFindings,
  watchConsole,
} from './findings';

const SCREENS = path.resolve(__dirname, '../../artifacts/screens');
const DESKTOP = { width: 1280, height: 800 };
/** The narrowest screen that is supported. */
const PHONE = { width: 360, height: 740 };

/** Until nothing is loading: requests are done and Strapi's loaders are gone. */
export const settle = async (page: Page): Promise<void> => {
  await page.waitForLoadState('networkidle');
  await page
    .getByText(/^Loading content\.?$/)
    .first()
    .waitFor({ state: 'hidden' });
  // Two frames: fonts, transitions and theme changes are painted.
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
};

const screenshot = (page: Page, name: string) =>
  page.screenshot({ path: path.join(SCREENS, `${name}.png`), animations: 'disabled' });

const nameOf = (address: string): string =>
  address
    .replace(/^\/admin\/?/, '')
    .replace(/[^a-z0-9]+/gi, '-')
    .replace(/^-|-$/g, '') || 'home';

/**
 * Looks at the page as it stands, dialogs included, in light, in dark and on a narrow screen, and
 * throws one error with everything that is wrong. Leaves the page light and wide.
 */
export const inspect = async (page: Page, name: string): Promise<void> => {
  watchConsole(page);
  fs.mkdirSync(SCREENS, { recursive: true });
  const findings: string[] = [];

  await settle(page);
  await screenshot(page, `${name}-light`);
  findings.push(...(await textFindings(page)), ...(await axeFindings(page)));

  await page.emulateMedia({ colorScheme: 'dark' });
  await settle(page);
  await screenshot(page, `${name}-dark`);
  const dark = await axeFindings(page, { isContrastOnly: true });
  findings.push(...dark.map((finding) => `dark: ${finding}`));

  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize(PHONE);
  await settle(page);
  await screenshot(page, `${name}-small`);
  findings.push(...(await overflowFindings(page)));

  await page.setViewportSize(DESKTOP);
  await settle(page);
  findings.push(...consoleFindings(page));
  if (findings.length > 0) {
    throw new Error(`${name} (${page.url()}):\n- ${findings.join('\n- ')}`);
  }
};

export type VisitOptions = {
  /** Name of the screenshots; made from the address when left out. */
  name?: string;
};

/** Goes to an address of the application and inspects what is there. */
export const visit = async (
  page: Page,
  address: string,
  { name = nameOf(address) }: VisitOptions = {},
): Promise<void> => {
  watchConsole(page);
  await page.goto(address);
  await inspect(page, name);
};
