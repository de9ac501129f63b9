import browserKeys from './browser-keys';
import entryVariants from './entry-variants';
import experiments from './experiments';
import scores from './scores';
import settings from './settings';
import start from './start';
import suggestions from './suggestions';
import visitors from './visitors';

export default {
  'browser-keys': browserKeys,
  'entry-variants': entryVariants,
  experiments,
  scores,
  settings,
  start,
  suggestions,
  visitors,
};
