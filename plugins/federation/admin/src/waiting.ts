import type { WaitingLine } from 'suite-kit/admin';
import type { Waiting } from '../../shared/contracts/entries';
import { ACTION } from '../../shared/plugin';
import { PATHS } from './paths';
import { message } from './texts';

const line = (
  id: keyof Waiting,
  { label, to }: Pick<WaitingLine, 'label' | 'to'>,
): WaitingLine => ({
  id: `federation-${id}`,
  label,
  to,
  permission: { action: ACTION.read, subject: null },
  path: '/federation/waiting',
  count: (answer) => (answer as { data: Waiting }).data[id],
});

/** What waits for somebody, on the homepage. */
export const WAITING: WaitingLine[] = [
  line('conflicts', { label: message('waiting.conflicts'), to: PATHS.conflicts }),
  line('failedSources', { label: message('waiting.failed'), to: PATHS.sources }),
];
