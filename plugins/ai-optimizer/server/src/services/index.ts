import assignments from './assignments';
import browserKeys from './browser-keys';
import budget from './budget';
import entries from './entries';
import entryVariants from './entry-variants';
import events from './events';
import experiments from './experiments';
import firstSteps from './first-steps';
import jobs from './jobs';
import performance from './performance';
import provider from './provider';
import providers from './providers';
import rescoring from './rescoring';
import samples from './samples';
import scores from './scores';
import settings from './settings';
import suggestions from './suggestions';
import tallies from './tallies';
import usage from './usage';
import variants from './variants';
import waiting from './waiting';

export const services = {
  assignments,
  'browser-keys': browserKeys,
  budget,
  entries,
  'entry-variants': entryVariants,
  events,
  experiments,
  'first-steps': firstSteps,
  jobs,
  performance,
  provider,
  providers,
  rescoring,
  samples,
  scores,
  settings,
  suggestions,
  tallies,
  usage,
  variants,
  waiting,
};
