import type { Core } from '@strapi/strapi';
import {
  layPlan,
  SCALARS,
  type Asked,
  type LayOptions,
  type OverlayRow,
  type OverlayStatus,
  type PlannedFields,
  type Reference,
} from '../../../shared/overlay';
import type { Ctx } from '../../handler';
import { hasDrafts, schemaOf } from '../content';
import { registryOf } from '../registry';
import { readReference } from '../resolve';
import { verifierOf } from '../strapi-parts';
import type { LiveIndex, StoredOverlay } from '../types';
import { chooseFor, localeOf, type Previews } from './choose';
import type { Chosen, Plans } from './plans';

export type Place = { status: OverlayStatus; locale: string };

/** What is planned inside a row or component that was handed out. */
export type Known = { fields: PlannedFields; place: Place };

/** Lays overlays on everything one request answers. Lives as long as the request. */
export function createRun(
  strapi: Core.Strapi,
  options: {
    ctx: Ctx;
    kind: 'rest' | 'graphql';
    index: LiveIndex;
    previews: Previews;
    plans: Plans;
  },
) {
  const { ctx, kind, index, previews, plans } = options;
  const known = new Map<string, Known>();
  const newIds = new Map<string, number>();
  const used = new Map<string, StoredOverlay>();
  const delivered = new Set<string>();
  const previewed = new Set<string>();

  const newId = (overlayId: string, key: number) => {
    const name = `${overlayId}:${key}`;
    const id = newIds.get(name) ?? -(newIds.size + 1);
    newIds.set(name, id);
    return id;
  };

  const finds = new Map<string, Promise<boolean>>();

  /** May the caller read entries of this type? What lets nobody see it fails closed. */
  const mayFind = (uid: string): Promise<boolean> => {
    const asked = finds.get(uid) ?? isAllowed(strapi, ctx, `${uid}.find`);
    finds.set(uid, asked);
    return asked;
  };

  const nameOf = (uid: string, id: unknown) => `${uid}:${String(id)}`;

  function markDelivered(ids: Iterable<string>) {
    const before = delivered.size;
    for (const id of ids) if (!previewed.has(id)) delivered.add(id);
    const isFirst = before === 0 && [...delivered].length > 0;
    if (isFirst) ctx.res.once('finish', announce);
  }

  /** Counted when the answer has gone out, and only what was in it. */
  function announce() {
    if (ctx.res.statusCode >= 400) return;
    const overlays = [...delivered].map((id) => used.get(id)).filter((one) => one !== undefined);
    for (const { layer, delivered: tell } of registryOf(strapi).layers.values()) {
      const own = overlays.filter((overlay) => overlay.layer === layer);
      if (!tell || own.length === 0) continue;
      tell({
        ctx,
        site: own[0]?.record.site ?? 0,
        overlays: own.map(({ id, record, entryUid, entryDocumentId }) => ({
          id,
          record,
          entryUid,
          entryDocumentId,
        })),
      });
    }
  }

  /** Lays, reads what the overlays refer to, and lays again with it: laying itself waits for nothing. */
  async function withReferences<T>(lay: (options: LayOptions) => T, uid: string, place: Place) {
    const wanted: Reference[] = [];
    const options = (resolve: LayOptions['resolve']): LayOptions => ({
      schema: schemaOf(strapi, uid),
      ...(resolve ? { resolve } : {}),
      newId,
      onComponent: (component, row, fields) => {
        if (kind === 'graphql') known.set(nameOf(component, row.id), { fields, place });
      },
    });
    const first = lay(options((reference) => (wanted.push(reference), null)));
    if (wanted.length === 0) return first;
    const found = await Promise.all(wanted.map((one) => readReference(strapi, one, place)));
    let next = 0;
    return lay(options(() => found[next++]));
  }

  /** GraphQL reads a field only when it was asked for: then it counts as delivered. */
  function watch(row: OverlayRow, fields: PlannedFields) {
    for (const [name, planned] of Object.entries(fields)) {
      if (planned.kind !== 'value' || !(name in row)) continue;
      const value = row[name];
      Object.defineProperty(row, name, {
        enumerable: true,
        configurable: true,
        get: () => {
          markDelivered([planned.by]);
          return value;
        },
      });
    }
  }

  async function layRow(uid: string, row: OverlayRow, { chosen, asked, place }: LayRow) {
    for (const { overlay, isPreview } of chosen) {
      used.set(overlay.id, overlay);
      if (isPreview) previewed.add(overlay.id);
    }
    const fields = await plans.planFor(uid, row, chosen);
    if (Object.keys(fields).length === 0) return;
    const laid = await withReferences(
      (options) => layPlan(row, fields, { ...options, asked }),
      uid,
      place,
    );
    Object.assign(row, laid.document);
    if (kind === 'rest') {
      markDelivered(laid.applied);
      return;
    }
    known.set(nameOf(uid, row.id), { fields, place });
    watch(row, fields);
  }

  return {
    kind,
    mayFind,
    withReferences,
    /** Types that overlays exist for in this request. */
    isDecorated: (uid: string) =>
      index.has(uid) ||
      [...previews.values()].some((overlays) => overlays.some(({ entryUid }) => entryUid === uid)),
    markDelivered,
    knownAt: (uid: string, id: unknown) => known.get(nameOf(uid, id)),

    /** Lays what is chosen on rows of one type, in place; they are nobody else's. */
    async layRows(uid: string, rows: OverlayRow[], { asked = SCALARS, place }: LayRows) {
      const entries = rows.filter((row) => typeof row.documentId === 'string');
      if (entries.length === 0) return;
      const choice = { ctx, uid, rows: entries, locale: place.locale, index, previews };
      const chosen = await chooseFor(strapi, choice);
      const isVersioned = hasDrafts(strapi, uid);
      await Promise.all(
        [...chosen].map(async ([row, ofRow]) => {
          const status = isVersioned ? statusOf(row, place.status) : 'published';
          // Somebody who may see drafts sees the original's, or what is being previewed.
          const ofStatus =
            status === 'published' ? ofRow : ofRow.filter(({ isPreview }) => isPreview);
          if (ofStatus.length === 0) return;
          const rowPlace = { status, locale: localeOf(strapi, uid, row, place.locale) };
          await layRow(uid, row, { chosen: ofStatus, asked, place: rowPlace });
        }),
      );
    },
  };
}

async function isAllowed(strapi: Core.Strapi, ctx: Ctx, action: string): Promise<boolean> {
  try {
    await verifierOf(strapi).verify(ctx.state.auth, { scope: [action] });
    return true;
  } catch {
    return false;
  }
}

type LayRow = { chosen: Chosen[]; asked: Asked; place: Place };
type LayRows = { asked?: Asked; place: Place };

function statusOf(row: OverlayRow, fallback: OverlayStatus): OverlayStatus {
  if (!('publishedAt' in row)) return fallback;
  return row.publishedAt ? 'published' : 'draft';
}

export type Run = ReturnType<typeof createRun>;
