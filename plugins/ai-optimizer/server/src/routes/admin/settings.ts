import { ACTION } from '../../../../shared/plugin';
import { adminRoute } from './helpers';

export default [
  adminRoute('GET', '/settings', 'settings.find', { actions: [ACTION.readSettings] }),
  adminRoute('PUT', '/settings', 'settings.update', { actions: [ACTION.manageSettings] }),
  adminRoute('POST', '/settings/test', 'settings.test', { actions: [ACTION.manageSettings] }),
];
