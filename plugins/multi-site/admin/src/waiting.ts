import type { WaitingLine } from 'suite-kit/admin';
import type { WaitingResponse } from '../../shared/contracts/tasks';
import { ACTION } from '../../shared/plugin';
import { PATHS } from './paths';
import { message } from './texts';

const sum = (key: 'mine' | 'overdue') => (answer: unknown) =>
  (answer as WaitingResponse).data.reduce((total, site) => total + site[key], 0);

/** Our lines of “Waiting for you” on the homepage; they count all sites the person works on. */
export const WAITING: WaitingLine[] = [
  {
    id: 'multi-site.tasks',
    label: message('waiting.tasks'),
    to: `${PATHS.board('current')}?assignee=me`,
    permission: { action: ACTION.useBoard },
    path: '/multi-site/waiting',
    count: sum('mine'),
  },
  {
    id: 'multi-site.overdue',
    label: message('waiting.overdue'),
    to: `${PATHS.board('current')}?assignee=me&due=overdue`,
    permission: { action: ACTION.useBoard },
    path: '/multi-site/waiting',
    count: sum('overdue'),
  },
];
