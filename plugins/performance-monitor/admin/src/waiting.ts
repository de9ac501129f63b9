import { totalOf, type WaitingLine } from 'suite-kit/admin';
import { ACTION, PLUGIN_ID } from '../../shared/plugin';
import { message } from './texts';

/** Our line of “Waiting for you” on the homepage. */
export const WAITING: WaitingLine[] = [
  {
    id: 'performance-monitor.alerts',
    label: message('waiting.alerts'),
    to: `plugins/${PLUGIN_ID}/alerts`,
    permission: { action: ACTION.read },
    path: `/${PLUGIN_ID}/alerts/events?state=open&pageSize=1`,
    count: totalOf,
  },
];
