import federation from './admin/federation';

export default {
  admin: { type: 'admin', routes: federation },
  'content-api': { type: 'content-api', routes: [] },
};
