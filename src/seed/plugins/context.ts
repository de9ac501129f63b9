import type { Core } from '@strapi/strapi';
import { multiSite } from '../multi-site';

export type SeedSite = { slug: string; number: number };

/** What a plugin's seed gets to fill its screens with. */
export type SeedContext = {
  strapi: Core.Strapi;
  /** The demo's sites; without multi-site one unnamed site with the number 0. */
  sites: SeedSite[];
  /** Does the work in a site, by its number. */
  run: <T>(site: number, work: () => T) => T;
  /** The moment that all times count back from. */
  now: Date;
  /** The same numbers in [0, 1) for the same seed, on every machine. */
  random: (seed: string) => () => number;
};

export type PluginSeed = {
  /** The plugin that has to be there; without it the seed is left out. */
  plugin: string;
  /** What is written, as it is logged. */
  what: string;
  seed: (strapi: Core.Strapi, context: SeedContext) => Promise<void>;
};

export const createSeedContext = async (strapi: Core.Strapi): Promise<SeedContext> => {
  const plugin = multiSite(strapi);
  const sites = plugin
    ? (await plugin.sites.findMany()).map(({ slug, number }) => ({ slug, number }))
    : [{ slug: 'main', number: 0 }];
  return {
    strapi,
    sites,
    run: (site, work) => (plugin ? plugin.context.run(site, work) : work()),
    now: new Date(),
    random: randomOf,
  };
};

/** mulberry32 over an FNV-1a hash: small, and good enough to make a crowd look like one. */
export const randomOf = (seed: string): (() => number) => {
  let state = 0x811c9dc5;
  for (const char of seed) {
    state = Math.imul(state ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};
