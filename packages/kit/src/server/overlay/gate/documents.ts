import type { Core } from '@strapi/strapi';
import {
  layPlan,
  planOverlay,
  saveInput,
  type LayOptions,
  type OverlayRow,
  type OverlayStatus,
  type Reference,
} from '../../../shared/overlay';
import { askedOf } from '../asked';
import { hasDrafts, isLocalized, schemaOf } from '../content';
import { overlayErrors } from '../errors';
import { readReference } from '../resolve';
import { defaultLocaleOf, documentsOf } from '../strapi-parts';
import type { StoredOverlay } from '../types';
import { assertMayChange } from './permissions';
import { currentSession, type EditSession } from './session';
import { validateInput, validateShown } from './validation';

type Params = {
  documentId?: string;
  locale?: unknown;
  status?: string;
  fields?: unknown;
  populate?: unknown;
  data?: OverlayRow;
};

const READS = new Set(['findOne', 'findMany', 'findFirst', 'count']);

/**
 * The one gate: in a request that edits a variant the document service reads and writes the
 * variant instead of the entry, and refuses everything else. Strapi's controllers stay whole, so
 * permissions are theirs. Access: fails closed.
 */
export function installDocumentGate(strapi: Core.Strapi) {
  documentsOf(strapi).use(async (context, next) => {
    const session = currentSession(strapi);
    if (!session) return next();
    const { uid, action } = context;
    const params = context.params as Params;
    if (READS.has(action)) return readThrough(strapi, session, { uid, action, params, next });

    const overlay = await session.overlay();
    if (!(await isOf(strapi, overlay, uid, params))) throw overlayErrors.ONLY_THIS_ENTRY();
    switch (action) {
      case 'update':
        return update(strapi, session, params);
      case 'publish':
        return publish(strapi, session, params);
      case 'unpublish':
        await session.assertWritable();
        await session.save({ live: null });
        return entries(strapi, session, params);
      case 'discardDraft':
        await session.assertWritable();
        await session.save({ changes: overlay.live ?? [] });
        return entries(strapi, session, params);
      default:
        throw overlayErrors.ONLY_THIS_ENTRY();
    }
  });
}

/** Is this call about the entry and locale of the variant? */
async function isOf(strapi: Core.Strapi, overlay: StoredOverlay, uid: string, params: Params) {
  if (uid !== overlay.entryUid || params.documentId !== overlay.entryDocumentId) return false;
  return isLocaleOf(strapi, overlay, params.locale);
}

async function isLocaleOf(strapi: Core.Strapi, overlay: StoredOverlay, locale: unknown) {
  if (!isLocalized(strapi, overlay.entryUid)) return true;
  if (typeof locale === 'string') return locale === overlay.entryLocale;
  if (locale !== undefined && locale !== null) return false;
  return (await defaultLocaleOf(strapi)) === overlay.entryLocale;
}

type Read = { uid: string; action: string; params: Params; next: () => Promise<unknown> };

async function readThrough(
  strapi: Core.Strapi,
  session: EditSession,
  { uid, action, params, next }: Read,
): Promise<unknown> {
  const result = await next();
  const overlay = await session.overlay();
  if (uid !== overlay.entryUid || !result || !isMerged(strapi, action)) return result;
  if (!(await isLocaleOf(strapi, overlay, params.locale))) return result;
  const merge = async (row: OverlayRow) =>
    row.documentId === overlay.entryDocumentId ? mergeRow(strapi, session, { row, params }) : row;
  return Array.isArray(result)
    ? Promise.all((result as OverlayRow[]).map(merge))
    : merge(result as OverlayRow);
}

/** How many linked entries are unpublished is asked of the original: the answer is a count of rows. */
function isMerged(strapi: Core.Strapi, action: string) {
  const path = strapi.requestContext.get()?.path ?? '';
  return action !== 'count' && !path.endsWith('/countDraftRelations');
}

/** The row as the caller asked for it, with the variant on it. */
async function mergeRow(
  strapi: Core.Strapi,
  session: EditSession,
  { row, params }: { row: OverlayRow; params: Params },
): Promise<OverlayRow> {
  const overlay = await session.overlay();
  const { uid, draft, published } = await session.original();
  const isPublished = hasDrafts(strapi, uid) && params.status === 'published';
  const base = isPublished ? published : draft;
  if (!base) return row;
  const status: OverlayStatus = isPublished ? 'published' : 'draft';
  const changes = isPublished ? (overlay.live ?? []) : overlay.changes;
  const schema = schemaOf(strapi, uid);
  const { fields } = planOverlay(base, { id: overlay.id, changes }, schema);
  const asked = askedOf(strapi, uid, params);
  const lay = (resolve: (reference: Reference) => unknown) => {
    const options: LayOptions = { schema, asked, resolve };
    return layPlan(row, fields, options).document;
  };
  const wanted: Reference[] = [];
  const first = lay((reference) => (wanted.push(reference), null));
  if (wanted.length === 0) return first;
  const place = { status, locale: overlay.entryLocale };
  const found = await Promise.all(wanted.map((one) => readReference(strapi, one, place)));
  let next = 0;
  return lay(() => found[next++]);
}

async function update(strapi: Core.Strapi, session: EditSession, params: Params) {
  await session.assertWritable();
  const overlay = await session.overlay();
  const { uid, ...versions } = await session.original();
  const input = params.data ?? {};
  await assertMayChange(strapi, uid, versions.draft);
  assertDocumentIds(input);
  const schema = schemaOf(strapi, uid);
  await validateInput(strapi, uid, { input, draft: versions.draft });
  const changes = saveInput({ overlay, versions, input, schema });
  // Without drafts saving is what visitors get, as with the entry itself.
  await session.save(hasDrafts(strapi, uid) ? { changes } : { changes, live: changes });
  return readBack(strapi, session, params);
}

async function publish(strapi: Core.Strapi, session: EditSession, params: Params) {
  await session.assertWritable();
  const { changes } = await session.overlay();
  const { uid, draft, published } = await session.original();
  await assertMayChange(strapi, uid, draft, 'publish');
  const shown = await session.shown('draft');
  await validateShown(strapi, uid, { shown: shown ?? draft, known: published ?? draft });
  await session.save({ live: changes });
  return entries(strapi, session, params);
}

async function entries(strapi: Core.Strapi, session: EditSession, params: Params) {
  const row = await readBack(strapi, session, params);
  return { documentId: params.documentId, entries: row ? [row] : [] };
}

/** The variant as it is now; this read passes the gate, which merges it. */
async function readBack(strapi: Core.Strapi, session: EditSession, params: Params) {
  const { entryUid } = await session.overlay();
  const { documentId, locale, fields, populate } = params;
  const query = { documentId, locale, fields, populate, status: 'draft' };
  return strapi.documents(entryUid as never).findOne(query as never) as Promise<OverlayRow | null>;
}

/** Row ids mean nothing to a variant: they change with every publication. */
function assertDocumentIds(value: unknown) {
  if (Array.isArray(value)) value.forEach(assertDocumentIds);
  if (typeof value !== 'object' || value === null) return;
  const { connect } = value as { connect?: unknown };
  if (Array.isArray(connect)) {
    const isNamed = (target: unknown) =>
      typeof target === 'string' ||
      typeof (target as { documentId?: unknown } | null)?.documentId === 'string';
    if (!connect.every(isNamed)) throw overlayErrors.RELATION_BY_ID();
    return;
  }
  Object.values(value).forEach(assertDocumentIds);
}
