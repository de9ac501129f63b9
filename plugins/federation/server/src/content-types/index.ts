import { jobContentTypes } from 'suite-kit/server';
import { PLUGIN_ID } from '../../../shared/plugin';
import audit from './audit/schema';
import checkpoint from './checkpoint/schema';
import conflict from './conflict/schema';
import federatedContent from './federated-content/schema';
import media from './media/schema';
import source from './source/schema';
import syncStatus from './sync-status/schema';

const jobs = jobContentTypes(PLUGIN_ID, 'federation');

export default {
  source: { schema: source },
  'federated-content': { schema: federatedContent },
  'sync-status': { schema: syncStatus },
  checkpoint: { schema: checkpoint },
  conflict: { schema: conflict },
  media: { schema: media },
  audit: { schema: audit },
  run: { schema: jobs.run },
  lease: { schema: jobs.lease },
};
