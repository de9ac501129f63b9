import type { Core } from '@strapi/strapi';
import type { AuditAction } from '../../../shared/contracts/audit';
import type { MovePreview } from '../../../shared/contracts/moves';
import type { Site } from '../../../shared/contracts/sites';
import { UID } from '../../../shared/plugin';
import { errors } from '../errors';
import { claimKeys } from '../moving/claim-keys';
import { findCollisions, takenAt } from '../moving/collisions';
import { linksOut } from '../moving/links-out';
import {
  copyFile,
  FILE,
  filesOf,
  linksOf,
  mediaTable,
  removeCopies,
  type FileUse,
} from '../moving/media';
import { withComponents, type Rows } from '../moving/owned';
import { sqlOf } from '../moving/sql';
import { titleFieldOf } from '../workflow/entries';
import type { AuditRow } from './audit';
import { service } from './service';

export type Move = {
  uid: string;
  documentIds: readonly string[];
  to: Site;
  sharedMedia: 'copy' | 'leave';
  action?: Extract<AuditAction, 'move' | 'assign'>;
};
type Stored = { id: number; document_id: string; locale: string | null; site: number | null };
/** What it takes to put a move back. */
type Undo = {
  uid: string;
  to: number;
  entries: { documentId: string; from: number; changedAt: number }[];
  files: { id: number; documentId: string; from: number | null; folderPath: string | null }[];
  copies: { link: number; from: number; to: number }[];
};

/** Entries that change their site, with what belongs to them. The rows themselves stay. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const sql = sqlOf(strapi);
  const column = () => service(strapi, 'isolation').tables().column;
  const tableOf = (uid: string) => strapi.db.metadata.get(uid).tableName;

  const readRows = (uid: string, documentIds: readonly string[]) =>
    sql<Stored[]>((table) =>
      table(tableOf(uid))
        .whereIn('document_id', [...documentIds])
        .select('id', 'document_id', 'locale', `${column()} as site`)
        .orderBy('id'),
    );

  /** When each document was last changed, as the database says it. */
  async function changes(uid: string, documentIds: readonly string[]) {
    const rows: { documentId: string; updatedAt: string }[] = await service(
      strapi,
      'context',
    ).runUnscoped(() =>
      strapi.db.query(uid).findMany({
        where: { documentId: { $in: [...documentIds] } },
        select: ['documentId', 'updatedAt'] as never,
      }),
    );
    const latest = new Map<string, number>();
    for (const { documentId, updatedAt } of rows) {
      const at = new Date(updatedAt).getTime();
      latest.set(documentId, Math.max(at, latest.get(documentId) ?? 0));
    }
    return latest;
  }

  /** Writes the site of documents: their rows, their registry, their tasks. */
  async function writeSite(uid: string, documentIds: readonly string[], site: number | null) {
    if (documentIds.length === 0) return;
    await sql((table) =>
      table(tableOf(uid))
        .whereIn('document_id', [...documentIds])
        .update({ [column()]: site }),
    );
    await claimKeys(strapi, { uid, documentIds });
    await sql((table) =>
      table(tableOf(UID.siteContent))
        .where('content_type', uid)
        .whereIn('content_id', [...documentIds])
        .update({ site_id: site }),
    );
    if (site !== null) await service(strapi, 'registry').add({ uid, site, documentIds });
    await service(strapi, 'tasks').removeOf(uid, documentIds);
  }

  async function plan({ uid, documentIds, to }: Omit<Move, 'sharedMedia'>) {
    const rows = (await readRows(uid, documentIds)).filter((row) => row.site !== to.number);
    const ids = [...new Set(rows.map((row) => row.document_id))];
    const owned = await withComponents(strapi, { uid, ids: rows.map((row) => row.id) });
    return { rows, ids, owned, files: await filesOf(strapi, owned) };
  }

  /** Files nobody else uses go along and lie in no folder, because folders stay. */
  async function moveFiles(files: readonly FileUse[], to: number): Promise<Undo['files']> {
    const ids = files.filter(({ isOnlyHere }) => isOnlyHere).map(({ id }) => id);
    if (ids.length === 0) return [];
    const rows = await sql<
      { id: number; document_id: string; site: number | null; folder_path: string | null }[]
    >((table) =>
      table(tableOf(FILE))
        .whereIn('id', ids)
        .select('id', 'document_id', 'folder_path', `${column()} as site`),
    );
    const foreign = rows.filter((row) => row.site !== to);
    await writeSite(
      FILE,
      foreign.map((row) => row.document_id),
      to,
    );
    const moved = foreign.map((row) => row.id);
    await sql((table) => table(tableOf(FILE)).whereIn('id', moved).update({ folder_path: '/' }));
    return foreign.map((row) => ({
      id: row.id,
      documentId: row.document_id,
      from: row.site,
      folderPath: row.folder_path,
    }));
  }

  async function relink(owned: readonly Rows[], copies: ReadonlyMap<number, number>) {
    const changed: Undo['copies'] = [];
    for (const link of await linksOf(strapi, owned)) {
      const to = copies.get(link.file_id);
      if (to === undefined) continue;
      await sql((table) =>
        table(mediaTable(strapi)).where({ id: link.id }).update({ file_id: to }),
      );
      changed.push({ link: link.id, from: link.file_id, to });
    }
    return changed;
  }

  return {
    /** Rows of these documents that the running request may see, with who made them. */
    readEntries: (uid: string, documentIds: readonly string[]) =>
      strapi.db.query(uid).findMany({
        where: { documentId: { $in: [...documentIds] } },
        populate: { createdBy: { populate: ['roles'] } } as never,
      }) as Promise<{ documentId: string }[]>,

    async preview(move: Omit<Move, 'action'>): Promise<MovePreview> {
      const { uid, documentIds, to } = move;
      const { rows, ids, owned, files } = await plan(move);
      const { sites } = await service(strapi, 'state').fresh();
      const field = await titleFieldOf(strapi, uid);
      const titles: ({ documentId: string } & Record<string, unknown>)[] = await service(
        strapi,
        'context',
      ).runUnscoped(() => strapi.db.query(uid).findMany({ where: { documentId: { $in: ids } } }));
      const offered = to.settings.locales ?? [];
      const locales = [...new Set(rows.flatMap((row) => row.locale ?? []))];
      return {
        to: { id: to.id, name: to.name },
        entries: ids.map((documentId) => {
          const own = rows.filter((row) => row.document_id === documentId);
          const title = titles.find((row) => row.documentId === documentId)?.[field];
          const from = own[0]?.site ?? null;
          return {
            documentId,
            title: typeof title === 'string' ? title : documentId,
            from: from === null ? '' : (sites.get(from)?.name ?? ''),
            locales: [...new Set(own.flatMap((row) => row.locale ?? []))],
          };
        }),
        skipped: new Set(documentIds).size - ids.length,
        media: files.map(({ id, name, isOnlyHere }) => ({
          id,
          name,
          does: isOnlyHere ? 'moves' : move.sharedMedia === 'copy' ? 'copied' : 'stays',
        })),
        links: await linksOut(strapi, { uid, owned, documentIds: ids }),
        collisions: await findCollisions(strapi, { uid, documentIds: ids, to: to.number }),
        foreignLocales:
          offered.length === 0 ? [] : locales.filter((code) => !offered.includes(code)),
      };
    },

    /** All of it or nothing. @throws MOVE_COLLISION where a unique value is taken. */
    async move(move: Move): Promise<{ moved: number; auditId: string }> {
      const { uid, to, action = 'move' } = move;
      const { rows, ids, owned, files } = await plan(move);
      if (ids.length === 0) throw errors.NOTHING_TO_MOVE();
      const [taken] = await findCollisions(strapi, { uid, documentIds: ids, to: to.number });
      if (taken) {
        throw errors.MOVE_COLLISION({
          message: `"${taken.value}" is taken on ${to.name}: two entries there would have the same ${taken.field}.`,
          details: { ...taken },
        });
      }
      const copies = new Map<number, number>();
      try {
        const shared = move.sharedMedia === 'copy' ? files.filter((file) => !file.isOnlyHere) : [];
        for (const { id } of shared) copies.set(id, await copyFile(strapi, id, to.number));
        return await strapi.db.transaction(async () => {
          await writeSite(uid, ids, to.number);
          const changed = await changes(uid, ids);
          const siteBefore = new Map(rows.map((row) => [row.document_id, row.site]));
          const undo: Undo = {
            uid,
            to: to.number,
            entries: ids.map((documentId) => ({
              documentId,
              from: siteBefore.get(documentId) ?? 0,
              changedAt: changed.get(documentId) ?? 0,
            })),
            files: await moveFiles(files, to.number),
            copies: await relink(owned, copies),
          };
          await service(strapi, 'sharing').ownerChanged(uid, ids);
          const froms = new Set(siteBefore.values());
          const auditId = await service(strapi, 'audit').record({
            action,
            site: froms.size === 1 ? ([...froms][0] ?? null) : null,
            otherSite: to.number,
            subject: uid,
            count: ids.length,
            undo,
          });
          await service(strapi, 'tasks').fill(to.number);
          return { moved: ids.length, auditId };
        });
      } catch (error) {
        await removeCopies(strapi, [...copies.values()]);
        throw error;
      }
    },

    /** Puts back what has not been changed since; says why not for the rest. */
    async undo(row: AuditRow) {
      // Written by `move` above.
      const undo = row.undo as Undo;
      const { uid, entries } = undo;
      const now = await changes(
        uid,
        entries.map(({ documentId }) => documentId),
      );
      const sites = await readRows(
        uid,
        entries.map(({ documentId }) => documentId),
      );
      const refused: { documentId: string; reason: string }[] = [];
      const taken = await takenAt(strapi, { uid, entries });
      const good = entries.filter(({ documentId, changedAt }) => {
        const site = sites.find((one) => one.document_id === documentId)?.site;
        const reason =
          site === undefined
            ? 'It was deleted.'
            : site !== undo.to
              ? 'It was moved again.'
              : (now.get(documentId) ?? 0) > changedAt
                ? 'It was edited on its new site.'
                : (taken.get(documentId) ?? null);
        if (reason) refused.push({ documentId, reason });
        return reason === null;
      });
      if (good.length === 0) return { undone: 0, refused };
      await strapi.db.transaction(async () => {
        if (!(await service(strapi, 'audit').markUndone(row))) throw errors.ALREADY_UNDONE();
        for (const from of new Set(good.map((entry) => entry.from))) {
          const back = good.filter((entry) => entry.from === from);
          await writeSite(
            uid,
            back.map(({ documentId }) => documentId),
            from || null,
          );
        }
        // With some entries kept there, the media stay there too: they still show them.
        if (refused.length === 0) await putMediaBack(undo);
        const moved = good.map(({ documentId }) => documentId);
        await service(strapi, 'sharing').ownerChanged(uid, moved);
      });
      // Stored files go after the rows are settled: no transaction brings a file back.
      if (refused.length === 0) {
        await removeCopies(strapi, [...new Set(undo.copies.map((copy) => copy.to))]);
      }
      for (const from of new Set(good.map((entry) => entry.from))) {
        await service(strapi, 'tasks').fill(from);
      }
      return { undone: good.length, refused };
    },
  };

  async function putMediaBack({ files, copies }: Undo) {
    for (const { link, from } of copies) {
      await sql((table) => table(mediaTable(strapi)).where({ id: link }).update({ file_id: from }));
    }
    for (const { id, documentId, from, folderPath } of files) {
      await writeSite(FILE, [documentId], from);
      await sql((table) => table(tableOf(FILE)).where({ id }).update({ folder_path: folderPath }));
    }
  }
};
