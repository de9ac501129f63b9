import type { Core } from '@strapi/strapi';
import { persistTables } from 'suite-kit/server';
import { UID } from '../../shared/plugin';
import { installEdge } from './edge/install';
import { extendGraphql } from './graphql';
import { decideAppNames, storeNames } from './isolation/app-names';
import { moveAside, moveBack } from './isolation/moving';
import { installDocumentLayer } from './isolation/documents';
import { installHomepageLayer } from './isolation/homepage';
import { installLayers } from './isolation/install';
import { installMcpLayer } from './isolation/mcp';
import { installRoleLayer } from './isolation/permissions';
import { assertDatabaseSeams, assertRequestSeams } from './isolation/seams';
import { watchRoutes } from './inspection/routes-seen';
import { installSettling } from './isolation/settle';
import { installWebhookLayer } from './isolation/webhooks';
import { hookOf, permissionsOf } from './isolation/strapi-parts';
import { installPreview } from './preview/install';
import { permissionActions } from './permission-actions';
import { watchPublished } from './revalidation/watch';
import { service } from './services/service';
import { layOverrides } from './sharing/layer';
import { installWorkflowGate } from './workflow/gate';
import { installStageFilter } from './workflow/stage-filter';

const register = async ({ strapi }: { strapi: Core.Strapi }) => {
  const isolation = service(strapi, 'isolation');
  const decision = await decideAppNames(strapi);
  isolation.setNames(decision.names);

  await permissionsOf(strapi).actionProvider.registerMany(permissionActions);
  extendGraphql(strapi);

  assertRequestSeams(strapi);
  installDocumentLayer(strapi, () => isolation.guard());
  layOverrides(strapi);
  installWorkflowGate(strapi);
  watchPublished(strapi);
  installEdge(strapi);
  installPreview(strapi);
  installStageFilter(strapi);
  watchRoutes(strapi);
  const removers = [
    installSettling(strapi),
    installRoleLayer(strapi),
    installHomepageLayer(strapi),
    installWebhookLayer(strapi),
    installMcpLayer(strapi),
  ];

  hookOf(strapi, 'strapi::content-types.beforeSync').register(() => moveAside(strapi, decision));
  // Before every plugin's bootstrap and before cron: the first query already is narrowed. A
  // failure here stops the start, so that nothing is served without a border.
  hookOf(strapi, 'strapi::content-types.afterSync').register(async () => {
    await assertDatabaseSeams(strapi);
    await persistTables(strapi, ourTables(strapi));
    await storeNames(strapi, decision.names);
    await moveBack(strapi, decision);
    const { guard, uninstall } = installLayers(strapi, decision.names.column);
    isolation.started({
      guard,
      uninstall: () => [uninstall, ...removers.reverse()].forEach((remove) => remove()),
    });
    await service(strapi, 'adoption').prepareTables();
    await service(strapi, 'state').fresh();
  });
};

function ourTables(strapi: Core.Strapi) {
  return Object.values(UID).map((uid) => strapi.db.metadata.get(uid).tableName);
}

export default register;
