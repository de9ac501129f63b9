import type { Core } from '@strapi/strapi';
import { handle, type Ctx } from 'suite-kit/server';
import {
  findUsersQuery,
  inviteMemberBody,
  memberParams,
  setMemberBody,
  setMembersBody,
} from '../../../shared/contracts/members';
import { siteIdParams } from '../../../shared/contracts/sites';
import { errors } from '../errors';
import { isNetworkRequest } from '../isolation/callers';
import { service } from '../services/service';
import { reachSite } from './helpers';

/** Members of a site. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const members = () => service(strapi, 'members');

  /** Nobody adds himself to a site or widens the own roles; above the sites there is no need. */
  async function assertNotSelf(ctx: Ctx, userId: number) {
    const isSelf = (ctx.state.user as { id: number }).id === userId;
    if (isSelf && !(await isNetworkRequest(strapi, ctx))) throw errors.NO_SELF_SERVICE();
  }

  return {
    find: handle({ params: siteIdParams }, async ({ params, ctx }) => {
      const site = await reachSite(strapi, ctx, params.id);
      return { data: await members().list(site.number) };
    }),

    set: handle({ params: memberParams, body: setMemberBody }, async ({ params, body, ctx }) => {
      const site = await reachSite(strapi, ctx, params.id);
      await assertNotSelf(ctx, params.userId);
      const { userId } = params;
      return { data: await members().assign({ site: site.number, userId, roles: body.roles }) };
    }),

    /** All of them or nobody: what is wrong with one is wrong with the request. */
    setMany: handle(
      { params: siteIdParams, body: setMembersBody },
      async ({ params, body, ctx }) => {
        const site = await reachSite(strapi, ctx, params.id);
        const userIds = [...new Set(body.userIds)];
        for (const userId of userIds) await assertNotSelf(ctx, userId);
        const others = body.alsoOn.filter((id) => id !== site.id);
        if (others.length > 0 && !(await isNetworkRequest(strapi, ctx)))
          throw errors.NETWORK_ONLY();
        const also = await Promise.all(others.map((id) => service(strapi, 'sites').get(id)));
        const alsoOn = also.map(({ number }) => number);
        const { roles } = body;
        return { data: await members().assignMany({ site: site.number, userIds, roles, alsoOn }) };
      },
    ),

    invite: handle(
      { params: siteIdParams, body: inviteMemberBody },
      async ({ params, body, ctx }) => {
        const site = await reachSite(strapi, ctx, params.id);
        const invites = service(strapi, 'member-invites');
        return { data: await invites.invite({ ...body, site: site.number }), status: 201 };
      },
    ),

    remove: handle({ params: memberParams }, async ({ params, ctx }) => {
      const site = await reachSite(strapi, ctx, params.id);
      await assertNotSelf(ctx, params.userId);
      await members().remove({ site: site.number, userId: params.userId });
      return { data: null };
    }),

    roles: handle({}, async () => ({ data: await members().roles() })),

    users: handle({ query: findUsersQuery }, async ({ query, ctx }) => {
      const mayBrowse = await isNetworkRequest(strapi, ctx);
      return { data: await members().findUsers(query.q, mayBrowse) };
    }),
  };
};
