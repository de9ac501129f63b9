import type { Core } from '@strapi/strapi';
import type { Ctx } from 'suite-kit/server';
import type { Site } from '../../../shared/contracts/sites';
import type { Task, TaskDetails, TaskPerson } from '../../../shared/contracts/tasks';
import type { Workflow } from '../../../shared/contracts/workflows';
import { isOverdue, mayPublish, movesFrom, todayIn } from '../core/workflow';
import { contentTypesOf } from '../isolation/strapi-parts';
import type { TaskRow } from '../services/task-rows';
import { entryIn, readEntries, titleFieldOf, titleIn } from './entries';
import { moverOf, nameOf, type SignedIn } from './people';

type View = { site: Site; workflow: Workflow };

/** Tasks as a person sees them; those whose entry the person may not read are left out. */
export async function toTasks(
  strapi: Core.Strapi,
  ctx: Ctx,
  { rows, ...view }: View & { rows: readonly TaskRow[] },
): Promise<Task[]> {
  const people = await namesOf(strapi, rows);
  const byType = new Map<string, Awaited<ReturnType<typeof describeType>>>();
  for (const uid of new Set(rows.map((row) => row.entryUid))) {
    const own = rows.filter((row) => row.entryUid === uid);
    byType.set(uid, await describeType(strapi, ctx, { site: view.site, uid, rows: own }));
  }
  return rows.flatMap((row) => {
    const type = byType.get(row.entryUid);
    const entry = type && entryIn(type.found, row.entryDocumentId, row.entryLocale ?? '');
    if (!entry) return [];
    const typeName = typeNameOf(strapi, row.entryUid);
    return [{ ...toTask(row, { ...view, people, typeName }), title: titleIn(entry, type.field) }];
  });
}

async function describeType(
  strapi: Core.Strapi,
  ctx: Ctx,
  { site, uid, rows }: { site: Site; uid: string; rows: readonly TaskRow[] },
) {
  const documentIds = rows.map((row) => row.entryDocumentId);
  const { found, checker } = await readEntries(strapi, ctx, {
    site: site.number,
    uid,
    documentIds,
  });
  return { found, checker, field: await titleFieldOf(strapi, uid) };
}

/** One task with its history and what the person may do; null where he may not read the entry. */
export async function toDetails(
  strapi: Core.Strapi,
  ctx: Ctx,
  { row, ...view }: View & { row: TaskRow },
): Promise<TaskDetails | null> {
  const type = await describeType(strapi, ctx, { site: view.site, uid: row.entryUid, rows: [row] });
  const entry = entryIn(type.found, row.entryDocumentId, row.entryLocale ?? '');
  if (!entry) return null;
  const people = await namesOf(strapi, [row]);
  const canEdit = type.checker.can.update(entry);
  const mover = await moverOf(strapi, ctx, view.site.number);
  return {
    ...toTask(row, { ...view, people, typeName: typeNameOf(strapi, row.entryUid) }),
    title: titleIn(entry, type.field),
    history: row.history ?? [],
    moves: canEdit ? movesFrom(view.workflow, { from: row.stage, mover }) : [],
    canEdit,
    canPublish: mayPublish(view.workflow, row.stage),
  };
}

function toTask(
  row: TaskRow,
  {
    site,
    workflow,
    people,
    typeName,
  }: View & { people: ReadonlyMap<number, TaskPerson>; typeName: string },
): Task {
  const today = todayIn(site.settings.timeZone, new Date());
  const isDone = row.stage === workflow.whenPublished;
  return {
    id: row.documentId,
    contentType: row.entryUid,
    typeName,
    documentId: row.entryDocumentId,
    locale: row.entryLocale || null,
    title: row.entryDocumentId,
    stage: row.stage,
    assignee: row.assigneeId === null ? null : (people.get(row.assigneeId) ?? null),
    dueOn: row.dueOn,
    isOverdue: isOverdue(row.dueOn, today, isDone),
    comments: (row.history ?? []).filter(({ kind }) => kind === 'comment').length,
    version: row.version,
    updatedAt: row.updatedAt,
  };
}

async function namesOf(strapi: Core.Strapi, rows: readonly TaskRow[]) {
  const ids = [...new Set(rows.flatMap((row) => row.assigneeId ?? []))];
  const users: SignedIn[] =
    ids.length === 0
      ? []
      : await strapi.db.query('admin::user').findMany({ where: { id: { $in: ids } } });
  return new Map(users.map((user) => [user.id, { id: user.id, name: nameOf(user) }]));
}

export const typeNameOf = (strapi: Core.Strapi, uid: string): string =>
  contentTypesOf(strapi)[uid]?.info.displayName ?? uid;
