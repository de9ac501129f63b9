import type { Core } from '@strapi/strapi';
import { handle, type Ctx } from 'suite-kit/server';
import { siteIdParams, type Site } from '../../../shared/contracts/sites';
import {
  commentBody,
  entryQuery,
  listTasksQuery,
  moveTaskBody,
  stagesQuery,
  taskParams,
  updateTaskBody,
  type EntryQuery,
  type ListTasksQuery,
  type TaskEvent,
  type TaskMove,
} from '../../../shared/contracts/tasks';
import type { Stage, Workflow } from '../../../shared/contracts/workflows';
import { decideMove, firstStage, governs, movesFrom, stageOf } from '../core/workflow';
import { errors } from '../errors';
import { findCaller } from '../isolation/callers';
import { service } from '../services/service';
import type { TaskEntry, TaskRow } from '../services/task-rows';
import { checkerOf, entryIn, readEntries } from '../workflow/entries';
import { moverOf, nameOf, peopleOf, signedIn } from '../workflow/people';
import { toDetails, toTasks, typeNameOf } from '../workflow/views';
import { reachSite } from './helpers';

const MAX_STAGES_ASKED = 100;

const summary = ({ key, name, color, canPublish }: Stage) => ({ key, name, color, canPublish });

/** Entries under a workflow: the board, the panel beside an entry, and what waits for whom. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const tasks = () => service(strapi, 'tasks');
  const workflowOf = async (site: Site): Promise<Workflow | null> => {
    const workflow = await service(strapi, 'workflows').find(site.number);
    return workflow?.isEnabled ? workflow : null;
  };

  const readable = (ctx: Ctx, workflow: Workflow) =>
    workflow.contentTypes.filter((uid) => checkerOf(strapi, ctx, uid).can.read());

  /** A task that the person may read, or the answer for none. */
  async function reach(ctx: Ctx, { id, task }: { id: string; task: string }) {
    const site = await reachSite(strapi, ctx, id);
    const workflow = await workflowOf(site);
    const row = await tasks().find(site.number, task);
    const details =
      workflow && row && governs(workflow, row.entryUid)
        ? await toDetails(strapi, ctx, { row, site, workflow })
        : null;
    if (!workflow || !row || !details) throw errors.TASK_NOT_FOUND();
    return { site, workflow, row, details };
  }

  async function answer(
    ctx: Ctx,
    site: Site,
    { workflow, id }: { workflow: Workflow; id: string },
  ) {
    const row = await tasks().find(site.number, id);
    const details = row && (await toDetails(strapi, ctx, { row, site, workflow }));
    if (!details) throw errors.TASK_NOT_FOUND();
    return { data: details };
  }

  const event = (ctx: Ctx, given: Omit<TaskEvent, 'at' | 'by'>): TaskEvent => {
    const user = signedIn(ctx);
    return { ...given, at: new Date().toISOString(), by: { id: user.id, name: nameOf(user) } };
  };

  /** The task of an entry that is there; made where nobody looked at it yet. */
  async function taskOf(ctx: Ctx, entry: TaskEntry, workflow: Workflow): Promise<TaskRow | null> {
    const known = await tasks().findFor(entry);
    if (known) return known;
    const { site, uid, documentId, locale } = entry;
    const { found } = await readEntries(strapi, ctx, { site, uid, documentIds: [documentId] });
    if (!entryIn(found, documentId, locale)) return null;
    await tasks().ensure([{ ...entry, stage: firstStage(workflow) }]);
    return tasks().findFor(entry);
  }

  async function movesOf(ctx: Ctx, site: Site, workflow: Workflow) {
    const mover = await moverOf(strapi, ctx, site.number);
    const moves = workflow.stages.map(({ key }) => [
      key,
      movesFrom(workflow, { from: key, mover }),
    ]);
    return Object.fromEntries(moves) as Record<string, TaskMove[]>;
  }

  /** In the network view an entry is asked about on its own site. */
  async function siteOfEntry(ctx: Ctx, id: string, { contentType, documentId }: EntryQuery) {
    const isNetwork = service(strapi, 'context').current().kind === 'network';
    if (id !== 'current' || !isNetwork) return reachSite(strapi, ctx, id);
    const isScoped = service(strapi, 'isolation').tables().byUid(contentType)?.scope === 'site';
    const number = isScoped
      ? await service(strapi, 'registry').siteOf(contentType, documentId)
      : null;
    const site = number === null ? null : service(strapi, 'state').snapshot().sites.get(number);
    if (!site) throw errors.SITE_NOT_FOUND();
    return site;
  }

  const assigneeOf = (ctx: Ctx, { assignee }: ListTasksQuery) => {
    if (assignee === undefined) return {};
    if (assignee === 'none') return { assigneeId: null };
    return { assigneeId: assignee === 'me' ? signedIn(ctx).id : assignee };
  };

  return {
    board: handle({ params: siteIdParams }, async ({ params, ctx }) => {
      const site = await reachSite(strapi, ctx, params.id);
      const workflow = await workflowOf(site);
      if (workflow) await tasks().refill(site.number);
      const uids = workflow ? readable(ctx, workflow) : [];
      const data = {
        isEnabled: workflow !== null,
        stages: workflow?.stages.map(summary) ?? [],
        whenPublished: workflow?.whenPublished ?? null,
        moves: workflow ? await movesOf(ctx, site, workflow) : {},
        contentTypes: uids.map((uid) => ({ uid, name: typeNameOf(strapi, uid) })),
        locales: site.settings.locales ?? [],
        people: await peopleOf(strapi, site.number),
      };
      return { data };
    }),

    find: handle(
      { params: siteIdParams, query: listTasksQuery },
      async ({ params, query, ctx }) => {
        const site = await reachSite(strapi, ctx, params.id);
        const workflow = await workflowOf(site);
        const { page, pageSize } = query;
        const none = { page, pageSize, pageCount: 0, total: 0 };
        if (!workflow) return { data: [], meta: { pagination: none } };
        const { assignee: _assignee, ...plain } = query;
        const uids = readable(ctx, workflow);
        const filter = { ...plain, ...assigneeOf(ctx, query), uids };
        const { data: rows, pagination } = await tasks().list(site.number, filter);
        const data = await toTasks(strapi, ctx, { rows, site, workflow });
        return { data, meta: { pagination } };
      },
    ),

    entry: handle({ params: siteIdParams, query: entryQuery }, async ({ params, query, ctx }) => {
      const site = await siteOfEntry(ctx, params.id, query);
      const workflow = await workflowOf(site);
      const named = { id: site.id, name: site.name };
      if (!workflow || !governs(workflow, query.contentType)) {
        return { data: { task: null, stages: [], people: [], site: named } };
      }
      const { contentType: uid, documentId, locale = '' } = query;
      const { shares } = service(strapi, 'state').snapshot();
      // The workflow of its owner is what an entry of another site is under.
      if (shares.ownerFor(site.number, uid, documentId) !== null) {
        return { data: { task: null, stages: [], people: [], site: named } };
      }
      const row = await taskOf(ctx, { site: site.number, uid, documentId, locale }, workflow);
      const task = row && (await toDetails(strapi, ctx, { row, site, workflow }));
      if (!task) throw errors.TASK_NOT_FOUND();
      const people = await peopleOf(strapi, site.number);
      return { data: { task, stages: workflow.stages.map(summary), people, site: named } };
    }),

    stages: handle({ params: siteIdParams, query: stagesQuery }, async ({ params, query, ctx }) => {
      const site = await reachSite(strapi, ctx, params.id);
      const workflow = await workflowOf(site);
      const { contentType: uid, locale = '' } = query;
      if (!workflow || !governs(workflow, uid) || !checkerOf(strapi, ctx, uid).can.read()) {
        return { data: {} };
      }
      const wanted = query.documentIds.split(',').filter(Boolean).slice(0, MAX_STAGES_ASKED);
      const rows = await tasks().findForMany({ site: site.number, uid, locale }, wanted);
      const seen = await toTasks(strapi, ctx, { rows, site, workflow });
      const entries = seen.flatMap(({ documentId, stage, assignee }) => {
        const found = stageOf(workflow, stage);
        return found ? [[documentId, { ...summary(found), assignee }] as const] : [];
      });
      return { data: Object.fromEntries(entries) };
    }),

    move: handle({ params: taskParams, body: moveTaskBody }, async ({ params, body, ctx }) => {
      const { site, workflow, row, details } = await reach(ctx, params);
      if (!details.canEdit) throw errors.TASK_READ_ONLY();
      if (row.version !== body.version) throw errors.TASK_CHANGED();
      const mover = await moverOf(strapi, ctx, site.number);
      const { to, override, comment } = body;
      const move = { from: row.stage, to, mover, wantsOverride: override };
      const decision = decideMove(workflow, move);
      if (decision.kind === 'refused') throw moveRefused(workflow, row.stage, { to, ...decision });
      const { isOverride } = decision;
      const moved = event(ctx, {
        kind: 'moved',
        from: row.stage,
        to,
        ...(isOverride && { isOverride }),
      });
      const said = comment ? [event(ctx, { kind: 'comment', text: comment })] : [];
      await tasks().change(row, { data: { stage: to }, events: [moved, ...said] });
      return answer(ctx, site, { workflow, id: row.documentId });
    }),

    update: handle({ params: taskParams, body: updateTaskBody }, async ({ params, body, ctx }) => {
      const { site, workflow, row, details } = await reach(ctx, params);
      if (!details.canEdit) throw errors.TASK_READ_ONLY();
      if (row.version !== body.version) throw errors.TASK_CHANGED();
      const { assignee, dueOn } = body;
      const events: TaskEvent[] = [];
      if (assignee !== undefined && assignee !== row.assigneeId) {
        const people = await peopleOf(strapi, site.number);
        const person = people.find(({ id }) => id === assignee);
        if (assignee !== null && !person) throw errors.ASSIGNEE_NOT_ON_SITE();
        events.push(event(ctx, { kind: 'assigned', ...(person && { to: person.name }) }));
      }
      if (dueOn !== undefined && dueOn !== row.dueOn) {
        events.push(event(ctx, { kind: 'due', ...(dueOn && { to: dueOn }) }));
      }
      const data = {
        ...(assignee !== undefined && { assigneeId: assignee }),
        ...(dueOn !== undefined && { dueOn }),
      };
      if (events.length > 0) await tasks().change(row, { data, events });
      return answer(ctx, site, { workflow, id: row.documentId });
    }),

    /** Who may read the entry may say something about it. */
    comment: handle({ params: taskParams, body: commentBody }, async ({ params, body, ctx }) => {
      const { site, workflow, row } = await reach(ctx, params);
      const events = [event(ctx, { kind: 'comment', text: body.text })];
      await tasks().change(row, { data: {}, events });
      return answer(ctx, site, { workflow, id: row.documentId });
    }),

    /** What waits for the signed-in person, on every site he works on. */
    waiting: handle({}, async ({ ctx }) => {
      const { sites } = await service(strapi, 'state').fresh();
      const { id: userId } = signedIn(ctx);
      const data = [];
      const caller = await findCaller(strapi, ctx);
      const isOn = (site: Site) =>
        caller.kind === 'admin' && (caller.isNetwork || caller.siteNumbers.has(site.number));
      for (const site of sites.all) {
        const isOpen = isOn(site) && site.status !== 'archived';
        const workflow = isOpen ? await workflowOf(site) : null;
        if (!workflow) continue;
        const done = workflow.whenPublished ? [workflow.whenPublished] : [];
        const waiting = await tasks().waitingFor(site.number, { userId, done });
        if (waiting.mine > 0) data.push({ siteId: site.id, siteName: site.name, ...waiting });
      }
      return { data };
    }),
  };
};

function moveRefused(
  workflow: Workflow,
  from: string,
  { to, because, canOverride }: { to: string; because: string; canOverride: boolean },
) {
  const name = (key: string) => stageOf(workflow, key)?.name ?? key;
  const roles = stageOf(workflow, from)?.transitions.find((path) => path.to === to)?.roles ?? [];
  const message =
    because === 'role'
      ? `Your role on this site may not move an entry from "${name(from)}" to "${name(to)}".`
      : `An entry does not go from "${name(from)}" to "${name(to)}" in this workflow.`;
  return errors.MOVE_REFUSED({ message, details: { from, to, because, roles, canOverride } });
}
