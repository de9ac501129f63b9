const expect = (what, actual, expected) =>
  JSON.stringify(actual) === JSON.stringify(expected)
    ? []
    : [`${what}: ${JSON.stringify(actual)} instead of ${JSON.stringify(expected)}`];

/** The plugin in a new app, after its first start and nothing else. */
export default async function checkFederation(app) {
  const problems = [];
  const closed = await app.anonymous('GET', '/federation/sources');
  problems.push(...expect('admin route without login', closed.status, 401));

  const empty = await app.admin('GET', '/federation/sources');
  problems.push(...expect('sources of a new app', empty.json?.data, []));

  // This machine is a private address: a new installation does not reach it.
  const body = { type: 'feed', config: { url: 'http://127.0.0.1:9/feed.xml' } };
  const refused = await app.admin('POST', '/federation/sources/test', { body });
  const code = refused.json?.error?.details?.code;
  problems.push(...expect('a private address', code, 'FEDERATION_ADDRESS_REFUSED'));
  return problems;
}
