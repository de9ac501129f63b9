import type { Core } from '@strapi/strapi';
import { naturalKey, runInSite } from 'suite-kit/server';
import { isSame } from '../core/canonical';
import { errors } from '../errors';
import { openKey } from '../sync/conflict-rows';
import { toStrapi, updateEntry } from '../sync/entries';
import { saveStatus } from '../sync/link-rows';
import { asFederation } from '../sync/origin';
import type { ConflictRow, LinkRow, SourceRow } from '../sync/rows';
import {
  filesIn,
  placeOf,
  readAt,
  readLinked,
  saveBase,
  settleDeletedHere,
  settleDeletedThere,
  settleField,
  writeAt,
  type Choice,
} from '../sync/settle';
import { modelOf, shapeOf } from '../sync/shapes';
import type { SyncContext } from '../sync/context';
import { tables } from '../sync/tables';
import type { Conflict, ResolveManyResult } from '../../../shared/contracts/conflicts';
import type { FieldRule } from '../../../shared/contracts/policies';
import { service } from './service';

/** The inbox: what was changed on both sides and waits for a person. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const rows = () => tables(strapi);

  async function mustFind(id: string): Promise<ConflictRow> {
    const row = await rows().conflicts.findOne({ documentId: id });
    if (!row) throw errors.CONFLICT_NOT_FOUND();
    return row;
  }

  async function toConflict(row: ConflictRow, source?: SourceRow | null): Promise<Conflict> {
    const from = source ?? (await rows().sources.findOne({ documentId: row.sourceId }));
    return {
      id: row.documentId,
      site: row.site,
      kind: row.kind,
      state: row.state,
      sourceId: row.sourceId,
      sourceName: from?.name ?? '',
      title: row.title ?? '',
      uid: row.uid,
      typeLabel: modelOf(strapi, row.uid)?.info.displayName ?? row.uid,
      documentId: row.localId,
      locale: row.locale,
      path: row.path,
      fieldType: fieldType(row),
      base: row.base?.value ?? null,
      local: row.local?.value ?? null,
      remote: row.remote?.value ?? null,
      choice: row.choice,
      resolvedBy: row.resolvedBy,
      resolvedAt: row.resolvedAt ? new Date(row.resolvedAt).toISOString() : null,
      createdAt: new Date(row.createdAt).toISOString(),
    };
  }

  function fieldType({ uid, path }: ConflictRow): string {
    const [field = '', part] = path.split('.');
    const shape = shapeOf(strapi, uid)[field];
    return (part ? shape?.fields?.[part] : shape)?.type ?? '';
  }

  /** Runs in the site of the conflict, also when somebody sees all sites. */
  async function withParts<T>(
    row: ConflictRow,
    actor: string,
    work: (parts: { context: SyncContext; link: LinkRow; source: SourceRow }) => Promise<T>,
  ): Promise<T> {
    return runInSite(strapi, row.site, async () => {
      const source = await service(strapi, 'sources').mustFind(row.sourceId);
      const link = await rows().links.findOne({ documentId: row.contentId });
      if (!link) throw errors.CONFLICT_NOT_FOUND();
      const context = await service(strapi, 'sync').contextOf(source, { actor });
      return work({ context, link, source });
    });
  }

  async function settle(row: ConflictRow, choice: Choice, actor: string): Promise<void> {
    if (row.state !== 'open') throw errors.ALREADY_SETTLED();
    await withParts(row, actor, ({ context, link }) =>
      strapi.db.transaction(() =>
        asFederation(async () => {
          const outcome =
            row.kind === 'field'
              ? await settleField(context, { conflict: row, link, choice })
              : row.kind === 'deleted-there'
                ? await settleDeletedThere(context, link, choice)
                : await settleDeletedHere(context, { conflict: row, link, choice });
          await rows().conflicts.update(
            { id: row.id },
            {
              state: 'resolved',
              choice: choice.choice,
              outcome,
              resolvedBy: actor,
              resolvedAt: new Date(),
              key: naturalKey([row.contentId, row.path, row.id]),
            },
          );
          if (row.kind !== 'field') return;
          const left = await rows().conflicts.count({ contentId: row.contentId, state: 'open' });
          if (left === 0) await saveStatus(context, link, { status: 'synced' });
        }),
      ),
    );
  }

  /** The rule "always for this field", in the mapping of the source. */
  async function remember(row: ConflictRow, rule: FieldRule) {
    const source = await service(strapi, 'sources').mustFind(row.sourceId);
    const [field] = row.path.split('.');
    const mappings = source.mappings.map((mapping) =>
      mapping.uid === row.uid
        ? {
            ...mapping,
            fields: mapping.fields.map((item) => (item.field === field ? { ...item, rule } : item)),
          }
        : mapping,
    );
    await rows().sources.update({ id: source.id }, { mappings });
  }

  return {
    async list({
      page,
      pageSize,
      state,
      source,
    }: {
      page: number;
      pageSize: number;
      state: 'open' | 'resolved';
      source?: string;
    }) {
      const { rows: found, pagination } = await rows().conflicts.findPage({
        where: {
          state: state === 'open' ? 'open' : { $in: ['resolved', 'superseded'] },
          ...(source && { sourceId: source }),
        },
        orderBy: state === 'open' ? { id: 'asc' } : [{ resolvedAt: 'desc' }, { id: 'desc' }],
        page,
        pageSize,
      });
      return { data: await Promise.all(found.map((row) => toConflict(row))), meta: { pagination } };
    },

    async find(id: string): Promise<Conflict> {
      return toConflict(await mustFind(id));
    },

    async resolve(
      id: string,
      choice: Choice,
      { actor, always }: { actor: string; always: boolean },
    ) {
      const row = await mustFind(id);
      await settle(row, choice, actor);
      if (always && row.kind === 'field' && choice.choice !== 'value') {
        await remember(row, choice.choice);
        const others = await rows().conflicts.findMany({
          where: { sourceId: row.sourceId, uid: row.uid, path: row.path, state: 'open' },
        });
        for (const other of others) await settle(other, choice, actor);
      }
      return toConflict(await mustFind(id));
    },

    /** Each on its own: one that cannot be settled does not keep the others. */
    async resolveMany(ids: string[], choice: Choice, actor: string): Promise<ResolveManyResult> {
      const result: ResolveManyResult = { resolved: 0, failed: [] };
      for (const id of ids) {
        try {
          await settle(await mustFind(id), choice, actor);
          result.resolved += 1;
        } catch (error) {
          result.failed.push({
            id,
            message: error instanceof Error ? error.message : String(error),
          });
        }
      }
      return result;
    },

    /** Back into the inbox, with the value that was here before. */
    async undo(id: string, actor: string): Promise<Conflict> {
      const row = await mustFind(id);
      const { outcome } = row;
      if (row.state !== 'resolved' || !outcome) throw errors.NOT_SETTLED();
      if (row.kind !== 'field' && row.choice !== 'local') {
        throw errors.EDITED_SINCE({
          message: 'The entry itself was removed or made again: settle it in the entry.',
        });
      }
      await withParts(row, actor, ({ context, link }) =>
        strapi.db.transaction(() =>
          asFederation(async () => {
            if (row.kind === 'field') await putBack(context, { row, link, outcome });
            else if (row.kind === 'deleted-there') {
              await rows().links.update({ key: link.key }, { mode: 'synced' });
            }
            await saveBase(context, link, outcome.baseBefore);
            await saveStatus(context, link, { status: 'conflict' });
            await rows().conflicts.update(
              { id: row.id },
              {
                state: 'open',
                choice: null,
                outcome: null,
                resolvedBy: null,
                resolvedAt: null,
                key: openKey(row.contentId, row.path),
              },
            );
          }),
        ),
      );
      return toConflict(await mustFind(id));
    },

    countOpen: () => rows().conflicts.count({ state: 'open' }),
  };
};

async function putBack(
  context: SyncContext,
  {
    row,
    link,
    outcome,
  }: { row: ConflictRow; link: LinkRow; outcome: NonNullable<ConflictRow['outcome']> },
) {
  const entry = await readLinked(context, link);
  if (!entry || !isSame(readAt(entry.doc, row.path), outcome.after)) throw errors.EDITED_SINCE();
  if (isSame(outcome.before, outcome.after)) return;
  const [field = ''] = row.path.split('.');
  const next = { [field]: writeAt(entry.doc, row.path, outcome.before)[field] };
  const shape = context.shape(link.localUid);
  const fileIds = await filesIn(context, next);
  const data = toStrapi(next, { shape, raw: entry.raw, fileIds });
  await updateEntry(context.strapi, placeOf(link), data);
}
