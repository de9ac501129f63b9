import type { Browser, Page } from 'playwright-core';
import { openBrowser, visit } from '../harness';
import { adminApi, enter, PEOPLE } from '../multi-site/support';

type Row = Record<string, unknown>;
/** Where the first row of a list is asked for, and which of its fields are in the address. */
type Source = { list: string; fields: string[] };
type Screen = { name: string; address: (ids: string[]) => string; of?: Source };

const HOME = '/admin/plugins';
const fixed = (name: string, path: string): Screen => ({ name, address: () => `${HOME}/${path}` });
const one = (
  name: string,
  list: string,
  address: (...ids: string[]) => string,
  fields = ['id'],
): Screen => ({
  name,
  address: (ids) => `${HOME}/${address(...ids)}`,
  of: { list, fields },
});

/** Every screen of the five plugins, with the demo in it. */
const SCREENS: Record<string, Screen[]> = {
  'multi-site': [
    fixed('sites', 'multi-site'),
    fixed('all sites', 'multi-site/overview'),
    fixed('wizard', 'multi-site/sites/new'),
    one('site dashboard', '/multi-site/sites', (id) => `multi-site/sites/${id}/dashboard`),
    one('site', '/multi-site/sites', (id) => `multi-site/sites/${id}`),
    one('members', '/multi-site/sites', (id) => `multi-site/sites/${id}/members`),
    one('board', '/multi-site/sites', (id) => `multi-site/sites/${id}/board`),
    one('workflow', '/multi-site/sites', (id) => `multi-site/sites/${id}/workflow`),
    one('front end', '/multi-site/sites', (id) => `multi-site/sites/${id}/revalidation`),
    fixed('sharing', 'multi-site/sharing'),
    fixed('sharing problems', 'multi-site/sharing?tab=problems'),
    fixed('sites audit', 'multi-site/audit'),
    fixed('isolation', 'multi-site/isolation'),
    fixed('tokens', 'multi-site/tokens'),
    fixed('webhooks', 'multi-site/webhooks'),
    fixed('sites help', 'multi-site/help'),
  ],
  personalization: [
    fixed('audiences overview', 'personalization'),
    fixed('rules', 'personalization/rules'),
    one('rule', '/personalization/rules', (id) => `personalization/rules/${id}`),
    fixed('new rule', 'personalization/rules/new'),
    fixed('audiences', 'personalization/audiences'),
    one('audience', '/personalization/audiences', (id) => `personalization/audiences/${id}`),
    fixed('visitors', 'personalization/visitors'),
    one('visitor', '/personalization/visitors', (id) => `personalization/visitors/${id}`),
    fixed('recommendations', 'personalization/recommendations'),
    fixed('analytics', 'personalization/analytics'),
    fixed('audiences settings', 'personalization/settings'),
    fixed('audiences help', 'personalization/help'),
  ],
  'ai-optimizer': [
    fixed('quality', 'ai-optimizer'),
    one(
      'quality of an entry',
      '/ai-optimizer/scores',
      (uid, id) => `ai-optimizer/entries/${uid}/${id}?locale=en`,
      ['uid', 'documentId'],
    ),
    fixed('experiments', 'ai-optimizer/experiments'),
    one('experiment', '/ai-optimizer/experiments', (id) => `ai-optimizer/experiments/${id}`),
    fixed('new experiment', 'ai-optimizer/experiments/new'),
    fixed('usage', 'ai-optimizer/usage'),
    fixed('quality settings', 'ai-optimizer/settings'),
    fixed('quality help', 'ai-optimizer/help'),
  ],
  federation: [
    fixed('sources', 'federation'),
    fixed('new source', 'federation/sources/new'),
    one('source', '/federation/sources', (id) => `federation/sources/${id}`),
    fixed('runs', 'federation/runs'),
    one('run', '/federation/runs', (id) => `federation/runs/${id}`),
    fixed('conflicts', 'federation/conflicts'),
    one('conflict', '/federation/conflicts', (id) => `federation/conflicts/${id}`),
    fixed('sources audit', 'federation/audit'),
    fixed('sources help', 'federation/help'),
  ],
  'performance-monitor': [
    fixed('health', 'performance-monitor'),
    fixed('api', 'performance-monitor/api'),
    fixed('database', 'performance-monitor/database'),
    one(
      'statement',
      '/performance-monitor/queries',
      (fingerprint) => `performance-monitor/database/${fingerprint}`,
      ['fingerprint'],
    ),
    fixed('delivery', 'performance-monitor/delivery'),
    fixed('ai times', 'performance-monitor/ai'),
    fixed('alerts', 'performance-monitor/alerts'),
    fixed('new alert rule', 'performance-monitor/alerts/rules/new'),
    one('request', '/performance-monitor/traces', (id) => `performance-monitor/requests/${id}`),
    fixed('health settings', 'performance-monitor/settings'),
    fixed('health help', 'performance-monitor/help'),
  ],
};

let browser: Browser;
let page: Page;
let firstIds: (source: Source) => Promise<string[]>;

beforeAll(async () => {
  browser = await openBrowser();
  const entered = await enter(browser, PEOPLE.admin);
  ({ page } = entered);
  const api = await adminApi(entered.context.request, PEOPLE.admin);
  firstIds = async ({ list, fields }) => {
    const { data } = (await api.get(list, 'magazine')) as { data: Row[] | { rows: Row[] } };
    const [row] = Array.isArray(data) ? data : data.rows;
    if (!row) throw new Error(`The demo has nothing at ${list}.`);
    return fields.map((field) => String(row[field]));
  };
});
afterAll(() => browser.close());

describe.each(Object.entries(SCREENS))('the screens of %s', (plugin, screens) => {
  it.each(screens)('$name is there, full and readable', async ({ name, address, of }) => {
    const ids = of ? await firstIds(of) : [];
    await visit(page, address(ids), { name: `${plugin}-${name.replace(/ /g, '-')}` });
    await expect(page.locator('main h1').count()).resolves.toBe(1);
  });
});
