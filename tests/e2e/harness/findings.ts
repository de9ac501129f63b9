import fs from 'node:fs';
import type { ConsoleMessage, Page } from 'playwright-core';
import type { AxeResults, RunOptions } from 'axe-core';
import { isKnownConsole, withoutKnown } from './known-issues';

const AXE = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** WCAG 2.1 A and AA; best practices are advice. */
const RULES: RunOptions = {
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] },
  resultTypes: ['violations'],
};
const CONTRAST_ONLY: RunOptions = {
  runOnly: { type: 'rule', values: ['color-contrast'] },
  resultTypes: ['violations'],
};

/** What an open dialog has put out of reach, and dims: nobody reads or uses it meanwhile. */
const BEHIND_A_DIALOG = '[data-aria-hidden="true"]';

type WithAxe = { axe: { run: (context: unknown, options: unknown) => Promise<AxeResults> } };

/** Serious accessibility problems, one line for each element. */
export const axeFindings = async (
  page: Page,
  { isContrastOnly = false } = {},
): Promise<string[]> => {
  // By the debugger, not by a script element, which the admin's content policy would refuse.
  await page.evaluate(AXE);
  const results = await page.evaluate(
    ({ behind, options }) => {
      const exclude = [...document.querySelectorAll(behind)];
      return (window as unknown as WithAxe).axe.run({ include: [document], exclude }, options);
    },
    { behind: BEHIND_A_DIALOG, options: isContrastOnly ? CONTRAST_ONLY : RULES },
  );
  const problems = results.violations
    .filter((rule) => rule.impact === 'serious' || rule.impact === 'critical')
    .flatMap((rule) =>
      rule.nodes.map((node) => ({
        rule: rule.id,
        help: rule.help,
        target: node.target.join(' '),
        html: node.html,
      })),
    );
  return withoutKnown(problems).map(
    ({ rule, help, target, html }) =>
      `axe ${rule}: ${help}\n    ${target}\n    ${html.slice(0, 200)}`,
  );
};

const PLUGIN_IDS = [
  'multi-site',
  'personalization',
  'federation',
  'ai-optimizer',
  'performance-monitor',
];
const TEXT_ID = new RegExp(`\\b(?:${PLUGIN_IDS.join('|')})\\.[a-z][\\w-]*(?:\\.[\\w-]+)+`, 'g');

/** Ids of texts on the page: what the reader sees when a text is missing in every language. */
export const textFindings = async (page: Page): Promise<string[]> => {
  const text = await page.evaluate(() => {
    const spoken = [...document.querySelectorAll('[aria-label], [title], [placeholder], [alt]')];
    const attributes = spoken.flatMap((element) =>
      ['aria-label', 'title', 'placeholder', 'alt'].map((name) => element.getAttribute(name)),
    );
    return [document.title, document.body.innerText, ...attributes].join('\n');
  });
  return [...new Set(text.match(TEXT_ID) ?? [])].map((id) => `missing text: ${id}`);
};

/**
 * What sticks out of a narrow screen, unless it lies in something that scrolls on purpose, as a
 * table may. The frame around `main` scrolls or cuts off too, but that is no purpose.
 */
export const overflowFindings = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const main = document.querySelector('main') ?? document.body;
    const isContained = (element: Element): boolean => {
      for (let at = element.parentElement; at && !at.contains(main); at = at.parentElement) {
        if (getComputedStyle(at).overflowX !== 'visible') return true;
      }
      return false;
    };
    // Empty boxes, such as handles for the mouse, are seen by nobody.
    const shown = 'img, svg, canvas, video, iframe, input, select, textarea, button, hr';
    const isShown = (element: Element): boolean =>
      element.textContent.trim() !== '' ||
      element.matches(shown) ||
      element.querySelector(shown) !== null;
    const sticksOut = (element: Element): boolean => {
      const box = element.getBoundingClientRect();
      return box.width > 1 && box.height > 1 && box.right > width + 1 && !isContained(element);
    };
    const wide = [...document.body.querySelectorAll('*')].filter(
      (element) => !element.contains(main) && sticksOut(element) && isShown(element),
    );
    return wide
      .filter((element) => !wide.some((other) => other !== element && other.contains(element)))
      .map((element) => {
        const text = element.textContent.trim().slice(0, 40);
        return `overflow at ${String(width)} px: <${element.tagName.toLowerCase()}> "${text}"`;
      });
  });

const messages = new WeakMap<Page, string[]>();

/** Pages report from the moment they are first seen here. */
export const watchConsole = (page: Page): void => {
  if (messages.has(page)) return;
  const found: string[] = [];
  messages.set(page, found);
  const isOutside = (message: ConsoleMessage) =>
    /ERR_NAME_NOT_RESOLVED|analytics\.strapi\.io/.test(message.text());
  page.on('console', (message) => {
    if (message.type() !== 'error' || isOutside(message)) return;
    const line = `console: ${message.text().slice(0, 400)} (${message.location().url})`;
    if (!isKnownConsole(line)) found.push(line);
  });
  page.on('pageerror', (error) => found.push(`page error: ${error.message}`));
};

/** What the console said since the last time it was asked. */
export const consoleFindings = (page: Page): string[] => messages.get(page)?.splice(0) ?? [];
