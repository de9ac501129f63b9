import type { Core } from '@strapi/strapi';
import { afterSync } from '../own-tables';
import { movedSeam } from './canaries';
import { installDocumentDelivery, installLoadDelivery } from './delivery/hooks';
import { noteGraphqlOperations } from './delivery/request';
import { installDocumentGate } from './gate/documents';
import { installNet } from './gate/net';
import { installRepainting } from './gate/repaint';
import { installRequestGate } from './gate/request';
import { freshIndex, watchTables } from './live-index';
import { findRegistry, registryOf } from './registry';
import type { OverlayLayerDefinition } from './types';

const CONTRACT = 1;

/**
 * Makes a plugin's overlays known; call it once in `register`, before anything of the plugin uses
 * them. The first plugin that does puts the hooks around Strapi, for all layers at once.
 */
export function registerOverlayLayer(strapi: Core.Strapi, definition: OverlayLayerDefinition) {
  const isFirst = findRegistry(strapi) === null;
  const registry = registryOf(strapi);
  // Another plugin may bring a copy of this code that is older or newer.
  if ((registry.contract as number) !== CONTRACT) {
    strapi.log.error(
      `[${definition.pluginId}] Its variants are switched off: another plugin brings an incompatible version of them. Bring both plugins to the same version.`,
    );
    return;
  }
  if (registry.layers.has(definition.layer)) {
    throw new Error(`[${definition.pluginId}] The overlay layer "${definition.layer}" is taken.`);
  }
  registry.layers.set(definition.layer, definition);
  if (isFirst) install(strapi);
}

/** Tells delivery that what `isActive` answers has changed, e.g. because a rule was switched off. */
export function refreshOverlays(strapi: Core.Strapi) {
  const registry = findRegistry(strapi);
  if (registry) registry.isDirty = true;
}

function install(strapi: Core.Strapi) {
  const registry = registryOf(strapi);
  installRequestGate(strapi);
  installRepainting(strapi);
  installDocumentGate(strapi);
  const plans = installDocumentDelivery(strapi);
  noteGraphqlOperations(strapi);

  afterSync(strapi, async () => {
    const removeNet = installNet(strapi);
    const removeLoad = installLoadDelivery(strapi, plans);
    const stopWatching = watchTables(strapi);
    registry.stop.push(stopWatching, removeLoad, removeNet);
    registry.disabled = await movedSeam(strapi);
    if (registry.disabled !== null) {
      strapi.log.error(
        `[overlay] Strapi's ${registry.disabled} is not what this version of the plugin knows. Variants are switched off; everything else works. Use the Strapi version in the plugin's README, or update the plugin.`,
      );
    }
  });
}

/** For `destroy`; the first plugin that stops ends it for all. */
export function stopOverlays(strapi: Core.Strapi) {
  const registry = findRegistry(strapi);
  registry?.stop.splice(0).forEach((stop) => stop());
}

/** Reads the live overlays, so that the first visitor does not wait. For `bootstrap`. */
export const warmOverlays = (strapi: Core.Strapi) => freshIndex(strapi).then(() => undefined);
