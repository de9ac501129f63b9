import type { Mode } from '../plugin';
import type { Site } from './sites';

/** GET /multi-site/switch: which sites this person may choose from. Any signed-in admin user. */
export type SwitchSite = Pick<Site, 'id' | 'number' | 'name' | 'slug' | 'domain' | 'status'> & {
  color: string | null;
};

export type SwitchResponse = {
  data: {
    /** False while only one site exists: nothing of this plugin shows then. */
    active: boolean;
    mode: Mode;
    /** May this person see all sites at once (header X-Site: *)? */
    canAccessNetwork: boolean;
    sites: SwitchSite[];
  };
  meta: Record<string, never>;
};
