import { ACTION } from '../../../../shared/plugin';
import { adminRoute } from './helpers';

const read = { actions: [ACTION.readSites] };
const network = (action: string) => ({ actions: [action], policies: ['network-only'] });

export default [
  adminRoute('GET', '/switch', 'switch.find'),
  adminRoute('GET', '/sites', 'sites.find', read),
  adminRoute('POST', '/sites', 'sites.create', network(ACTION.createSites)),
  adminRoute('POST', '/sites/validate', 'sites.validate', read),
  adminRoute('GET', '/sites/:id', 'sites.findOne', read),
  adminRoute('PUT', '/sites/:id', 'sites.update', { actions: [ACTION.updateSites] }),
  adminRoute('GET', '/sites/:id/content', 'sites.content', read),
  adminRoute('POST', '/sites/:id/archive', 'sites.archive', network(ACTION.archiveSites)),
  adminRoute('POST', '/sites/:id/restore', 'sites.restore', network(ACTION.archiveSites)),
];
