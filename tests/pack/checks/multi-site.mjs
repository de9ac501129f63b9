const ROLES = '/users-permissions/roles';
const FIND = ['plugin::multi-site', 'controllers', 'public-sites', 'find', 'enabled'];

const expect = (what, actual, expected) =>
  JSON.stringify(actual) === JSON.stringify(expected)
    ? []
    : [`${what}: ${JSON.stringify(actual)} instead of ${JSON.stringify(expected)}`];

/** What the README says: an endpoint is closed until a role is given it. */
const grantToVisitors = async (app) => {
  const { json } = await app.admin('GET', ROLES);
  const { id } = json.roles.find(({ type }) => type === 'public');
  const { json: full } = await app.admin('GET', `${ROLES}/${id}`);
  const role = structuredClone(full.role);
  const place = FIND.slice(0, -1).reduce((value, key) => value?.[key], role.permissions);
  if (!place) return ['the public role cannot be given GET /api/sites'];
  place.enabled = true;
  const { status } = await app.admin('PUT', `${ROLES}/${id}`, { body: role });
  return expect('granting', status, 200);
};

/** The plugin in a new app, after its first start and nothing else. */
export default async function checkMultiSite(app) {
  const problems = [];
  const closed = await app.anonymous('GET', '/api/sites');
  problems.push(...expect('GET /api/sites, not granted', closed.status, 403));
  problems.push(...(await grantToVisitors(app)));

  const open = await app.anonymous('GET', '/api/sites');
  problems.push(...expect('GET /api/sites', open.status, 200));
  problems.push(
    ...expect(
      'sites',
      open.json?.data?.map(({ name }) => name),
      ['Main'],
    ),
  );
  const current = await app.anonymous('GET', '/multi-site/sites');
  problems.push(...expect('admin route without login', current.status, 401));

  const headers = { 'X-Site': '*' };
  const isolation = await app.admin('GET', '/multi-site/isolation', { headers });
  problems.push(...expect('mode of a new app', isolation.json?.data?.mode, 'enforce'));
  const body = { name: 'Shop', domain: 'shop.example' };
  const made = await app.admin('POST', '/multi-site/sites', { headers, body });
  problems.push(...expect('a second site', made.json?.data?.number, 2));
  const sites = await app.admin('GET', '/multi-site/sites?sort=number:asc', { headers });
  problems.push(
    ...expect(
      'sites',
      sites.json?.data?.map(({ slug }) => slug),
      ['main', 'shop'],
    ),
  );
  const visitor = await app.anonymous('GET', '/api/sites');
  problems.push(...expect('a visitor sees the own site', visitor.json?.data?.length, 1));
  return problems;
}
