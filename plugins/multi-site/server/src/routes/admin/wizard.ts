import { ACTION } from '../../../../shared/plugin';
import { adminRoute } from './helpers';

const create = { actions: [ACTION.createSites], policies: ['network-only'] };
const remove = { actions: [ACTION.deleteSites], policies: ['network-only'] };

export default [
  adminRoute('GET', '/wizard/templates', 'wizard.templates', create),
  adminRoute('GET', '/wizard/templates/:id/entries', 'wizard.entries', create),
  adminRoute('POST', '/wizard/check', 'wizard.check', create),
  adminRoute('POST', '/wizard', 'wizard.create', create),
  adminRoute('GET', '/wizard/runs/:runId', 'wizard.run', create),
  adminRoute('POST', '/sites/:id/undo', 'wizard.undo', create),
  adminRoute('POST', '/sites/:id/clone', 'wizard.clone', create),
  adminRoute('GET', '/sites/:id/delete-preview', 'removal.preview', remove),
  adminRoute('GET', '/sites/:id/export', 'removal.export', remove),
  adminRoute('DELETE', '/sites/:id', 'removal.remove', remove),
];
