import alerts from './admin/alerts';
import health from './admin/health';
import open from './content-api/open';

export default {
  admin: { type: 'admin', routes: [...health, ...alerts] },
  'content-api': { type: 'content-api', routes: open },
};
