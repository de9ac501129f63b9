import type { Core } from '@strapi/strapi';
import type { ListTasksQuery, TaskEvent } from '../../../shared/contracts/tasks';
import { UID } from '../../../shared/plugin';
import { addDays, firstStage, todayIn } from '../core/workflow';
import { errors } from '../errors';
import { service } from './service';
import type { SqlQuery } from './sql-query';
import { keyOf, toTaskRow, withEvents, type TaskEntry, type TaskRow } from './task-rows';

const INSERT_BATCH = 100;
/** How often the board looks for entries that were written past the document service. */
const REFILL_MS = 60_000;

type Change = Partial<Pick<TaskRow, 'stage' | 'assigneeId' | 'dueOn'>>;
type Filter = Omit<ListTasksQuery, 'assignee'> & {
  /** null: nobody's. */
  assigneeId?: number | null;
  /** Types the caller may read. */
  uids: readonly string[];
};

/** The rows behind workflow boards and panels. Who may do what is decided by the callers. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const rows = () => strapi.db.query(UID.task);
  const table = () => strapi.db.metadata.get(UID.task).tableName;
  const unscoped = <T>(work: () => Promise<T>) => service(strapi, 'context').runUnscoped(work);
  const filledAt = new Map<number, number>();
  const todayOn = (site: number) => {
    const known = service(strapi, 'state').snapshot().sites.get(site);
    return todayIn(known?.settings.timeZone, new Date());
  };

  /** Joins the transaction of the write it belongs to, if there is one. */
  async function execute<T>(query: SqlQuery): Promise<T> {
    if (!strapi.db.inTransaction()) return (await query) as T;
    return strapi.db.transaction(async ({ trx }) => (await query.transacting(trx)) as T);
  }

  async function insert(entries: readonly (TaskEntry & { stage: string })[]) {
    for (let start = 0; start < entries.length; start += INSERT_BATCH) {
      const batch = entries.slice(start, start + INSERT_BATCH).map(toTaskRow);
      await unscoped(() =>
        execute(strapi.db.getConnection(table()).insert(batch).onConflict('key').ignore()),
      );
    }
  }

  /** Entries of the site that have no task yet; those that are live start where live ones are. */
  async function missing(site: number, uid: string) {
    const { column } = service(strapi, 'isolation').tables();
    const own = strapi.db.metadata.get(uid).tableName;
    const found: { id: string; locale: string | null; live: string | null }[] = await execute(
      strapi.db
        .getConnection(`${own} as t`)
        .leftJoin(`${table()} as k`, (join) =>
          join
            .on('k.entry_document_id', 't.document_id')
            .andOnVal('k.entry_uid', uid)
            .andOn('k.entry_locale', '=', strapi.db.connection.raw("coalesce(t.locale, '')"))
            .andOnVal('k.site', site),
        )
        .whereNull('k.id')
        .where(`t.${column}`, site)
        .groupBy('t.document_id', 't.locale')
        .select('t.document_id as id', 't.locale as locale')
        .max({ live: 't.published_at' }),
    );
    return found;
  }

  /** Tasks of entries that are gone, or on another site now. */
  async function prune(site: number, uid: string) {
    const { column } = service(strapi, 'isolation').tables();
    const own = strapi.db.metadata.get(uid).tableName;
    const entries = strapi.db
      .getConnection(`${own} as t`)
      .select('t.document_id')
      .where(`t.${column}`, site);
    const gone = strapi.db.getConnection(table()).where({ site, entry_uid: uid });
    await execute(gone.whereNotIn('entry_document_id', entries).delete());
  }

  async function fill(site: number) {
    const workflow = await service(strapi, 'workflows').find(site);
    if (!workflow?.isEnabled) return;
    filledAt.set(site, Date.now());
    await unscoped(async () => {
      for (const uid of workflow.contentTypes) {
        if (!service(strapi, 'isolation').tables().byUid(uid)) continue;
        const live = workflow.whenPublished ?? firstStage(workflow);
        const entries = await missing(site, uid);
        await insert(
          entries.map((entry) => ({
            site,
            uid,
            documentId: entry.id,
            locale: entry.locale ?? '',
            stage: entry.live ? live : firstStage(workflow),
          })),
        );
        await prune(site, uid);
      }
    });
  }

  function where(site: number, filter: Filter) {
    const { stage, assigneeId, contentType, locale, due, uids } = filter;
    const today = todayOn(site);
    return {
      site,
      entryUid: { $in: contentType ? uids.filter((uid) => uid === contentType) : [...uids] },
      ...(stage && { stage }),
      ...(assigneeId !== undefined && { assigneeId }),
      ...(locale !== undefined && { entryLocale: locale }),
      ...(due === 'overdue' && { dueOn: { $lt: today } }),
      ...(due === 'week' && { dueOn: { $gte: today, $lte: addDays(today, 7) } }),
      ...(due === 'none' && { dueOn: null }),
    };
  }

  return {
    fill,

    /** The same, as often as a board needs it. */
    async refill(site: number) {
      if (Date.now() - (filledAt.get(site) ?? 0) > REFILL_MS) await fill(site);
    },

    async list(site: number, filter: Filter) {
      const { page, pageSize } = filter;
      const matching = where(site, filter);
      const total = await rows().count({ where: matching });
      const data: TaskRow[] = await rows().findMany({
        where: matching,
        // What is due first comes first; databases disagree about where NULL goes.
        orderBy: [{ dueOn: 'asc' }, { updatedAt: 'desc' }, { id: 'asc' }],
        limit: pageSize,
        offset: (page - 1) * pageSize,
      });
      const pagination = { page, pageSize, pageCount: Math.ceil(total / pageSize), total };
      return { data, pagination };
    },

    find: (site: number, documentId: string): Promise<TaskRow | null> =>
      rows().findOne({ where: { site, documentId } }),

    findFor: (entry: TaskEntry): Promise<TaskRow | null> =>
      rows().findOne({ where: { key: keyOf(entry) } }),

    findForMany: (entry: Omit<TaskEntry, 'documentId'>, documentIds: readonly string[]) =>
      rows().findMany({
        where: { key: { $in: documentIds.map((documentId) => keyOf({ ...entry, documentId })) } },
      }) as Promise<TaskRow[]>,

    /** Ids of documents in a stage, for a filter; at most `limit`. */
    async documentIdsIn(
      { site, uid, stage }: { site: number; uid: string; stage: string },
      limit: number,
    ): Promise<string[]> {
      const found: { entryDocumentId: string }[] = await rows().findMany({
        where: { site, entryUid: uid, stage },
        select: ['entryDocumentId'],
        orderBy: [{ id: 'desc' }],
        limit,
      });
      return [...new Set(found.map((row) => row.entryDocumentId))];
    },

    /** Makes the missing ones; those that are there stay as they are. */
    ensure: insert,

    /** @throws TASK_CHANGED where somebody was faster. */
    async change(row: TaskRow, { data, events }: { data: Change; events: readonly TaskEvent[] }) {
      const { count } = await rows().updateMany({
        where: { id: row.id, version: row.version },
        data: { ...data, history: withEvents(row.history, events), version: row.version + 1 },
      });
      if (count === 0) throw errors.TASK_CHANGED();
    },

    /** Tasks of locales that an entry does not have any more. */
    async removeGone(uid: string, documentId: string) {
      await unscoped(async () => {
        const { tableName } = strapi.db.metadata.get(uid);
        const left: { locale: string | null }[] = await execute(
          strapi.db.getConnection(tableName).where({ document_id: documentId }).distinct('locale'),
        );
        const locales = left.map((row) => row.locale ?? '');
        await rows().deleteMany({
          where: { entryUid: uid, entryDocumentId: documentId, entryLocale: { $notIn: locales } },
        });
      });
    },

    removeOf: (uid: string, documentIds: readonly string[]) =>
      rows().deleteMany({ where: { entryUid: uid, entryDocumentId: { $in: [...documentIds] } } }),

    async replaceStage(site: number, { from, to }: { from: string; to: string }) {
      await rows().updateMany({ where: { site, stage: from }, data: { stage: to } });
    },

    /** Entries in each stage. */
    async counts(site: number): Promise<Record<string, number>> {
      const found: { stage: string; count: number | string }[] = await unscoped(() =>
        execute(
          strapi.db.getConnection(table()).where({ site }).groupBy('stage').select('stage').count({
            count: 'id',
          }),
        ),
      );
      return Object.fromEntries(found.map(({ stage, count }) => [stage, Number(count)]));
    },

    /** How much waits for a person on a site, and how much of it is late. */
    async waitingFor(site: number, { userId, done }: { userId: number; done: readonly string[] }) {
      const today = todayOn(site);
      const mine = { site, assigneeId: userId, stage: { $notIn: [...done] } };
      return {
        mine: await rows().count({ where: mine }),
        overdue: await rows().count({ where: { ...mine, dueOn: { $lt: today } } }),
      };
    },
  };
};
