import type { Core } from '@strapi/strapi';
import type { Asked, OverlayRow, OverlayStatus, Reference } from '../../shared/overlay';
import { hasDrafts, isLocalized } from './content';
import { runBare } from './registry';

const FILE = 'plugin::upload.file';

type Place = { status: OverlayStatus; locale: string };
type FileService = { signFileUrls(file: object): Promise<OverlayRow> };

/** Populate as the database takes it, from what was asked for. */
function queryOf({ select, populate, on }: Asked): Record<string, unknown> {
  const query: Record<string, unknown> = {};
  if (select !== '*') query.select = select;
  if (populate === '*' || populate === 'level') query.populate = true;
  else
    query.populate = Object.fromEntries(
      Object.entries(populate).map(([name, asked]) => [
        name,
        asked.count ? { count: true } : queryOf(asked),
      ]),
    );
  if (on) {
    query.on = Object.fromEntries(Object.entries(on).map(([uid, asked]) => [uid, queryOf(asked)]));
  }
  return query;
}

/**
 * What the references of an overlay stand for: rows as the caller asked for them, in the order of
 * the overlay. What does not exist (any more), or not in this status, locale or site, is left out.
 */
export async function readReference(
  strapi: Core.Strapi,
  reference: Reference,
  place: Place,
): Promise<unknown> {
  if (reference.asked.count) return { count: reference.refs.length };
  const rows =
    reference.kind === 'media'
      ? await signed(strapi, await readFiles(strapi, reference))
      : await readEntries(strapi, reference, place);
  return reference.many ? rows : (rows[0] ?? null);
}

/** Strapi signs files of private providers inside of us, so those that are laid are signed here. */
function signed(strapi: Core.Strapi, files: OverlayRow[]): Promise<OverlayRow[]> {
  const service = strapi.plugin('upload').service<FileService>('file');
  return Promise.all(files.map((file) => service.signFileUrls(file)));
}

export async function readFiles(
  strapi: Core.Strapi,
  { refs, asked }: { refs: number[]; asked: Asked },
): Promise<OverlayRow[]> {
  if (refs.length === 0) return [];
  const rows = await findRows(strapi, FILE, { ...queryOf(asked), where: { id: { $in: refs } } });
  return inOrder(rows, refs, 'id');
}

export async function readEntries(
  strapi: Core.Strapi,
  { target, refs, asked }: { target: string; refs: string[]; asked: Asked },
  { status, locale }: Place,
  query: Record<string, unknown> = queryOf(asked),
): Promise<OverlayRow[]> {
  if (refs.length === 0) return [];
  const where: Record<string, unknown> = { documentId: { $in: refs } };
  if (hasDrafts(strapi, target)) {
    where.publishedAt = status === 'published' ? { $notNull: true } : { $null: true };
  }
  if (locale !== '' && isLocalized(strapi, target)) where.locale = locale;
  const { limit: _limit, offset: _offset, orderBy: _orderBy, ...rest } = query;
  const rows = await findRows(strapi, target, {
    ...rest,
    where: rest.where ? { $and: [rest.where, where] } : where,
    ...(Array.isArray(rest.select) ? { select: [...rest.select, 'documentId'] } : {}),
  });
  return inOrder(rows, refs, 'documentId');
}

const findRows = (strapi: Core.Strapi, uid: string, query: object) =>
  runBare(strapi, () => strapi.db.query(uid).findMany(query)) as Promise<OverlayRow[]>;

function inOrder(rows: OverlayRow[], refs: readonly unknown[], key: string): OverlayRow[] {
  const byKey = new Map(rows.map((row) => [row[key], row]));
  return refs.map((ref) => byKey.get(ref)).filter((row) => row !== undefined);
}
