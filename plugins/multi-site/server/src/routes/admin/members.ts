import { ACTION } from '../../../../shared/plugin';
import { adminRoute } from './helpers';

const read = { actions: [ACTION.readMembers] };
const manage = { actions: [ACTION.manageMembers] };

export default [
  adminRoute('GET', '/roles', 'members.roles', read),
  adminRoute('GET', '/users', 'members.users', manage),
  adminRoute('GET', '/sites/:id/members', 'members.find', read),
  adminRoute('PUT', '/sites/:id/members', 'members.setMany', manage),
  adminRoute('POST', '/sites/:id/members/invite', 'members.invite', manage),
  adminRoute('PUT', '/sites/:id/members/:userId', 'members.set', manage),
  adminRoute('DELETE', '/sites/:id/members/:userId', 'members.remove', manage),
];
