import { ACTION } from '../../../../shared/plugin';
import { adminRoute } from './helpers';

const read = { actions: [ACTION.read] };
const manage = { actions: [ACTION.manageSources] };
const start = { actions: [ACTION.startRuns] };
const resolve = { actions: [ACTION.resolveConflicts] };

export default [
  adminRoute('GET', '/first-steps', 'first-steps.find', read),
  // Changes roles, so it takes what changing roles takes.
  adminRoute('POST', '/first-steps/grant', 'first-steps.grant', {
    actions: ['admin::roles.update'],
  }),
  adminRoute('GET', '/types', 'sources.localTypes', manage),
  adminRoute('GET', '/waiting', 'origins.waiting', read),
  adminRoute('GET', '/audit', 'origins.audit', read),

  adminRoute('GET', '/sources', 'sources.find', read),
  adminRoute('POST', '/sources', 'sources.create', manage),
  // A source that is being set up and has no id yet.
  adminRoute('POST', '/sources/test', 'sources.testDraft', manage),
  adminRoute('POST', '/sources/discover', 'sources.discoverDraft', manage),
  adminRoute('POST', '/sources/propose', 'sources.propose', manage),
  adminRoute('POST', '/sources/sample', 'sources.sample', manage),
  adminRoute('POST', '/sources/preview', 'sources.previewDraft', manage),
  adminRoute('GET', '/sources/:id', 'sources.findOne', read),
  adminRoute('PUT', '/sources/:id', 'sources.update', manage),
  adminRoute('DELETE', '/sources/:id', 'sources.remove', manage),
  adminRoute('POST', '/sources/:id/test', 'sources.test', manage),
  adminRoute('POST', '/sources/:id/discover', 'sources.discover', manage),
  adminRoute('POST', '/sources/:id/preview', 'sources.preview', read),
  adminRoute('POST', '/sources/:id/run', 'runs.start', start),

  adminRoute('GET', '/runs', 'runs.find', read),
  adminRoute('GET', '/runs/:id', 'runs.findOne', read),
  adminRoute('POST', '/runs/:id/cancel', 'runs.cancel', start),
  adminRoute('POST', '/runs/:id/retry', 'runs.retry', start),
  adminRoute('POST', '/runs/:id/apply-deletes', 'runs.applyDeletes', start),
  adminRoute('POST', '/runs/:id/undo', 'runs.undo', start),

  adminRoute('GET', '/conflicts', 'conflicts.find', read),
  adminRoute('POST', '/conflicts/resolve', 'conflicts.resolveMany', resolve),
  adminRoute('GET', '/conflicts/:id', 'conflicts.findOne', read),
  adminRoute('POST', '/conflicts/:id/resolve', 'conflicts.resolve', resolve),
  adminRoute('POST', '/conflicts/:id/undo', 'conflicts.undo', resolve),

  adminRoute('GET', '/content/:uid/:documentId', 'origins.findOne', read),
  adminRoute('POST', '/content/:uid/:documentId/detach', 'origins.detach', resolve),
  adminRoute('POST', '/content/:uid/:documentId/attach', 'origins.attach', resolve),
];
