import browserKeys from './admin/browser-keys';
import experiments from './admin/experiments';
import scores from './admin/scores';
import settings from './admin/settings';
import start from './admin/start';
import suggestions from './admin/suggestions';
import visitors from './content-api/visitors';

export default {
  admin: {
    type: 'admin',
    routes: [...start, ...scores, ...suggestions, ...experiments, ...settings, ...browserKeys],
  },
  'content-api': { type: 'content-api', routes: visitors },
};
