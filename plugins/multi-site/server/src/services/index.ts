import adoption from './adoption';
import content from './content';
import context from './context';
import isolation from './isolation';
import members from './members';
import registry from './registry';
import report from './report';
import sites from './sites';
import state from './state';
import tokens from './tokens';

export const services = {
  adoption,
  content,
  context,
  isolation,
  members,
  registry,
  report,
  sites,
  state,
  tokens,
};
