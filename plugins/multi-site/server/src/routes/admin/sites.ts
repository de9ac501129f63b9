import { ACTION } from '../../../../shared/plugin';
import { adminRoute } from './helpers';

const read = { actions: [ACTION.readSites] };
const update = { actions: [ACTION.updateSites] };
const network = (action: string) => ({ actions: [action], policies: ['network-only'] });

export default [
  adminRoute('GET', '/switch', 'switch.find'),
  adminRoute('GET', '/sites', 'sites.find', read),
  adminRoute('POST', '/sites', 'sites.create', network(ACTION.createSites)),
  adminRoute('POST', '/sites/validate', 'sites.validate', read),
  adminRoute('GET', '/sites/:id', 'sites.findOne', read),
  adminRoute('PUT', '/sites/:id', 'sites.update', update),
  adminRoute('GET', '/sites/:id/content', 'sites.content', read),
  // The address of a front end may hold a key, so reading it takes the right to change it.
  adminRoute('GET', '/sites/:id/revalidation', 'revalidation.find', update),
  adminRoute('PUT', '/sites/:id/revalidation', 'revalidation.save', update),
  adminRoute('DELETE', '/sites/:id/revalidation', 'revalidation.remove', update),
  adminRoute('POST', '/sites/:id/revalidation/test', 'revalidation.test', update),
  adminRoute('POST', '/sites/:id/archive', 'sites.archive', network(ACTION.archiveSites)),
  adminRoute('POST', '/sites/:id/restore', 'sites.restore', network(ACTION.archiveSites)),
];
