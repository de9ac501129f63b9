import site from './site/schema';
import siteContent from './site-content/schema';
import siteToken from './site-token/schema';
import siteUser from './site-user/schema';

export default {
  site: { schema: site },
  'site-user': { schema: siteUser },
  'site-content': { schema: siteContent },
  'site-token': { schema: siteToken },
};
