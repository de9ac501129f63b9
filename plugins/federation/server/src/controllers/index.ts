import conflicts from './conflicts';
import firstSteps from './first-steps';
import origins from './origins';
import runs from './runs';
import sources from './sources';

export default { conflicts, 'first-steps': firstSteps, origins, runs, sources };
