import { totalOf, type WaitingLine } from 'suite-kit/admin';
import { ACTION } from '../../shared/plugin';
import { PATHS } from './paths';
import { message } from './texts';

/** Our lines of “Waiting for you” on the homepage. */
export const WAITING: WaitingLine[] = [
  {
    id: 'ai-optimizer.tests',
    label: message('waiting.tests'),
    to: `${PATHS.experiments}?state=running`,
    permission: { action: ACTION.manageExperiments },
    path: '/ai-optimizer/waiting/tests',
    count: totalOf,
  },
  {
    id: 'ai-optimizer.budgets',
    label: message('waiting.budgets'),
    to: PATHS.usage,
    permission: { action: ACTION.manageSettings },
    path: '/ai-optimizer/waiting/budgets',
    count: totalOf,
  },
];
