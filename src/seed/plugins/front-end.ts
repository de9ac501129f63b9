import type { Core } from '@strapi/strapi';
import { multiSite } from '../multi-site';
import { findId } from '../rows';
import type { PluginSeed, SeedContext } from './context';

type BrowserKeys = { list(): Promise<{ key: string; revokedAt: string | null }[]> };
type MonitorSettings = { change(body: { areVitalsOn: boolean }): Promise<unknown> };

const ASSIGNMENTS = 'plugin::ai-optimizer.visitors.assignments';

/** Visitors may ask which variation they get; what the answer holds is no secret. */
async function letVisitorsAsk(strapi: Core.Strapi) {
  const uid = 'plugin::users-permissions.permission';
  const role = await findId(strapi, 'plugin::users-permissions.role', { type: 'public' });
  const found = await findId(strapi, uid, { action: ASSIGNMENTS, role });
  if (found === undefined) {
    await strapi.db.query(uid).create({ data: { action: ASSIGNMENTS, role } });
  }
}

/** The page at /site finds the key of its site among the site's public settings. */
async function tellKeys(strapi: Core.Strapi, { run, sites }: SeedContext) {
  const plugin = multiSite(strapi);
  if (!plugin || !('personalization' in strapi.plugins)) return;
  const keys = strapi.plugin('personalization').service('browser-keys') as unknown as BrowserKeys;
  for (const { number } of sites) {
    const key = (await run(number, () => keys.list())).find(({ revokedAt }) => !revokedAt)?.key;
    const site = (await plugin.sites.findMany()).find((one) => one.number === number);
    if (!key || !site) continue;
    const settings = { ...site.settings, public: { ...site.settings.public, browserKey: key } };
    await plugin.sites.update(site.id, { settings });
  }
}

/** What the demo's front end needs: permission to ask, a key to send with, Web Vitals taken in. */
export const frontEndSeed: PluginSeed = {
  plugin: 'multi-site',
  what: 'the front end at /site',
  async seed(strapi, context) {
    if ('ai-optimizer' in strapi.plugins) await letVisitorsAsk(strapi);
    await tellKeys(strapi, context);
    if ('performance-monitor' in strapi.plugins) {
      const settings = strapi.plugin('performance-monitor').service('settings');
      await (settings as unknown as MonitorSettings).change({ areVitalsOn: true });
    }
  },
};
