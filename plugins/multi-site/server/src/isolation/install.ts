import type { Core } from '@strapi/strapi';
import { PLUGIN_ID } from '../../../shared/plugin';
import { installFileGuard } from '../copying/stored-files';
import { service } from '../services/service';
import { installForgetting } from './forgetting';
import { createGuard, type GuardState } from './guard';
import { installImporting } from './importing';
import { installKnexNet } from './knex-net';
import { installLinkLayer } from './links';
import { installQueryBuilderLayer } from './query-builder';
import { installRegistering } from './registering';
import { readScopedTables } from './scoped-tables';
import { installUniqueKeyLayer } from './unique-keys';

/** Puts all layers around this Strapi's database. */
export function installLayers(strapi: Core.Strapi, column: string) {
  // Asked for every query: the services are looked up once, and the state is put together only
  // when the sites have changed.
  const state = service(strapi, 'state');
  const context = service(strapi, 'context');
  let seen: ReturnType<typeof state.snapshot> | null = null;
  let guardState: GuardState = { isActive: false, onlySite: null, isReporting: false };
  const importing = installImporting(strapi);
  const guard = createGuard({
    tables: readScopedTables(strapi, column),
    context: context.current,
    state: () => {
      const snapshot = state.snapshot();
      if (snapshot !== seen) {
        const { isActive, mode } = snapshot;
        const isReporting = !isActive && mode === 'report';
        guardState = { isActive, onlySite: state.onlySite(), isReporting };
        seen = snapshot;
      }
      return importing.isImporting() ? { ...guardState, onlySite: null } : guardState;
    },
    report: (finding) => service(strapi, 'report').add(finding),
    unscopedWrites: strapi.config.get(`plugin::${PLUGIN_ID}.unscopedWrites`),
    shares: () => state.snapshot().shares,
    inlineShares: strapi.config.get(`plugin::${PLUGIN_ID}.inlineShares`),
  });

  const removers = [
    importing.uninstall,
    installQueryBuilderLayer(strapi, guard),
    installUniqueKeyLayer(strapi, guard),
    installLinkLayer(strapi, guard),
    installKnexNet(strapi, guard),
    installRegistering(strapi, guard),
    installForgetting(strapi),
    installFileGuard(strapi),
  ];
  // The other way round: two of them wrap the same property.
  const uninstall = () => [...removers].reverse().forEach((remove) => remove());
  return { guard, uninstall };
}
