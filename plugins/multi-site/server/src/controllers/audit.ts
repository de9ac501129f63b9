import type { Core } from '@strapi/strapi';
import { handle } from 'suite-kit/server';
import { auditParams, listAuditQuery, type AuditAction } from '../../../shared/contracts/audit';
import { ACTION } from '../../../shared/plugin';
import { errors } from '../errors';
import { findCaller, isNetworkRequest } from '../isolation/callers';
import { service } from '../services/service';
import { reachSite } from './helpers';

/** Who may do it may take it back. */
const UNDO: Partial<
  Record<AuditAction, { permission: string; by: 'moving' | 'sharing' | 'copies' }>
> = {
  move: { permission: ACTION.moveEntries, by: 'moving' },
  assign: { permission: ACTION.moveEntries, by: 'moving' },
  share: { permission: ACTION.shareEntries, by: 'sharing' },
  copy: { permission: ACTION.shareEntries, by: 'copies' },
  unshare: { permission: ACTION.shareEntries, by: 'sharing' },
};

/** What was done to sites, and taking it back. */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  find: handle({ query: listAuditQuery }, async ({ query, ctx }) => {
    const isNetwork = await isNetworkRequest(strapi, ctx);
    const visible =
      query.site || !isNetwork ? [await reachSite(strapi, ctx, query.site ?? 'current')] : null;
    return service(strapi, 'audit').list(query, visible);
  }),

  undo: handle({ params: auditParams }, async ({ params, ctx }) => {
    const row = await service(strapi, 'audit').find(params.entry);
    const caller = await findCaller(strapi, ctx);
    const mayReach = (site: number | null) =>
      caller.kind === 'admin' &&
      (caller.isNetwork || (site !== null && caller.siteNumbers.has(site)));
    // It touches both sites, so both have to be the person's own.
    if (!row || !mayReach(row.site) || !mayReach(row.otherSite)) throw errors.AUDIT_NOT_FOUND();
    if (row.undoneAt !== null) throw errors.ALREADY_UNDONE();
    const kind = UNDO[row.action];
    if (!kind || row.undo === null) throw errors.NOT_UNDOABLE();
    const ability = ctx.state.userAbility as { can(action: string): boolean };
    if (!ability.can(kind.permission)) throw errors.UNDO_NOT_ALLOWED();
    return { data: await service(strapi, kind.by).undo(row) };
  }),
});
