import type { Core } from '@strapi/strapi';
import { service } from '../services/service';

/** Longer lists would not fit into one statement on every database. */
const MAX_DOCUMENTS = 900;
const LIST = /^\/content-manager\/collection-types\/([^/]+)$/;

type Call = { uid: string; action: string; params: { filters?: object } };

/**
 * The list of the content manager by stage: `siteStage` in its address, which is no field of the
 * type, becomes a filter by documents. Decoration: an unknown stage finds nothing.
 */
export function installStageFilter(strapi: Core.Strapi) {
  strapi.documents.use((context, next) => {
    const call = context as unknown as Call;
    if (call.action !== 'findMany' && call.action !== 'count') return next();
    const ctx = strapi.requestContext.get();
    const stage: unknown = ctx?.query.siteStage;
    if (typeof stage !== 'string' || ctx?.method !== 'GET') return next();
    if (LIST.exec(ctx.path)?.[1] !== call.uid) return next();
    // Its result depends on the action, which is not looked at here.
    return filter(call, stage, next as () => Promise<never>);
  });

  async function filter(call: Call, stage: string, next: () => Promise<never>) {
    const site = siteNow(strapi);
    if (site === null) return next();
    const wanted = { site, uid: call.uid, stage };
    const ids = await service(strapi, 'tasks').documentIdsIn(wanted, MAX_DOCUMENTS);
    const byStage = { documentId: { $in: ids } };
    const { filters } = call.params;
    call.params.filters = filters ? { $and: [filters, byStage] } : byStage;
    return next();
  }
}

function siteNow(strapi: Core.Strapi): number | null {
  const state = service(strapi, 'state');
  if (!state.snapshot().isActive) return state.onlySite();
  const current = service(strapi, 'context').current();
  return current.kind === 'site' ? current.number : null;
}
