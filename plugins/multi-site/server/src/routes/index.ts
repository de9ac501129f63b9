import copies from './admin/copies';
import dashboard from './admin/dashboard';
import members from './admin/members';
import moves from './admin/moves';
import network from './admin/network';
import overrides from './admin/overrides';
import shares from './admin/shares';
import sites from './admin/sites';
import wizard from './admin/wizard';
import workflows from './admin/workflows';
import { siteRoutes } from './content-api/sites';

export default {
  admin: {
    type: 'admin',
    routes: [
      ...sites,
      ...dashboard,
      ...wizard,
      ...members,
      ...network,
      ...moves,
      ...shares,
      ...overrides,
      ...copies,
      ...workflows,
    ],
  },
  // The prefix is empty: the specification's paths are /api/sites, not /api/multi-site/sites.
  'content-api': { type: 'content-api', prefix: '', routes: siteRoutes('/sites') },
};
