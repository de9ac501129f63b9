import type { Core } from '@strapi/strapi';
import {
  stableJson,
  underReview,
  type EntryVariant,
  type OverlayRow,
} from '../../../shared/overlay';
import type { Ctx } from '../../handler';
import { hasDrafts, schemaOf } from '../content';
import { routerOf } from '../strapi-parts';
import type { StoredOverlay } from '../types';
import { checkerOf, mayReadPath } from './permissions';
import { answerRelations } from './relations';
import { currentSession, type EditSession } from './session';

const DOCUMENT =
  /^\/content-manager\/(collection-types\/[^/]+\/[^/]+|single-types\/[^/]+)(\/actions\/(publish|unpublish|discard))?$/;

/**
 * After Strapi's controller: says in the answer that it is a variant, what state that is in and
 * what has to be reviewed. The admin believes only this, not the address.
 */
export function installRepainting(strapi: Core.Strapi) {
  routerOf(strapi).use(async (ctx, next) => {
    if (!ctx.path.startsWith('/content-manager/')) return next();
    const session = currentSession(strapi);
    if (!session) return next();
    nameLocale(ctx);
    await next();
    if (ctx.status >= 300) return undefined;
    await answerRelations(strapi, ctx, session);
    if (DOCUMENT.test(ctx.path)) await repaint(strapi, ctx, session);
    return undefined;
  });
}

/** Strapi takes the locale of a change from the body; its discard button names it in the address only. */
function nameLocale(ctx: Ctx) {
  const { locale } = ctx.query as { locale?: unknown };
  const body = ctx.request.body as { locale?: unknown } | undefined;
  const isChange = ctx.method === 'POST' || ctx.method === 'PUT';
  if (isChange && typeof locale === 'string' && body?.locale === undefined) {
    ctx.request.body = { ...body, locale };
  }
}

type Answer = { data?: OverlayRow; meta?: Record<string, unknown> };

async function repaint(strapi: Core.Strapi, ctx: Ctx, session: EditSession) {
  // Some of Strapi's actions answer the entry itself, some put it into `data`.
  const body = ctx.body as Answer | null;
  const data = body?.data;
  if (!body || !data || data.documentId === undefined) return;
  const overlay = await session.overlay();
  const isOurs =
    data.documentId === overlay.entryDocumentId &&
    (overlay.entryLocale === '' || data.locale === overlay.entryLocale);
  if (!isOurs) return;

  const { uid, draft, published } = await session.original();
  const { record } = overlay;
  if (hasDrafts(strapi, uid)) {
    data.status = stateOf(overlay);
    data.updatedAt = record.updatedAt;
    const isLive = overlay.live !== null;
    const version = {
      ...pick(published ?? draft),
      publishedAt: record.liveAt,
      status: 'published',
    };
    body.meta = { ...body.meta, availableStatus: isLive ? [version] : [] };
  }
  const checker = checkerOf(strapi, ctx, uid);
  const mayRead = (path: string) => mayReadPath(strapi, checker, uid, path);
  body.meta = {
    ...body.meta,
    overlay: {
      id: overlay.id,
      name: overlay.name,
      layer: overlay.layer,
      pluginId: session.definition().pluginId,
      state: stateOf(overlay),
      fields: overlay.changes.map(({ path }) => path).filter(mayRead),
      review: underReview(overlay, draft, schemaOf(strapi, uid)).filter(mayRead),
      stamp: await session.stamp(),
    },
  };
}

/** In the words of Strapi's own status: draft, modified, published. */
export function stateOf({ changes, live }: StoredOverlay): EntryVariant['state'] {
  if (live === null) return 'draft';
  return stableJson(changes) === stableJson(live) ? 'published' : 'modified';
}

const pick = ({ id, documentId, locale, createdAt, updatedAt }: OverlayRow) => ({
  id,
  documentId,
  locale,
  createdAt,
  updatedAt,
});
