import { z } from '@strapi/utils';
import { PLUGIN_ID } from '../../../../shared/plugin';
import { listContentQuery, siteContentEntry } from '../../../../shared/contracts/content';
import {
  createSiteBody,
  listSitesQuery,
  publicSite,
  siteIdParams,
  updateSiteBody,
} from '../../../../shared/contracts/sites';

const one = z.object({ data: publicSite });
const many = z.object({ data: z.array(publicSite) });
const params = siteIdParams.shape;

// Read-only tokens may do what ends in `find` and `findOne`; and it is one box to tick.
const FIND = `plugin::${PLUGIN_ID}.public-sites.find`;
const FIND_ONE = `plugin::${PLUGIN_ID}.public-sites.findOne`;

/**
 * GET|POST /sites, GET|PUT /sites/:id, GET /sites/:id/content, GET /sites/current below /api.
 * `base` is another one where the app has a /sites of its own.
 */
export const siteRoutes = (base: string) => [
  {
    method: 'GET',
    path: base,
    handler: 'public-sites.find',
    request: { query: listSitesQuery.shape },
    response: many,
  },
  {
    method: 'POST',
    path: base,
    handler: 'public-sites.create',
    request: { body: { 'application/json': createSiteBody } },
    response: one,
  },
  {
    method: 'GET',
    path: `${base}/current`,
    handler: 'public-sites.current',
    config: { auth: { scope: [FIND] } },
    response: one,
  },
  {
    method: 'GET',
    path: `${base}/:id`,
    handler: 'public-sites.findOne',
    request: { params },
    response: one,
  },
  {
    method: 'PUT',
    path: `${base}/:id`,
    handler: 'public-sites.update',
    request: { params, body: { 'application/json': updateSiteBody } },
    response: one,
  },
  {
    method: 'GET',
    path: `${base}/:id/content`,
    handler: 'public-sites.content',
    config: { auth: { scope: [FIND_ONE] } },
    request: { params, query: listContentQuery.shape },
    response: z.object({ data: z.array(siteContentEntry) }),
  },
];
