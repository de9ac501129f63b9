import type { Core } from '@strapi/strapi';
import { persistTables } from 'suite-kit/server';
import { UID } from '../../shared/plugin';
import { extendGraphql } from './graphql';
import { decideAppNames, storeNames } from './isolation/app-names';
import { moveAside, moveBack } from './isolation/moving';
import { installDocumentLayer } from './isolation/documents';
import { installHomepageLayer } from './isolation/homepage';
import { installLayers } from './isolation/install';
import { installRoleLayer } from './isolation/permissions';
import { assertDatabaseSeams, assertRequestSeams } from './isolation/seams';
import { installSettling } from './isolation/settle';
import { hookOf, permissionsOf } from './isolation/strapi-parts';
import { permissionActions } from './permission-actions';
import { service } from './services/service';

const register = async ({ strapi }: { strapi: Core.Strapi }) => {
  const isolation = service(strapi, 'isolation');
  const decision = await decideAppNames(strapi);
  isolation.setNames(decision.names);

  await permissionsOf(strapi).actionProvider.registerMany(permissionActions);
  extendGraphql(strapi);

  assertRequestSeams(strapi);
  installDocumentLayer(strapi, () => isolation.guard());
  const removeSettling = installSettling(strapi);
  const removeRoles = installRoleLayer(strapi);
  const removeHomepage = installHomepageLayer(strapi);

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
      uninstall: () =>
        [uninstall, removeHomepage, removeRoles, removeSettling].forEach((remove) => remove()),
    });
    await service(strapi, 'adoption').prepareTables();
    await service(strapi, 'state').fresh();
  });
};

function ourTables(strapi: Core.Strapi) {
  return Object.values(UID).map((uid) => strapi.db.metadata.get(uid).tableName);
}

export default register;
