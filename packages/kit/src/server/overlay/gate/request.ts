import type { Core } from '@strapi/strapi';
import type { Ctx } from '../../handler';
import { overlayErrors } from '../errors';
import { registryOf } from '../registry';
import { prepareRelations } from './relations';
import { createSession } from './session';

const PREFIX = '/content-manager/';
const PAGE_HEADER = 'X-Overlay-Page';
const PARAM = 'overlay';

/** What may be sent while a variant is edited: this entry's own save and publish buttons. */
const WRITES = [
  /^PUT \/content-manager\/collection-types\/[^/]+\/[^/]+$/,
  /^POST \/content-manager\/collection-types\/[^/]+\/[^/]+\/actions\/(publish|unpublish|discard)$/,
  /^PUT \/content-manager\/single-types\/[^/]+$/,
  /^POST \/content-manager\/single-types\/[^/]+\/actions\/(publish|unpublish|discard)$/,
];

/** Sent with POST, but they only ask. */
const QUESTIONS =
  /^\/content-manager\/(uid\/|collection-types\/[^/]+\/actions\/bulkFindForValidation$)/;

/**
 * Marks requests of the Content Manager that edit a variant. The address has the id as a parameter
 * (Strapi sends it along), the page has it in a header: a request that writes and has only one of
 * them is refused, so that neither the entry nor the variant is saved by accident. Access: fails
 * closed.
 */
export function installRequestGate(strapi: Core.Strapi) {
  strapi.server.use(async (ctx: Ctx, next: () => Promise<unknown>) => {
    if (!ctx.path.startsWith(PREFIX)) return next();
    const ids = new URLSearchParams(ctx.querystring).getAll(PARAM);
    const page = ctx.get(PAGE_HEADER);
    if (ids.length === 0 && page === '') return next();

    const isRead = ctx.method === 'GET' || ctx.method === 'HEAD' || QUESTIONS.test(ctx.path);
    const [id = ''] = ids;
    if (!isRead && (ids.length > 1 || id !== page))
      return refuse(ctx, overlayErrors.PAGE_MISMATCH());
    if (id === '') return next();
    if (registryOf(strapi).disabled !== null) return refuse(ctx, overlayErrors.SWITCHED_OFF());
    if (!isRead && !WRITES.some((one) => one.test(`${ctx.method} ${ctx.path}`))) {
      return refuse(ctx, overlayErrors.ONLY_THIS_ENTRY());
    }
    createSession(strapi, ctx, id);
    prepareRelations(ctx);
    return next();
  });
}

/** Strapi's error middleware is further inside, so the answer is written here. */
function refuse(ctx: Ctx, error: Error) {
  const { name, message, details } = error as Error & { details?: unknown };
  const status = statusOf(error);
  ctx.status = status;
  ctx.body = { data: null, error: { status, name, message, details: details ?? {} } };
}

function statusOf(error: Error): number {
  const { status } = error as { status?: number };
  return status ?? 400;
}
