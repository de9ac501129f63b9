import { ACTION } from '../../../../shared/plugin';
import { adminRoute } from './helpers';

const read = { actions: [ACTION.read] };
const manage = { actions: [ACTION.manage] };

export default [
  adminRoute('GET', '/alerts/rules', 'alerts.rules', read),
  adminRoute('POST', '/alerts/rules', 'alerts.createRule', manage),
  adminRoute('POST', '/alerts/preview', 'alerts.previewRule', read),
  adminRoute('GET', '/alerts/rules/:id', 'alerts.rule', read),
  adminRoute('PUT', '/alerts/rules/:id', 'alerts.changeRule', manage),
  adminRoute('DELETE', '/alerts/rules/:id', 'alerts.removeRule', manage),
  adminRoute('POST', '/alerts/rules/:id/test', 'alerts.testRule', read),
  adminRoute('GET', '/alerts/events', 'alerts.events', read),
  adminRoute('GET', '/alerts/silences', 'alerts.silences', read),
  adminRoute('POST', '/alerts/silences', 'alerts.createSilence', manage),
  adminRoute('DELETE', '/alerts/silences/:id', 'alerts.removeSilence', manage),
  adminRoute('GET', '/channels', 'alerts.channels', read),
  adminRoute('POST', '/channels', 'alerts.createChannel', manage),
  adminRoute('PUT', '/channels/:id', 'alerts.changeChannel', manage),
  adminRoute('DELETE', '/channels/:id', 'alerts.removeChannel', manage),
  adminRoute('POST', '/channels/:id/test', 'alerts.testChannel', manage),
];
