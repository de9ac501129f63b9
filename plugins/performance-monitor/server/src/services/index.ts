import alerting from './alerting';
import browserKeys from './browser-keys';
import channels from './channels';
import choices from './choices';
import comparison from './comparison';
import evaluation from './evaluation';
import events from './events';
import explain from './explain';
import figures from './figures';
import markers from './markers';
import monitor from './monitor';
import notices from './notices';
import rollUp from './roll-up';
import rules from './rules';
import samples from './samples';
import serverStatements from './server-statements';
import settings from './settings';
import silences from './silences';
import statements from './statements';
import store from './store';
import traces from './traces';

export const services = {
  alerting,
  'browser-keys': browserKeys,
  channels,
  choices,
  comparison,
  evaluation,
  events,
  explain,
  figures,
  markers,
  monitor,
  notices,
  'roll-up': rollUp,
  rules,
  samples,
  'server-statements': serverStatements,
  settings,
  silences,
  statements,
  store,
  traces,
};
