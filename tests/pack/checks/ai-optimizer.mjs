const expect = (what, actual, expected) =>
  JSON.stringify(actual) === JSON.stringify(expected)
    ? []
    : [`${what}: ${JSON.stringify(actual)} instead of ${JSON.stringify(expected)}`];

/** The plugin in a new app, after its first start and nothing else: no key, no network. */
export default async function checkAiOptimizer(app) {
  const problems = [];
  const closed = await app.anonymous('GET', '/ai-optimizer/scores');
  problems.push(...expect('admin route without login', closed.status, 401));
  const assignments = await app.anonymous('GET', '/api/ai-optimizer/assignments');
  problems.push(...expect('assignments, not granted', assignments.status, 403));

  const list = await app.admin('GET', '/ai-optimizer/scores');
  problems.push(...expect('scores of a new app', list.json?.data, []));
  const settings = await app.admin('GET', '/ai-optimizer/settings');
  problems.push(...expect('provider of a new app', settings.json?.data?.values?.provider, 'local'));
  const body = { baseline: 0.1, effect: 0.2, coverage: 1, weights: [0.5, 0.5], unitsPerDay: 1000 };
  const plan = await app.admin('POST', '/ai-optimizer/experiments/power', { body });
  problems.push(...expect('visitors an arm', plan.json?.data?.perArm, 3841));
  const vectors = await app.admin('GET', '/ai-optimizer/usage');
  problems.push(...expect('usage of a new app', vectors.json?.data?.spent, 0));
  return problems;
}
