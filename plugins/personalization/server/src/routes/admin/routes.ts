import { ACTION } from '../../../../shared/plugin';
import { adminRoute } from './helpers';

const read = { actions: [ACTION.read] };
const rules = { actions: [ACTION.manageRules] };
const visitors = { actions: [ACTION.readVisitors] };
const erase = { actions: [ACTION.manageVisitors] };
const manage = { actions: [ACTION.manage] };

export const adminRoutes = [
  adminRoute('GET', '/overview', 'analytics.overview', read),
  adminRoute('GET', '/setup', 'analytics.setup', read),
  // Changes roles, so it takes what changing roles takes.
  adminRoute('POST', '/setup/grant', 'analytics.grant', {
    actions: [ACTION.manage, 'admin::roles.update'],
  }),
  adminRoute('DELETE', '/samples', 'analytics.removeSamples', manage),
  adminRoute('GET', '/waiting', 'analytics.waiting', read),

  adminRoute('GET', '/rules', 'rules.find', read),
  adminRoute('POST', '/rules', 'rules.create', rules),
  adminRoute('POST', '/rules/order', 'rules.order', rules),
  adminRoute('POST', '/rules/matches', 'rules.matches', read),
  adminRoute('POST', '/rules/why', 'rules.why', read),
  adminRoute('GET', '/rules/:id', 'rules.findOne', read),
  adminRoute('PUT', '/rules/:id', 'rules.update', rules),
  adminRoute('DELETE', '/rules/:id', 'rules.delete', rules),
  adminRoute('POST', '/rules/:id/state', 'rules.setState', rules),
  adminRoute('POST', '/rules/:id/restore', 'rules.restore', rules),

  adminRoute('GET', '/audiences', 'audiences.find', read),
  adminRoute('POST', '/audiences', 'audiences.create', rules),
  adminRoute('PUT', '/audiences/:id', 'audiences.update', rules),
  adminRoute('DELETE', '/audiences/:id', 'audiences.delete', rules),
  adminRoute('GET', '/variants', 'audiences.variants', read),
  adminRoute('POST', '/variants', 'audiences.createVariant', rules),
  adminRoute('POST', '/variants/:id/review', 'audiences.reviewVariant', rules),
  adminRoute('DELETE', '/variants/:id', 'audiences.deleteVariant', rules),

  adminRoute('GET', '/visitors', 'visitors.find', visitors),
  adminRoute('GET', '/visitors/:id', 'visitors.findOne', visitors),
  adminRoute('GET', '/visitors/:id/export', 'visitors.export', erase),
  adminRoute('POST', '/visitors/:id/erase', 'visitors.erase', erase),

  adminRoute('GET', '/models', 'visitors.models', read),
  adminRoute('POST', '/models/train', 'visitors.train', rules),
  adminRoute('GET', '/recommendations', 'visitors.recommend', read),

  adminRoute('GET', '/analytics', 'analytics.figures', read),
  adminRoute('POST', '/analytics/import', 'analytics.import', manage),
  adminRoute('GET', '/keys', 'analytics.keys', manage),
  adminRoute('POST', '/keys', 'analytics.createKey', manage),
  adminRoute('POST', '/keys/:id/rotate', 'analytics.rotateKey', manage),
  adminRoute('DELETE', '/keys/:id', 'analytics.revokeKey', manage),
  adminRoute('POST', '/preview', 'analytics.preview', rules),
  adminRoute('GET', '/settings', 'analytics.settings', read),
  adminRoute('PUT', '/settings', 'analytics.updateSettings', manage),
];
