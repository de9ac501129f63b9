import type { Core } from '@strapi/strapi';
import { createAsyncValue, type Ctx } from 'suite-kit/server';
import type { RuleAction } from '../../../shared/contracts/rules';
import { ACTION, HEADER, PLUGIN_ID, UID } from '../../../shared/plugin';
import { registerOverlayLayer } from '../adapters/overlay-layer';
import { orderingFor, reorder, type Filter, type Ordering } from '../core/ordering';
import type { RequestDecision } from './decisions';
import { service } from './service';

type Params = Record<string, unknown> & {
  filters?: unknown;
  start?: number;
  limit?: number;
  page?: number;
  pageSize?: number;
};
type Context = { uid: string; action: string; params: Params };
type Row = Record<string, unknown> & { documentId: string };
type Next = () => Promise<unknown>;

const READS = new Set(['findMany', 'count']);

/**
 * Lists as the rules want them (hide, pin, boost, bury), for REST and GraphQL alike: both read
 * through the document service. Variants of entries are laid by the overlay layer below.
 * Decoration: fails open.
 */
const delivery = ({ strapi }: { strapi: Core.Strapi }) => {
  /** Our own reads in between. */
  const inside = createAsyncValue<true>();

  async function decisionFor(
    context: Context,
  ): Promise<{ ctx: Ctx; made: RequestDecision; ordering: Ordering | null } | null> {
    if (!READS.has(context.action) || inside.getStore()) return null;
    const ctx = strapi.requestContext.get();
    if (!ctx || !isContentRead(ctx)) return null;
    const state = service(strapi, 'state').current();
    const rules = (state?.touching(context.uid) ?? []).filter(({ actions }) =>
      actions.some((action) => 'uid' in action && action.uid === context.uid),
    );
    // What no rule touches costs nothing: no query, no header.
    if (rules.length === 0) return null;
    const decisions = service(strapi, 'decisions');
    const made = await decisions.of(ctx);
    if (!made) return null;
    decisions.mark(ctx, made, rules);
    const ordering = orderingFor(context.uid, made.decision.applied);
    decisions.countAnswer(ctx, made, ordering !== null);
    return { ctx, made, ordering };
  }

  const without = (filters: unknown, documentIds: readonly string[]) =>
    documentIds.length === 0
      ? filters
      : { $and: [filters ?? {}, { documentId: { $notIn: documentIds } }] };

  async function list(context: Context, next: Next, ordering: Ordering): Promise<unknown> {
    const { params, uid } = context;
    const { start, limit } = windowOf(params);
    const pinned = ordering.pinned.length > 0 ? await readPinned(uid, params, ordering) : [];
    const ids = pinned.map(({ documentId }) => documentId);
    const { page: _page, pageSize: _pageSize, ...rest } = params;
    const shown = pinned.slice(start, start + limit);
    context.params = {
      ...rest,
      filters: without(params.filters, [...ordering.hidden, ...ids]),
      // Pinned entries take places of the first page; the following pages move up.
      start: Math.max(0, start - pinned.length),
      limit: limit - shown.length,
    };
    const rows = context.params.limit === 0 ? [] : ((await next()) as Row[]);
    return [...shown, ...(await moved(uid, rows, ordering))];
  }

  async function readPinned(
    uid: string,
    params: Params,
    { pinned, hidden }: Ordering,
  ): Promise<Row[]> {
    const { page: _page, pageSize: _pageSize, ...rest } = params;
    const wanted = pinned.filter((id) => !hidden.includes(id));
    const filters = { $and: [params.filters ?? {}, { documentId: { $in: wanted } }] };
    const query = { ...rest, filters, start: 0, limit: wanted.length };
    const rows = (await inside.run(true, () =>
      strapi.documents(uid as 'api::article.article').findMany(query as never),
    )) as unknown as Row[];
    return wanted.flatMap((id) => rows.find((row) => row.documentId === id) ?? []);
  }

  async function moved(
    uid: string,
    rows: readonly Row[],
    { boosted, buried }: Ordering,
  ): Promise<readonly Row[]> {
    if (rows.length === 0 || boosted.length + buried.length === 0) return rows;
    const documentIds = rows.map(({ documentId }) => documentId);
    const matching = async (filters: readonly Filter[]) => {
      const found = await Promise.all(
        filters.map((filter) => service(strapi, 'content').having(uid, { documentIds, ...filter })),
      );
      return new Set(found.flat());
    };
    return reorder(rows, { boosted: await matching(boosted), buried: await matching(buried) });
  }

  async function personalize(context: Context, next: Next): Promise<unknown> {
    const found = await decisionFor(context).catch((error: unknown) => {
      const ctx = strapi.requestContext.get() as Ctx;
      return service(strapi, 'decisions').fallBack(ctx, error);
    });
    if (!found?.ordering) return next();
    const { ordering } = found;
    if (context.action === 'findMany') return list(context, next, ordering);
    context.params = {
      ...context.params,
      filters: without(context.params.filters, ordering.hidden),
    };
    return next();
  }

  return {
    install() {
      strapi.documents.use(
        (context, next) =>
          // Strapi's context is typed by content type; only these three fields are used.
          personalize(context, next) as never,
      );
      registerOverlayLayer(strapi, {
        layer: 'audience',
        pluginId: PLUGIN_ID,
        uid: UID.variant,
        permissions: { read: ACTION.read, edit: ACTION.manageRules },
        // What no rule shows costs no request anything.
        isActive: ({ id, site }) =>
          service(strapi, 'state')
            .of(site)
            ?.engine.rules.some(({ actions }) => actions.some((action) => shows(action, id))) ??
          false,
        vary: ({ ctx }) =>
          ctx.response.get('Cache-Control').startsWith('public') ? [HEADER.key] : [],
        async preview(ctx) {
          const id = service(strapi, 'decisions').previewedVariant(ctx);
          const found = id === null ? null : await service(strapi, 'variants').stored(id);
          return found && [found];
        },
        async select({ ctx, uid, candidates }) {
          const decisions = service(strapi, 'decisions');
          const state = service(strapi, 'state').current();
          const ids = new Set(candidates.map(({ id }) => id));
          const rules = (state?.touching(uid) ?? []).filter(({ actions }) =>
            actions.some((action) => action.type === 'showVariant' && ids.has(action.variant)),
          );
          if (rules.length === 0) return [];
          const made = await decisions.of(ctx);
          if (!made) return [];
          decisions.mark(ctx, made, rules);
          const wanted = new Set(
            made.decision.applied.flatMap(({ action }) =>
              action.type === 'showVariant' ? [action.variant] : [],
            ),
          );
          decisions.countAnswer(ctx, made, false);
          return candidates.filter(({ id }) => wanted.has(id));
        },
        delivered({ ctx, site, overlays }) {
          for (const { id } of overlays) service(strapi, 'counters').count(site, 'variant', id);
          void service(strapi, 'decisions')
            .of(ctx)
            .then((made) => made && service(strapi, 'decisions').countAnswer(ctx, made, true));
        },
      });
    },
  };
};

const shows = (action: RuleAction, rowId: number) =>
  action.type === 'showVariant' && action.variant === `audience.${rowId}`;

/** Only reads of the content API and GraphQL queries: never mutations, jobs or our own endpoints. */
function isContentRead(ctx: Ctx): boolean {
  const route = ctx.state.route as { info?: { type?: string; apiName?: string } } | undefined;
  if (ctx.path.startsWith('/graphql')) return isQuery(ctx);
  if (route?.info?.type !== 'content-api' || route.info.apiName === undefined) return false;
  return ctx.method === 'GET' || ctx.method === 'HEAD';
}

/** A document that holds a mutation is left alone, even where it holds queries as well. */
function isQuery(ctx: Ctx): boolean {
  const { query } = (ctx.request.body ?? {}) as { query?: unknown };
  return typeof query === 'string'
    ? !/\b(mutation|subscription)\b/.test(query)
    : ctx.method === 'GET';
}

function windowOf({ start, limit, page, pageSize }: Params): { start: number; limit: number } {
  if (page !== undefined && pageSize !== undefined)
    return { start: (page - 1) * pageSize, limit: pageSize };
  const size = limit === undefined || limit < 0 ? 100 : limit;
  return { start: start ?? 0, limit: size };
}

export default delivery;
