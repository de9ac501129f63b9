import type { Core } from '@strapi/strapi';
import { ensureGerman, ensurePublicAccess, ensureTokens } from './access';
import { SITES } from './content';
import type { SiteSeed } from './content/types';
import { seedEntries } from './entries';
import { ensureSite, multiSite } from './multi-site';
import { ensureFreelancer, ensureSuperAdmin, ensureTeam } from './people';
import { PLUGIN_SEEDS } from './plugins';
import { createSeedContext } from './plugins/context';
import { rememberSamples } from './samples';

/** Set when the seed is whole: from then on the content belongs to the people who edit it. */
const DONE = { type: 'core', name: 'demo', key: 'seeded' } as const;

const ticksOf = (seed: SiteSeed) =>
  [seed.images, seed.authors, seed.tags, seed.categories, seed.articles, seed.pages].reduce(
    (sum, list) => sum + list.length,
    1,
  );

const counter = (strapi: Core.Strapi, total: number) => {
  let done = 0;
  return () => {
    done += 1;
    strapi.log.info(`[seed] ${done}/${total}`);
  };
};

const seedWithSites = async (strapi: Core.Strapi, tick: () => void) => {
  const plugin = multiSite(strapi);
  if (!plugin) return false;
  // All sites first: what is written while there is only one would be taken for its own.
  const sites: { seed: SiteSeed; slug: string; number: number }[] = [];
  for (const [index, seed] of SITES.entries()) {
    const number = await ensureSite(plugin, seed, index === 0);
    sites.push({ seed, slug: seed.slug, number });
  }
  await plugin.members.ensureRoles();
  for (const { seed, ...site } of sites) {
    const creator = await ensureTeam(strapi, plugin, site);
    await ensureTokens(strapi, site, plugin.tokens);
    await plugin.context.run(site.number, () => seedEntries(strapi, seed, { creator, tick }));
  }
  const [first, , last] = sites;
  if (first && last) await ensureFreelancer(strapi, plugin, [first.number, last.number]);
  return true;
};

/** Without multi-site there is one site only: the first. */
const seedAlone = async (strapi: Core.Strapi, tick: () => void) => {
  const [seed] = SITES;
  await ensureTokens(strapi, { slug: seed.slug, number: 1 });
  await seedEntries(strapi, seed, { tick });
};

/**
 * Fills an empty application with the demo. It can be interrupted and goes on where it stopped;
 * once whole it never writes again.
 */
export const seedDemo = async (strapi: Core.Strapi): Promise<void> => {
  if (await strapi.store.get(DONE)) return;
  const pluginSeeds = PLUGIN_SEEDS.filter(({ plugin }) => plugin in strapi.plugins);
  const seeds = multiSite(strapi) ? SITES : SITES.slice(0, 1);
  const tick = counter(
    strapi,
    seeds.reduce((sum, seed) => sum + ticksOf(seed), 0) + pluginSeeds.length,
  );

  await ensureGerman(strapi);
  await ensurePublicAccess(strapi, multiSite(strapi) !== undefined);
  await ensureSuperAdmin(strapi);
  if (!(await seedWithSites(strapi, tick))) await seedAlone(strapi, tick);
  const context = await createSeedContext(strapi);
  for (const { plugin, what, seed } of pluginSeeds) {
    strapi.log.info(`[seed] ${plugin}: ${what}`);
    await seed(strapi, context);
    tick();
  }
  await rememberSamples(strapi);
  await strapi.store.set({ ...DONE, value: true });
};
