import adoption from './adoption';
import assigning from './assigning';
import audit from './audit';
import content from './content';
import context from './context';
import copies from './copies';
import dashboard from './dashboard';
import domains from './domains';
import duplicates from './duplicates';
import exporting from './exporting';
import inspection from './inspection';
import isolation from './isolation';
import leaving from './leaving';
import memberInvites from './member-invites';
import members from './members';
import moving from './moving';
import overrides from './overrides';
import registry from './registry';
import removal from './removal';
import report from './report';
import revalidation from './revalidation';
import runs from './runs';
import samples from './samples';
import shareProblems from './share-problems';
import sharedViews from './shared-views';
import sharing from './sharing';
import sites from './sites';
import state from './state';
import tasks from './tasks';
import templates from './templates';
import tokens from './tokens';
import webhooks from './webhooks';
import wizard from './wizard';
import workflows from './workflows';

export const services = {
  adoption,
  assigning,
  audit,
  content,
  context,
  copies,
  dashboard,
  domains,
  duplicates,
  exporting,
  inspection,
  isolation,
  leaving,
  'member-invites': memberInvites,
  members,
  moving,
  overrides,
  registry,
  removal,
  report,
  revalidation,
  runs,
  samples,
  'share-problems': shareProblems,
  'shared-views': sharedViews,
  sharing,
  sites,
  state,
  tasks,
  templates,
  tokens,
  webhooks,
  wizard,
  workflows,
};
