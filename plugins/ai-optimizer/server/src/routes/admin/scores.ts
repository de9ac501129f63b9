import { ACTION } from '../../../../shared/plugin';
import { adminRoute } from './helpers';

const read = { actions: [ACTION.read] };
const rescore = { actions: [ACTION.rescore] };

export default [
  adminRoute('POST', '/analyze', 'scores.analyze', read),
  adminRoute('GET', '/types/:uid', 'scores.type', read),
  adminRoute('GET', '/scores', 'scores.find', read),
  adminRoute('GET', '/scores/overview', 'scores.overview', read),
  adminRoute('GET', '/scores/export', 'scores.export', read),
  adminRoute('POST', '/scores/rescore', 'scores.rescore', rescore),
  adminRoute('GET', '/scores/runs/latest', 'scores.latestRun', read),
  adminRoute('GET', '/scores/runs/:id', 'scores.run', read),
  adminRoute('POST', '/scores/runs/:id/cancel', 'scores.cancelRun', rescore),
  adminRoute('GET', '/scores/:uid/:documentId', 'scores.findOne', read),
  adminRoute('PUT', '/scores/:uid/:documentId/keyphrase', 'scores.setKeyphrase', {
    actions: [ACTION.suggest],
  }),
];
