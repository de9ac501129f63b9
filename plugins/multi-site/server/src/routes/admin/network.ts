import { ACTION } from '../../../../shared/plugin';
import { adminRoute } from './helpers';

const network = { actions: [ACTION.manageIsolation], policies: ['network-only'] };

export default [
  adminRoute('GET', '/tokens', 'tokens.find', network),
  adminRoute('PUT', '/tokens/:tokenId', 'tokens.bind', network),
  adminRoute('GET', '/webhooks', 'webhooks.find', network),
  adminRoute('PUT', '/webhooks/:webhookId', 'webhooks.bind', network),
  adminRoute('GET', '/assigning/fields', 'assigning.fields', network),
  adminRoute('POST', '/assigning/preview', 'assigning.preview', network),
  adminRoute('POST', '/assigning', 'assigning.assign', network),
  adminRoute('GET', '/isolation', 'isolation.find', network),
  adminRoute('GET', '/isolation/inventory', 'isolation.inventory', network),
  adminRoute('PUT', '/isolation/mode', 'isolation.setMode', network),
  adminRoute('DELETE', '/isolation/report', 'isolation.clearReport', network),
  adminRoute('POST', '/isolation/assign-unassigned', 'isolation.assignUnassigned', network),
];
