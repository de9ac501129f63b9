import type { Mode } from '../plugin';
import type { Site } from './sites';

/** GET /multi-site/switch: which sites this person may choose from. Any signed-in admin user. */
export type SwitchSite = Pick<Site, 'id' | 'number' | 'name' | 'slug' | 'domain' | 'status'> & {
  color: string | null;
  /** Types whose entries are under this site's workflow. */
  workflowTypes?: string[];
  /** Types of which this site shares entries, or reads entries of others. */
  sharedTypes?: string[];
};

export type SwitchResponse = {
  data: {
    /** False while only one site exists: nothing of this plugin shows then. */
    active: boolean;
    mode: Mode;
    /** May this person see all sites at once (header X-Site: *)? */
    canAccessNetwork: boolean;
    sites: SwitchSite[];
    /** The same for the only site there is. */
    workflowTypes?: string[];
  };
  meta: Record<string, never>;
};
