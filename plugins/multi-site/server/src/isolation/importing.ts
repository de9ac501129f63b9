import type { Core } from '@strapi/strapi';
import { PLUGIN_ID } from '../../../shared/plugin';
import { service } from '../services/service';

/**
 * `strapi import` and `strapi transfer` write rows of all sites past every hook, into an
 * installation that may know a single site. Such rows get no site of their own: the registry comes
 * along, and says where they belong. Strapi's data transfer is known by its switching lifecycles
 * off; when it switches them on again, the rows get their sites.
 */
export function installImporting(strapi: Core.Strapi) {
  const { lifecycles } = strapi.db;
  const { disable, enable } = lifecycles;
  let isRunning = false;

  lifecycles.disable = function () {
    isRunning = true;
    return disable.call(this);
  };
  lifecycles.enable = function () {
    enable.call(this);
    if (!isRunning) return;
    isRunning = false;
    // In the background: a command that ends now has it done at the next start.
    assignImported(strapi).catch((error: unknown) => {
      strapi.log.warn(`[${PLUGIN_ID}] Imported content gets its sites at the next start.`);
      strapi.log.warn(error);
    });
  };
  return {
    isImporting: () => isRunning,
    uninstall: () => Object.assign(lifecycles, { disable, enable }),
  };
}

async function assignImported(strapi: Core.Strapi) {
  const adoption = service(strapi, 'adoption');
  // Sites, members and the mode came along, past what this instance knows.
  const { isActive } = await service(strapi, 'state').changed();
  await adoption.completeRegistry();
  // With a single site everything is its own.
  if (!isActive) await adoption.adoptContent(service(strapi, 'state').onlySite());
}
