import { ACTION } from '../../../../shared/plugin';
import { adminRoute } from './helpers';

const override = { actions: [ACTION.overrideEntries] };

export default [
  adminRoute('POST', '/overrides', 'overrides.create', override),
  adminRoute('GET', '/overrides/:id', 'overrides.findOne', override),
  adminRoute('PUT', '/overrides/:id/inheritance', 'overrides.inheritance', override),
  adminRoute('POST', '/overrides/:id/review', 'overrides.review', override),
  adminRoute('DELETE', '/overrides/:id', 'overrides.remove', override),
];
