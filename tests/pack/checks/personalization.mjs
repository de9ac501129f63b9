const expect = (what, actual, expected) =>
  JSON.stringify(actual) === JSON.stringify(expected)
    ? []
    : [`${what}: ${JSON.stringify(actual)} instead of ${JSON.stringify(expected)}`];

const EVERYONE = { combinator: 'and', rules: [] };

/** A rule is made and switched on, and a visitor gets what it says. */
export default async function checkPersonalization(app) {
  const problems = [];
  const closed = await app.anonymous('GET', '/api/personalization/resolve');
  problems.push(...expect('resolve before it is granted', closed.status, 403));
  const granted = await app.admin('POST', '/personalization/setup/grant', { body: {} });
  problems.push(...expect('granting', granted.status, 200));
  const body = {
    name: 'Hello',
    tree: EVERYONE,
    actions: [{ type: 'setAttribute', name: 'banner', value: 'hello' }],
    site: 1,
  };
  const made = await app.admin('POST', '/personalization/rules', { body });
  problems.push(...expect('a rule', made.status, 201));
  const on = await app.admin('POST', `/personalization/rules/${made.json?.data?.id}/state`, {
    body: { state: 'active' },
  });
  problems.push(...expect('switched on', on.json?.data?.state, 'active'));
  const open = await app.anonymous('GET', '/api/personalization/resolve');
  problems.push(...expect('what a visitor gets', open.json?.data?.attributes, { banner: 'hello' }));
  const refused = await app.anonymous('POST', '/api/personalization/v1/batch', {
    body: { batch: [] },
  });
  problems.push(...expect('events without a key', refused.status, 401));
  return problems;
}
