import { z } from '@strapi/utils';
import { assignmentsQuery, featuresParams } from '../../../../shared/contracts/experiments';

const assignment = z.object({
  experiment: z.string(),
  name: z.string(),
  variation: z.number(),
  variant: z.string().nullable(),
  uid: z.string(),
  documentId: z.string(),
  locale: z.string(),
  goal: z.string(),
});

export default [
  {
    method: 'GET',
    path: '/assignments',
    handler: 'visitors.assignments',
    request: { query: assignmentsQuery.shape },
    response: z.object({ data: z.array(assignment) }),
  },
  {
    // GrowthBook's SDKs ask without any login; the browser key is in the address.
    method: 'GET',
    path: '/features/:clientKey',
    handler: 'visitors.features',
    config: { auth: false },
    request: { params: featuresParams.shape },
  },
  {
    // Open to everybody who holds a browser key, which is checked by the action.
    method: 'POST',
    path: '/events',
    handler: 'visitors.events',
    config: { auth: false },
    response: z.object({ data: z.object({ accepted: z.number() }) }),
  },
];
