import members from './admin/members';
import network from './admin/network';
import sites from './admin/sites';
import { siteRoutes } from './content-api/sites';

export default {
  admin: { type: 'admin', routes: [...sites, ...members, ...network] },
  // The prefix is empty: the specification's paths are /api/sites, not /api/multi-site/sites.
  'content-api': { type: 'content-api', prefix: '', routes: siteRoutes('/sites') },
};
