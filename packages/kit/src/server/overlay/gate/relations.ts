import type { Core } from '@strapi/strapi';
import type { OverlayAttributes, OverlayRow, OverlayStatus } from '../../../shared/overlay';
import type { Ctx } from '../../handler';
import { hasDrafts, isLocalized, modelOf } from '../content';
import type { EditSession } from './session';

const STATE = 'suiteOverlayRelation';
const EXISTING = /^\/content-manager\/relations\/([^/]+)\/([^/]+)\/([^/]+)$/;
const AVAILABLE = /^\/content-manager\/relations\/([^/]+)\/([^/]+)$/;

type Asked = { kind: 'existing' | 'available'; model: string; id: string | null; field: string };

/**
 * The relations of a form are endpoints of their own. A component that only the variant has
 * carries a negative id that the database does not know, and what can be chosen does not depend on
 * the original's links: both questions are put so that Strapi's controller can check and answer
 * them, and are answered afterwards.
 */
export function prepareRelations(ctx: Ctx) {
  const existing = EXISTING.exec(ctx.path);
  if (existing) {
    const [, model = '', id = '', field = ''] = existing.map(decodeURIComponent);
    ctx.state[STATE] = { kind: 'existing', model, id, field } satisfies Asked;
    const isNew = /^-\d+$/.test(id);
    if (isNew) ctx.path = `/content-manager/relations/${existing[1]}/${existing[3]}`;
    return;
  }
  const available = AVAILABLE.exec(ctx.path);
  if (!available) return;
  const [, model = '', field = ''] = available.map(decodeURIComponent);
  const query = new URLSearchParams(ctx.querystring);
  ctx.state[STATE] = { kind: 'available', model, id: query.get('id'), field } satisfies Asked;
  query.delete('id');
  ctx.querystring = query.toString();
}

type Found = { results: OverlayRow[]; pagination: object };

/** Replaces the controller's answer by what the variant has there. */
export async function answerRelations(strapi: Core.Strapi, ctx: Ctx, session: EditSession) {
  const asked = ctx.state[STATE] as Asked | undefined;
  if (!asked || ctx.status !== 200) return;
  const query = ctx.query as { status?: string };
  const { entryUid } = await session.overlay();
  const isPublished = hasDrafts(strapi, entryUid) && query.status === 'published';
  const shown = await session.shown(isPublished ? 'published' : 'draft');
  const owner = shown && ownerOf(strapi, { row: shown, uid: entryUid, asked });
  const targets = owner && asked.field in owner ? documentIdsIn(owner[asked.field]) : null;
  const body = ctx.body as Found;
  if (asked.kind === 'available') {
    const taken = new Set(targets ?? []);
    body.results = body.results.filter(({ documentId }) => !taken.has(String(documentId)));
    return;
  }
  if (targets) ctx.body = await readTargets(strapi, ctx, { asked, targets });
}

type Owner = { row: OverlayRow; uid: string; asked: Asked };

/** The entry itself, or the component with the row id that was asked for. */
function ownerOf(strapi: Core.Strapi, { row, uid, asked }: Owner): OverlayRow | null {
  if (uid === asked.model) {
    const isEntry = 'documentId' in row;
    if (isEntry || String(row.id) === asked.id) return row;
  }
  const attributes: OverlayAttributes = modelOf(strapi, uid)?.attributes ?? {};
  for (const [name, attribute] of Object.entries(attributes)) {
    if (attribute.type !== 'component' && attribute.type !== 'dynamiczone') continue;
    const value = row[name];
    for (const inner of (Array.isArray(value) ? value : [value]) as (OverlayRow | null)[]) {
      if (!inner) continue;
      const component = attribute.component ?? String(inner.__component);
      const found = ownerOf(strapi, { row: inner, uid: component, asked });
      if (found) return found;
    }
  }
  return null;
}

const documentIdsIn = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value])
    .map((one) => (typeof one === 'string' ? one : (one as OverlayRow | null)?.documentId))
    .filter((id): id is string => typeof id === 'string');

type Targets = { asked: Asked; targets: string[] };
type RelationsController = { findAvailable(ctx: object): Promise<void> };

/**
 * The entries behind documentIds as Strapi's own picker would list them: with the title the caller
 * may read, and only what the caller may read. Of the others only who they are, as Strapi does.
 */
async function readTargets(
  strapi: Core.Strapi,
  ctx: Ctx,
  { asked, targets }: Targets,
): Promise<Found> {
  const query = ctx.query as { page?: string; pageSize?: string; status?: string; locale?: string };
  const pageSize = Math.min(Math.max(Number(query.pageSize) || 10, 1), 100);
  const page = Math.max(Number(query.page) || 1, 1);
  // The form shows the last first and turns them round.
  const wanted = [...targets].reverse().slice((page - 1) * pageSize, page * pageSize);
  const readable = await findReadable(strapi, ctx, { asked, targets: wanted });
  const byId = new Map(readable.map((row) => [row.documentId as string, row]));
  const missing = wanted.filter((documentId) => !byId.has(documentId));
  for (const row of await findBare(strapi, ctx, { asked, targets: missing })) {
    byId.set(row.documentId as string, row);
  }
  return {
    results: wanted.map((documentId) => byId.get(documentId)).filter((row) => row !== undefined),
    pagination: {
      page,
      pageSize,
      pageCount: Math.ceil(targets.length / pageSize),
      total: targets.length,
    },
  };
}

async function findReadable(strapi: Core.Strapi, ctx: Ctx, { asked, targets }: Targets) {
  if (targets.length === 0) return [];
  const { locale, status } = ctx.query as { locale?: string; status?: OverlayStatus };
  const question = {
    state: ctx.state,
    params: { model: asked.model, targetField: asked.field },
    request: {
      query: {
        page: 1,
        pageSize: 100,
        status: status ?? 'draft',
        ...(locale ? { locale } : {}),
        filters: { documentId: { $in: targets } },
      },
    },
    body: { results: [] as OverlayRow[] },
    forbidden: () => undefined,
  };
  const controller = strapi
    .plugin('content-manager')
    .controller('relations') as unknown as RelationsController;
  await controller.findAvailable(question);
  return question.body.results;
}

/** Links that the caller may not read stay in the form as links: else saving would lose them. */
async function findBare(strapi: Core.Strapi, ctx: Ctx, { asked, targets }: Targets) {
  const target = modelOf(strapi, asked.model)?.attributes[asked.field]?.target;
  if (!target || targets.length === 0) return [];
  const { locale, status } = ctx.query as { locale?: string; status?: string };
  const where: Record<string, unknown> = { documentId: { $in: targets } };
  if (hasDrafts(strapi, target))
    where.publishedAt = { [status === 'published' ? '$notNull' : '$null']: true };
  if (locale && isLocalized(strapi, target)) where.locale = locale;
  const select = ['id', 'documentId', 'locale', 'publishedAt', 'updatedAt'];
  return strapi.db.query(target).findMany({ where, select }) as Promise<OverlayRow[]>;
}
