import { asGuest, ownAddress } from '../lib/allow-list.mjs';
import { compareRecordings } from '../lib/compare.mjs';
import { openPluginAdmin } from '../lib/plugin-admin.mjs';
import { record } from '../lib/recorder.mjs';
import { startServer } from '../lib/server.mjs';
import { checksums, differentTables, lastIds, readSchema } from '../lib/tables.mjs';
import { FILLED } from './fill.mjs';

/** Where an installed plugin adds rows of its own: the super admin's permissions. */
const GROWING = ['admin_permissions', 'admin_permissions_role_lnk'];

/** One request in so many is played again after the second start. */
const SAMPLED = 5;

const play = async ({
  project,
  database,
  port,
  tokens,
  requests,
  label,
  before = async () => {},
}) => {
  const server = await startServer({ project, database, port, label });
  try {
    const seen = await before(server);
    const started = Date.now();
    const answers = await record({ port, tokens, requests });
    return { answers, seen, ms: Date.now() - started };
  } finally {
    await server.stop();
  }
};

const checkRecording = (lane, what, { compared, differences }) =>
  lane.check(`${what}: ${compared} answers, ${differences.length} different`, differences);

const watchAdoption = async ({ port }) => {
  const admin = await openPluginAdmin({ port });
  return { isolation: await admin.adopted(), sites: await admin.sites() };
};

const checkAdopted = (lane, { isolation, sites }) => {
  const left = isolation.types.filter(({ unassigned }) => unassigned > 0);
  lane.check('one site "Main" has everything, report mode, nothing closed', [
    ...(isolation.mode === 'report' ? [] : [`mode is ${isolation.mode}`]),
    ...(sites.length === 1 && sites[0].number === 1 ? [] : [JSON.stringify(sites)]),
    ...left.map(({ table, unassigned }) => `${table}: ${unassigned} rows without a site`),
  ]);
};

/**
 * The second start is what a project lives with: a sample of the reads, first as adoption left it,
 * then with the border closed and still one site.
 */
const compareRestarted = async ({ before, addresses, lane, ...state }) => {
  const sample = (list) => list.filter(({ fresh }, index) => !fresh && index % SAMPLED === 0);
  const options = { view: asGuest, isFree: ownAddress(addresses) };
  const expected = sample(before);
  const requests = sample(state.requests);
  const server = await startServer({ ...state, label: 'restarted' });
  try {
    const reporting = await record({ ...state, requests });
    checkRecording(lane, 'second start', compareRecordings(expected, reporting, options));
    const admin = await openPluginAdmin(state);
    await admin.enforce();
    const enforcing = await record({ ...state, requests });
    checkRecording(
      lane,
      'border closed, one site',
      compareRecordings(expected, enforcing, options),
    );
  } finally {
    await server.stop();
  }
};

/**
 * The same requests in three states: before installation (twice, to prove the comparison), with
 * the plugin installed and nothing configured, and after its removal. `isShort` leaves out what
 * was proved with another project: the control run and the second start.
 */
export async function compareStates({ requests, addresses, lane, isShort = false, ...place }) {
  const { project, database } = place;
  const state = { ...place, requests };
  const schema = await readSchema(database);

  const before = await play({ ...state, label: 'before' });
  const upTo = await lastIds(database, GROWING);
  const sumsBefore = await checksums(database, schema);
  lane.say(`before: ${before.answers.length} answers in ${before.ms} ms`);
  const compare = (what, answers, options) =>
    checkRecording(lane, what, compareRecordings(before.answers, answers, options));

  if (!isShort) {
    await database.restore(FILLED);
    const control = await play({ ...state, label: 'control' });
    compare('control, before against before', control.answers);
  }

  await database.restore(FILLED);
  await project.install();
  const installed = await play({ ...state, label: 'installed', before: watchAdoption });
  checkAdopted(lane, installed.seen);
  compare('with all plugins, nothing configured', installed.answers, {
    view: asGuest,
    isFree: ownAddress(addresses),
  });
  lane.check(
    'every row of the project is as it was',
    differentTables(sumsBefore, await checksums(database, schema, { upTo })),
  );
  if (!isShort) await compareRestarted({ ...state, before: before.answers, addresses, lane });

  await project.uninstall();
  const removed = await play({ ...state, label: 'removed' });
  compare('after removal', removed.answers);
  lane.check(
    'every row of the project is as it was, after removal',
    differentTables(sumsBefore, await checksums(database, schema)),
  );
  return { ...installed.seen, answers: before.answers };
}
