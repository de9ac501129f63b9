import type { Core } from '@strapi/strapi';
import { handle } from 'suite-kit/server';
import { listContentQuery } from '../../../shared/contracts/content';
import {
  createSiteBody,
  listSitesQuery,
  siteIdParams,
  siteSettings,
  updateSiteBody,
  validateSiteBody,
} from '../../../shared/contracts/sites';
import { changesAddress } from '../core/site-rules';
import { errors } from '../errors';
import { findCaller, isNetworkRequest } from '../isolation/callers';
import { service } from '../services/service';
import { mayReach, reachSite } from './helpers';

/** /multi-site/sites for the admin. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const sites = () => service(strapi, 'sites');

  return {
    find: handle({ query: listSitesQuery }, async ({ query, ctx }) => {
      const caller = await findCaller(strapi, ctx);
      const isOwn = await mayReach(strapi, ctx);
      const own = caller.kind === 'admin' ? caller.siteNumbers : new Set<number>();
      return sites().list(query, (site) => isOwn(site) || own.has(site.number));
    }),

    findOne: handle({ params: siteIdParams }, async ({ params, ctx }) => ({
      data: await reachSite(strapi, ctx, params.id),
    })),

    create: handle({ body: createSiteBody }, async ({ body }) => ({
      data: await sites().create(body),
      status: 201,
    })),

    update: handle(
      { params: siteIdParams, body: updateSiteBody },
      async ({ params, body, ctx }) => {
        const site = await reachSite(strapi, ctx, params.id);
        if (changesAddress(site, body) && !(await isNetworkRequest(strapi, ctx))) {
          throw errors.ADDRESS_NETWORK_ONLY();
        }
        return { data: await sites().update(site.id, body) };
      },
    ),

    archive: handle({ params: siteIdParams }, async ({ params }) => ({
      data: await sites().archive(params.id),
    })),

    restore: handle({ params: siteIdParams }, async ({ params }) => ({
      data: await sites().restore(params.id),
    })),

    validate: handle({ body: validateSiteBody }, async ({ body: { settings, ...draft }, ctx }) => {
      const mayName = await isNetworkRequest(strapi, ctx);
      const problems = await sites().validate(draft, mayName);
      const parsed = siteSettings.safeParse(settings ?? {});
      if (parsed.success) problems.push(...sites().settingsProblems(parsed.data));
      const issues = parsed.success ? [] : parsed.error.issues;
      const wrong = issues.map((issue) => ({
        path: ['settings', ...issue.path].join('.'),
        code: 'SETTINGS_INVALID',
        message: issue.message,
      }));
      return { data: { problems: [...problems, ...wrong] } };
    }),

    content: handle(
      { params: siteIdParams, query: listContentQuery },
      async ({ params, query, ctx }) => {
        const site = await reachSite(strapi, ctx, params.id);
        const ability = ctx.state.userAbility as { can(action: string, uid: string): boolean };
        const uids = service(strapi, 'isolation')
          .tables()
          .list.map((entry) => entry.uid)
          .filter((uid) => ability.can('plugin::content-manager.explorer.read', uid));
        const scope = { site: site.number, uids, publishedOnly: false };
        return service(strapi, 'content').list(query, scope);
      },
    ),
  };
};
