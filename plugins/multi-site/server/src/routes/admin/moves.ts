import { ACTION } from '../../../../shared/plugin';
import { adminRoute } from './helpers';

const move = { actions: [ACTION.moveEntries] };

export default [
  adminRoute('GET', '/move/targets', 'moves.targets', move),
  adminRoute('POST', '/move/preview', 'moves.preview', move),
  adminRoute('POST', '/move', 'moves.move', move),
  adminRoute('GET', '/audit', 'audit.find', { actions: [ACTION.readAudit] }),
  adminRoute('POST', '/audit/:entry/undo', 'audit.undo'),
];
