import { ACTION } from '../../../../shared/plugin';
import { adminRoute } from './helpers';

export default [
  adminRoute('GET', '/first-steps', 'start.firstSteps', { actions: [ACTION.read] }),
  // Changes roles, so it takes what changing roles takes.
  adminRoute('POST', '/first-steps/grant', 'start.grant', { actions: ['admin::roles.update'] }),
  adminRoute('GET', '/waiting/tests', 'start.tests', { actions: [ACTION.manageExperiments] }),
  adminRoute('GET', '/waiting/budgets', 'start.budgets', { actions: [ACTION.manageSettings] }),
];
