import { adminRoutes } from './admin/routes';
import { contentApiRoutes } from './content-api/routes';

export default {
  admin: { type: 'admin', routes: adminRoutes },
  'content-api': { type: 'content-api', routes: contentApiRoutes },
};
