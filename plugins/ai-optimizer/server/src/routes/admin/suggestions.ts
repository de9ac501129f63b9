import { ACTION } from '../../../../shared/plugin';
import { adminRoute } from './helpers';

const use = { actions: [ACTION.suggest] };
const read = { actions: [ACTION.read] };

export default [
  adminRoute('POST', '/suggestions', 'suggestions.create', use),
  adminRoute('GET', '/suggestions', 'suggestions.find', read),
  adminRoute('POST', '/suggestions/:id/decision', 'suggestions.decide', use),
  adminRoute('POST', '/suggestions/:id/undo', 'suggestions.undo', use),
  adminRoute('GET', '/usage', 'suggestions.usage', read),
];
