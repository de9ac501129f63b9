import { ACTION } from '../../../../shared/plugin';
import { adminRoute } from './helpers';

const manage = { actions: [ACTION.manageWorkflow] };
// Which entries somebody sees and moves is decided by Strapi's own permissions on them.
const board = { actions: [ACTION.useBoard] };

export default [
  adminRoute('GET', '/sites/:id/workflow', 'workflows.find', manage),
  adminRoute('PUT', '/sites/:id/workflow', 'workflows.save', manage),
  adminRoute('GET', '/sites/:id/board', 'tasks.board', board),
  adminRoute('GET', '/sites/:id/tasks', 'tasks.find', board),
  // The panel and the list column are for everybody who works on entries.
  adminRoute('GET', '/sites/:id/tasks/entry', 'tasks.entry'),
  adminRoute('GET', '/sites/:id/tasks/stages', 'tasks.stages'),
  adminRoute('PUT', '/sites/:id/tasks/:task', 'tasks.update'),
  adminRoute('POST', '/sites/:id/tasks/:task/move', 'tasks.move'),
  adminRoute('POST', '/sites/:id/tasks/:task/comments', 'tasks.comment'),
  adminRoute('GET', '/waiting', 'tasks.waiting'),
];
