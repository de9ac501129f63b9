import { ownPlugins } from '../../../scripts/lib/plugins.mjs';

/** The plugins that go into the project, all at once: every plugin of this repository. */
export const GUESTS = ownPlugins().map(({ id, pkg }) => ({ id, packageName: pkg.name }));

/** Tables that carry a name of the specification, and the longer name they take if need be. */
export const LONG_NAMES = {
  sites: 'multi_site_sites',
  site_users: 'multi_site_site_users',
  site_content: 'multi_site_site_content',
  user_profiles: 'personalization_user_profiles',
};

/**
 * Tables of ours that are written to while nobody does anything: measurements, leases, runs. They
 * grow with every start; what was in them stays.
 */
export const isStream = (table) =>
  /^performance_monitor_|_(leases|runs)$|^personalization_(models|counters)$/.test(table);
