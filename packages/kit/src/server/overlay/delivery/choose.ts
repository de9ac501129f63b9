import type { Core } from '@strapi/strapi';
import type { OverlayRow } from '../../../shared/overlay';
import type { Ctx } from '../../handler';
import { siteScope, type SiteScope } from '../../ports';
import { isLocalized } from '../content';
import { entryKey } from '../live-index';
import { registryOf } from '../registry';
import type { LiveIndex, OverlayLayerDefinition, StoredOverlay } from '../types';
import type { Chosen } from './plans';

export type Previews = Map<OverlayLayerDefinition, StoredOverlay[]>;

/** The request's site as rows carry it. */
const numberOf = (scope: SiteScope) => (scope.kind === 'site' ? scope.number : 0);

function isOfSite({ record }: StoredOverlay, scope: SiteScope): boolean {
  if (scope.kind !== 'site') return true;
  return record.site === scope.number || (record.site === 0 && scope.isDefault);
}

export function localeOf(strapi: Core.Strapi, uid: string, row: OverlayRow, fallback: string) {
  if (!isLocalized(strapi, uid)) return '';
  return typeof row.locale === 'string' ? row.locale : fallback;
}

type Choice = {
  ctx: Ctx;
  uid: string;
  rows: OverlayRow[];
  locale: string;
  index: LiveIndex;
  previews: Previews;
};

/**
 * Which overlays are laid on which rows, one of each layer. Asks the layers once for all rows, and
 * says in the headers what the answer depends on: also to those who get the original.
 */
export async function chooseFor(
  strapi: Core.Strapi,
  { ctx, uid, rows, locale, index, previews }: Choice,
): Promise<Map<OverlayRow, Chosen[]>> {
  const scope = siteScope(strapi);
  const entries = index.get(uid);
  const keyOf = (row: OverlayRow) =>
    entryKey(String(row.documentId), localeOf(strapi, uid, row, locale));
  const keys = new Set(rows.map(keyOf));
  const live = [...keys].flatMap((key) => entries?.get(key) ?? []);
  const candidates = live.filter((overlay) => isOfSite(overlay, scope));
  const chosen = new Map<OverlayRow, Chosen[]>();

  for (const definition of registryOf(strapi).layers.values()) {
    const forced = (previews.get(definition) ?? []).filter(
      (overlay) => overlay.entryUid === uid && isOfSite(overlay, scope),
    );
    const own = candidates.filter(({ layer }) => layer === definition.layer);
    const selection = { ctx, uid, site: numberOf(scope), candidates: own };
    const isPreview = previews.has(definition);
    const picked = isPreview ? forced : own.length > 0 ? await definition.select(selection) : [];
    if (isPreview || own.length > 0) {
      sayWhatItDependsOn(ctx, isPreview ? [] : (definition.vary?.(selection) ?? []));
    }
    const byEntry = new Map(
      [...picked]
        .reverse()
        .map((overlay) => [entryKey(overlay.entryDocumentId, overlay.entryLocale), overlay]),
    );
    for (const row of rows) {
      const overlay = byEntry.get(keyOf(row));
      if (overlay) chosen.set(row, [...(chosen.get(row) ?? []), { overlay, isPreview }]);
    }
  }
  return chosen;
}

function sayWhatItDependsOn(ctx: Ctx, headers: string[]) {
  if (headers.length > 0) ctx.vary(headers.join(', '));
  else ctx.set('Cache-Control', 'private, no-store');
}
