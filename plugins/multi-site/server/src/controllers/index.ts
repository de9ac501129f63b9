import copies from './copies';
import dashboard from './dashboard';
import assigning from './assigning';
import audit from './audit';
import isolation from './isolation';
import members from './members';
import moves from './moves';
import overrides from './overrides';
import publicSites from './public-sites';
import removal from './removal';
import revalidation from './revalidation';
import shares from './shares';
import sites from './sites';
import switchSites from './switch';
import tasks from './tasks';
import tokens from './tokens';
import webhooks from './webhooks';
import wizard from './wizard';
import workflows from './workflows';

export default {
  copies,
  dashboard,
  assigning,
  audit,
  isolation,
  members,
  moves,
  overrides,
  'public-sites': publicSites,
  removal,
  revalidation,
  shares,
  sites,
  switch: switchSites,
  tasks,
  tokens,
  webhooks,
  wizard,
  workflows,
};
