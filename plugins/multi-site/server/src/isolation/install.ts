import type { Core } from '@strapi/strapi';
import { PLUGIN_ID } from '../../../shared/plugin';
import { service } from '../services/service';
import { installForgetting } from './forgetting';
import { createGuard } from './guard';
import { installKnexNet } from './knex-net';
import { installLinkLayer } from './links';
import { installQueryBuilderLayer } from './query-builder';
import { installRegistering } from './registering';
import { readScopedTables } from './scoped-tables';

/** Puts all layers around this Strapi's database. */
export function installLayers(strapi: Core.Strapi, column: string) {
  const state = service(strapi, 'state');
  const guard = createGuard({
    tables: readScopedTables(strapi, column),
    context: () => service(strapi, 'context').current(),
    state: () => {
      const { isActive, mode } = state.snapshot();
      return { isActive, onlySite: state.onlySite(), isReporting: !isActive && mode === 'report' };
    },
    report: (finding) => service(strapi, 'report').add(finding),
    unscopedWrites: strapi.config.get(`plugin::${PLUGIN_ID}.unscopedWrites`),
  });

  const removers = [
    installQueryBuilderLayer(strapi, guard),
    installLinkLayer(strapi, guard),
    installKnexNet(strapi, guard),
    installRegistering(strapi, guard),
    installForgetting(strapi),
  ];
  const uninstall = () => removers.forEach((remove) => remove());
  return { guard, uninstall };
}
