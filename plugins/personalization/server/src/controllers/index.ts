import analytics from './analytics';
import audiences from './audiences';
import intake from './intake';
import publicController from './public';
import rules from './rules';
import visitors from './visitors';

export default { analytics, audiences, intake, public: publicController, rules, visitors };
