import { z } from '@strapi/utils';
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
    request: { params, query: listContentQuery.shape },
    response: z.object({ data: z.array(siteContentEntry) }),
  },
];
