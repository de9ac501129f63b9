import { ACTION } from '../../../../shared/plugin';
import { adminRoute } from './helpers';

const read = { actions: [ACTION.readExperiments] };
const manage = { actions: [ACTION.manageExperiments] };

export default [
  adminRoute('GET', '/experiments', 'experiments.find', read),
  adminRoute('POST', '/experiments', 'experiments.create', manage),
  adminRoute('POST', '/experiments/power', 'experiments.power', read),
  adminRoute('GET', '/experiments/:id', 'experiments.findOne', read),
  adminRoute('PUT', '/experiments/:id', 'experiments.update', manage),
  adminRoute('DELETE', '/experiments/:id', 'experiments.remove', manage),
  adminRoute('PUT', '/experiments/:id/variants/:variant/fields', 'experiments.setFields', manage),
  adminRoute('POST', '/experiments/:id/start', 'experiments.start', manage),
  adminRoute('POST', '/experiments/:id/stop', 'experiments.stop', manage),
  adminRoute('POST', '/experiments/:id/promote', 'experiments.promote', manage),
  adminRoute('POST', '/experiments/:id/revert', 'experiments.revert', manage),
  adminRoute('GET', '/experiments/:id/results', 'experiments.results', read),
  adminRoute('GET', '/variants', 'entry-variants.find', read),
  adminRoute('POST', '/variants/:id/review', 'entry-variants.review', manage),
];
