import { OWN_ADDRESSES } from '../lib/allow-list.mjs';
import { openDatabase } from '../lib/database.mjs';
import { tidyAfter } from '../lib/interrupt.mjs';
import { copyProject } from '../lib/project.mjs';
import { freePort } from '../lib/server.mjs';
import { readSchema } from '../lib/tables.mjs';
import { listRequests } from '../requests/index.mjs';
import { fillProject } from './fill.mjs';
import { switchOffAndOn } from './off-and-on.mjs';
import { checkComparison } from './planted.mjs';
import { compareStates } from './recordings.mjs';
import { takeNamesLater } from './names-taken-later.mjs';
import { keepTakenNames } from './taken-names.mjs';

const withProject = async ({ name, overlay, client, url, keep, lane }, work) => {
  const project = await copyProject({ name, overlay });
  const database = openDatabase({ client, url, appDir: project.appDir, name });
  const runToEnd = async () => {
    try {
      await work({ project, database, port: await freePort() });
    } catch (error) {
      lane.check(`${name} runs to its end`, [error.stack ?? String(error)]);
    }
  };
  const tidy = async () => {
    if (keep) {
      lane.say(`kept: ${project.workDir}`);
      return;
    }
    await database.remove();
    await project.remove();
  };
  await tidyAfter(runToEnd, tidy);
};

/** Everything on one database. */
export async function runLane({ rows, lane, client, ...options }) {
  const place = { ...options, client, lane };
  await withProject({ ...place, name: `existing-${client}` }, async (parts) => {
    const { tokens, facts } = await fillProject({ ...parts, rows, lane });
    const hostTables = await readSchema(parts.database);
    const requests = listRequests(facts);
    const state = { ...parts, tokens, requests, addresses: OWN_ADDRESSES, lane };
    const { answers } = await compareStates(state);
    checkComparison({ lane, answers });
    const { ownSchema, sites } = await switchOffAndOn({ ...parts, lane, hostTables });
    await takeNamesLater({ ...parts, lane, ownSchema, sites });
  });
  await withProject({ ...place, name: `taken-${client}`, overlay: 'taken-names' }, (parts) =>
    keepTakenNames({ ...parts, lane }),
  );
}
