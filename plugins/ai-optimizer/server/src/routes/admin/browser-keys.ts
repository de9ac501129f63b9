import { ACTION } from '../../../../shared/plugin';
import { adminRoute } from './helpers';

export default [
  adminRoute('GET', '/browser-keys', 'browser-keys.find', { actions: [ACTION.readSettings] }),
  adminRoute('POST', '/browser-keys', 'browser-keys.create', { actions: [ACTION.manageSettings] }),
  adminRoute('DELETE', '/browser-keys/:id', 'browser-keys.revoke', {
    actions: [ACTION.manageSettings],
  }),
];
