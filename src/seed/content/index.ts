import { guide } from './guide';
import { magazine } from './magazine';
import { shop } from './shop';
import type { SiteSeed } from './types';

/** The first becomes Main, the site that every installation has. */
export const SITES: [SiteSeed, ...SiteSeed[]] = [magazine, shop, guide];
