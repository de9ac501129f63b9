import {
  consentBody,
  eventsBody,
  keyQuery,
  preferencesBody,
  recommendationsQuery,
  resolveQuery,
} from '../../../../shared/contracts/content-api';

const json = (schema: unknown) => ({ body: { 'application/json': schema } });
/** Open to everybody: the write key is the permission, and it permits writing only. */
const open = { auth: false };

export const contentApiRoutes = [
  {
    method: 'GET',
    path: '/resolve',
    handler: 'public.resolve',
    request: { query: resolveQuery.shape },
  },
  { method: 'GET', path: '/key', handler: 'public.key', request: { query: keyQuery.shape } },
  {
    method: 'GET',
    path: '/recommendations',
    handler: 'public.recommendations',
    request: { query: recommendationsQuery.shape },
  },
  { method: 'POST', path: '/visitor', handler: 'public.visitor' },
  { method: 'POST', path: '/consent', handler: 'public.consent', request: json(consentBody) },
  { method: 'POST', path: '/identify', handler: 'public.identify' },
  { method: 'GET', path: '/me', handler: 'public.exportMe' },
  { method: 'DELETE', path: '/me', handler: 'public.eraseMe' },
  {
    method: 'PUT',
    path: '/me/preferences',
    handler: 'public.preferences',
    request: json(preferencesBody),
  },

  {
    method: 'POST',
    path: '/events',
    handler: 'intake.events',
    config: open,
    request: json(eventsBody),
  },
  { method: 'POST', path: '/v1/track', handler: 'intake.track', config: open },
  { method: 'POST', path: '/v1/page', handler: 'intake.page', config: open },
  { method: 'POST', path: '/v1/identify', handler: 'intake.identify', config: open },
  { method: 'POST', path: '/v1/batch', handler: 'intake.batch', config: open },
];
