import type { Core } from '@strapi/strapi';
import { registerOverlayLayer } from 'suite-kit/server';
import { ACTION, PLUGIN_ID, SITE_HEADER, UID } from '../../../shared/plugin';

/**
 * The overlay layer `site`: how a site words what others share with it. Edited in Strapi's edit
 * view, laid below audiences and tests on everything the content API answers on that site.
 */
export function layOverrides(strapi: Core.Strapi) {
  registerOverlayLayer(strapi, {
    layer: 'site',
    pluginId: PLUGIN_ID,
    uid: UID.override,
    permissions: { read: ACTION.overrideEntries, edit: ACTION.overrideEntries },
    // Where all sites are in view, the original is.
    select: ({ site, candidates }) =>
      site === 0 ? [] : candidates.filter(({ record }) => record.site === site),
    vary: () => ['Host', SITE_HEADER],
  });
}
