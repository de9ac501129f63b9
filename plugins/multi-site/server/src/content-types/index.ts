import { jobContentTypes } from 'suite-kit/server';
import { PLUGIN_ID } from '../../../shared/plugin';
import auditEntry from './audit-entry/schema';
import revalidation from './revalidation/schema';
import revalidationDelivery from './revalidation-delivery/schema';
import override from './override/schema';
import share from './share/schema';
import site from './site/schema';
import siteContent from './site-content/schema';
import siteToken from './site-token/schema';
import siteUser from './site-user/schema';
import siteWebhook from './site-webhook/schema';
import task from './task/schema';
import workflow from './workflow/schema';

const jobs = jobContentTypes(PLUGIN_ID, 'multi_site');

export default {
  site: { schema: site },
  'site-user': { schema: siteUser },
  'site-content': { schema: siteContent },
  share: { schema: share },
  override: { schema: override },
  'site-token': { schema: siteToken },
  'site-webhook': { schema: siteWebhook },
  revalidation: { schema: revalidation },
  'revalidation-delivery': { schema: revalidationDelivery },
  workflow: { schema: workflow },
  task: { schema: task },
  run: { schema: jobs.run },
  lease: { schema: jobs.lease },
  'audit-entry': { schema: auditEntry },
};
