import conflicts from './conflicts';
import connections from './connections';
import firstSteps from './first-steps';
import locks from './locks';
import origins from './origins';
import runs from './runs';
import samples from './samples';
import sources from './sources';
import sync from './sync';
import undo from './undo';

export const services = {
  conflicts,
  connections,
  'first-steps': firstSteps,
  locks,
  origins,
  runs,
  samples,
  sources,
  sync,
  undo,
};
