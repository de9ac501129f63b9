import { ACTION } from '../../../../shared/plugin';
import { adminRoute } from './helpers';

const read = { actions: [ACTION.readSites] };
const network = { actions: [ACTION.readSites], policies: ['network-only'] };

export default [
  adminRoute('GET', '/dashboard', 'dashboard.network', network),
  adminRoute('GET', '/sites/:id/dashboard', 'dashboard.site', read),
  adminRoute('GET', '/sites/:id/domain-health', 'dashboard.domains', read),
];
