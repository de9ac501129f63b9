const expect = (what, actual, expected) =>
  JSON.stringify(actual) === JSON.stringify(expected)
    ? []
    : [`${what}: ${JSON.stringify(actual)} instead of ${JSON.stringify(expected)}`];

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** The plugin in a new app: it counts what was asked, and keeps its doors closed. */
export default async function checkPerformanceMonitor(app) {
  const problems = [];
  const closed = await app.anonymous('GET', '/performance-monitor/overview');
  problems.push(...expect('admin route without login', closed.status, 401));
  const metrics = await app.anonymous('GET', '/api/performance-monitor/metrics');
  problems.push(...expect('metrics before they are switched on', metrics.status, 404));

  for (let at = 0; at < 5; at += 1) await app.anonymous('GET', '/api/nothing-here');
  await pause(200);
  // A change of the settings writes what was measured so far.
  const saved = await app.admin('PUT', '/performance-monitor/settings', { body: { slowMs: 900 } });
  problems.push(
    ...expect('saving the settings', [saved.status, saved.json?.data?.slowMs], [200, 900]),
  );
  const routes = await app.admin('GET', '/performance-monitor/routes');
  const unmatched = routes.json?.data?.rows?.find(({ route }) => route === 'unmatched');
  problems.push(...expect('requests counted', (unmatched?.count ?? 0) >= 5, true));
  return problems;
}
