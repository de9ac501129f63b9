import { PREFIXED_ADDRESSES } from '../lib/allow-list.mjs';
import { LONG_NAMES } from '../lib/guests.mjs';
import { readSchema, withConnection } from '../lib/tables.mjs';
import { listTakenNames } from '../requests/taken-names.mjs';
import { fillProject } from './fill.mjs';
import { compareStates } from './recordings.mjs';

const ROWS = 300;
const EXPECTED = {
  tablePrefix: 'multi_site_',
  column: 'multi_site_id',
  route: '/multi-site/sites',
};
const OUR_TABLES = [
  ...Object.values(LONG_NAMES),
  'content_recommendations',
  'federated_content',
  'sync_status',
];

const regionsAreTheirs = (database) =>
  withConnection(database, async (knex) => {
    const rows = await knex('regions').select('site_id', 'multi_site_id').orderBy('id');
    return rows.flatMap((row, index) =>
      row.site_id === 100 + index && row.multi_site_id === 1 ? [] : [JSON.stringify(row)],
    );
  });

/** A project that already has `sites`, `user_profiles`, a `siteId` and /api/sites: we step aside. */
export async function keepTakenNames({ project, database, port, lane }) {
  const filled = await fillProject({
    project,
    database,
    port,
    rows: ROWS,
    lane,
    more: 'fill-taken-names',
  });
  const { tokens, facts } = filled;
  const requests = listTakenNames(facts);
  const state = { project, database, port, tokens, requests, addresses: PREFIXED_ADDRESSES, lane };
  const { isolation } = await compareStates({ ...state, isShort: true });

  const { names } = isolation;
  lane.check('takes the longer names, and says so', [
    ...Object.entries(EXPECTED).flatMap(([what, name]) =>
      names[what] === name ? [] : [`${what} is ${names[what]}, not ${name}`],
    ),
  ]);
  const schema = await readSchema(database);
  lane.check('tables and columns lie beside those of the project', [
    ...OUR_TABLES.flatMap((table) => (table in schema ? [] : [`no table ${table}`])),
    ...(schema.articles.includes('site_id') ? ['articles has a site_id'] : []),
    ...(await regionsAreTheirs(database)),
  ]);
}
