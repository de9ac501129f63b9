import { ACTION } from '../../../../shared/plugin';
import { adminRoute } from './helpers';

const read = { actions: [ACTION.read] };
const manage = { actions: [ACTION.manage] };

export default [
  adminRoute('GET', '/overview', 'health.overview', read),
  adminRoute('GET', '/glance', 'health.glance', read),
  adminRoute('GET', '/routes', 'health.routes', read),
  adminRoute('GET', '/routes/detail', 'health.route', read),
  adminRoute('GET', '/queries', 'health.queries', read),
  adminRoute('GET', '/queries/server', 'health.serverStatements', read),
  adminRoute('GET', '/queries/:fingerprint', 'health.query', read),
  adminRoute('POST', '/queries/:fingerprint/explain', 'health.explain', {
    actions: [ACTION.explain],
  }),
  adminRoute('GET', '/delivery', 'health.delivery', read),
  adminRoute('GET', '/ai', 'health.ai', read),
  adminRoute('GET', '/traces', 'health.traces', read),
  adminRoute('GET', '/traces/:id', 'health.trace', read),
  adminRoute('GET', '/markers', 'health.markers', read),
  adminRoute('GET', '/markers/:id/comparison', 'health.compare', read),
  adminRoute('POST', '/markers', 'health.addMarker', manage),
  adminRoute('DELETE', '/markers/:id', 'health.removeMarker', manage),
  adminRoute('GET', '/choices', 'health.choices', read),
  adminRoute('GET', '/settings', 'settings.find', read),
  adminRoute('PUT', '/settings', 'settings.change', manage),
  adminRoute('POST', '/settings/metrics-token', 'settings.renewMetricsToken', manage),
  adminRoute('GET', '/settings/browser-keys', 'settings.browserKeys', manage),
  adminRoute('POST', '/settings/browser-keys', 'settings.makeBrowserKey', manage),
  adminRoute('DELETE', '/samples', 'settings.removeSamples', manage),
];
