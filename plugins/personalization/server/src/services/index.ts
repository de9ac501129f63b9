import analytics from './analytics';
import audience from './audience';
import audiences from './audiences';
import browserKeys from './browser-keys';
import content from './content';
import counters from './counters';
import decisions from './decisions';
import delivery from './delivery';
import forwarder from './forwarder';
import intake from './intake';
import models from './models';
import overview from './overview';
import profiles from './profiles';
import recommendations from './recommendations';
import rules from './rules';
import runs from './runs';
import samples from './samples';
import settings from './settings';
import setup from './setup';
import state from './state';
import training from './training';
import variants from './variants';
import visitors from './visitors';

export const services = {
  analytics,
  audience,
  audiences,
  'browser-keys': browserKeys,
  content,
  counters,
  decisions,
  delivery,
  forwarder,
  intake,
  models,
  overview,
  profiles,
  recommendations,
  rules,
  runs,
  samples,
  settings,
  setup,
  state,
  training,
  variants,
  visitors,
};
