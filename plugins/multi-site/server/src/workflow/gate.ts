import type { Core } from '@strapi/strapi';
import type { TaskEvent } from '../../../shared/contracts/tasks';
import type { Workflow } from '../../../shared/contracts/workflows';
import {
  firstStage,
  mayPublish,
  publishingStages,
  stageAfterEdit,
  stageAfterPublish,
  stageAfterUnpublish,
  stageOf,
} from '../core/workflow';
import { errors } from '../errors';
import { contentTypesOf } from '../isolation/strapi-parts';
import { service } from '../services/service';
import type { TaskEntry } from '../services/task-rows';
import { personOf } from './people';

type Params = { documentId?: string; locale?: string | string[] | null; status?: string };
type Call = { uid: string; action: string; params: Params };
type Draft = { documentId: string; locale: string };
type Touched = { documentId?: string; locale?: string | null };
type Result = (Touched & { entries?: Touched[] }) | null;

const ACTIONS = new Set(['create', 'update', 'clone', 'publish', 'unpublish', 'delete']);

/**
 * Publishing asks the workflow of the entry's site, whoever publishes: the content manager, one
 * by one or in bulk, REST, GraphQL and code all come through the document service. What happens
 * to an entry moves its task along, in the same transaction. Access: fails closed.
 */
export function installWorkflowGate(strapi: Core.Strapi) {
  strapi.documents.use((context, next) => {
    const call = context as unknown as Call;
    if (!ACTIONS.has(call.action) || service(strapi, 'workflows').isBypassed()) return next();
    // Its result depends on the action, which is not looked at here.
    return govern(call, next as () => Promise<never>);
  });

  async function govern(call: Call, next: () => Promise<never>) {
    const site = await siteOf(strapi, call);
    const workflow =
      site === null ? null : await service(strapi, 'workflows').governing(site, call.uid);
    if (site === null || !workflow) return next();

    return strapi.db.transaction(async () => {
      await assertMayPublish(strapi, { call, site, workflow });
      const result = await next();
      await follow(strapi, { call, site, workflow, result });
      return result;
    });
  }
}

async function siteOf(strapi: Core.Strapi, { uid, params }: Call): Promise<number | null> {
  const state = service(strapi, 'state');
  if (service(strapi, 'isolation').guard()?.tables.byUid(uid)?.scope !== 'site') return null;
  if (!(await state.fresh()).isActive) return state.onlySite();
  const stored = params.documentId
    ? await service(strapi, 'registry').siteOf(uid, params.documentId)
    : null;
  if (stored !== null) return stored;
  const current = service(strapi, 'context').current();
  return current.kind === 'site' ? current.number : null;
}

type Step = { call: Call; site: number; workflow: Workflow };

async function assertMayPublish(strapi: Core.Strapi, { call, site, workflow }: Step) {
  const { uid, action, params } = call;
  const publishes = action === 'publish' || params.status === 'published';
  if (!publishes || !['create', 'update', 'publish'].includes(action)) return;
  const drafts = action === 'create' ? [] : await draftsOf(strapi, call);
  const stages = await Promise.all(
    drafts.map(async ({ documentId, locale }) => {
      const stored = await stageNow(strapi, { site, uid, documentId, locale }, workflow);
      return action === 'update' ? stageAfterEdit(workflow, stored) : stored;
    }),
  );
  const asked = stages.length > 0 ? stages : [firstStage(workflow)];
  const refused = asked.find((stage) => !mayPublish(workflow, stage));
  if (refused === undefined) return;
  throw errors.PUBLISH_REFUSED({
    message: refusal(workflow, refused),
    details: { stage: refused, needed: publishingStages(workflow) },
  });
}

function refusal(workflow: Workflow, stage: string): string {
  const name = stageOf(workflow, stage)?.name ?? stage;
  const needed = publishingStages(workflow).join('" or "');
  return `This entry is in the stage "${name}". On this site an entry is published from "${needed}": move it there first.`;
}

async function stageNow(strapi: Core.Strapi, entry: TaskEntry, workflow: Workflow) {
  const task = await service(strapi, 'tasks').findFor(entry);
  if (task) return task.stage;
  const { uid, documentId, locale } = entry;
  // Written past the document service, or before the workflow: live content starts as live.
  const live = await strapi.db.query(uid).count({
    where: { documentId, publishedAt: { $notNull: true }, ...(locale ? { locale } : {}) } as never,
  });
  return live > 0 ? (workflow.whenPublished ?? firstStage(workflow)) : firstStage(workflow);
}

/** The drafts that an action is about; the default locale's where it names none. */
async function draftsOf(strapi: Core.Strapi, { uid, params }: Call): Promise<Draft[]> {
  const locale = await localesOf(strapi, uid, params.locale);
  const rows: { documentId: string; locale: string | null }[] = await strapi.db
    .query(uid)
    .findMany({
      where: {
        documentId: params.documentId,
        publishedAt: null,
        ...(locale ? { locale: { $in: locale } } : {}),
      } as never,
      select: ['documentId', 'locale'] as never,
    });
  return rows.map((row) => ({ documentId: row.documentId, locale: row.locale ?? '' }));
}

async function localesOf(strapi: Core.Strapi, uid: string, wanted: Params['locale']) {
  if (contentTypesOf(strapi)[uid]?.pluginOptions?.i18n?.localized !== true) return null;
  if (wanted === '*') return null;
  if (Array.isArray(wanted)) return wanted;
  if (wanted) return [wanted];
  const locales: { getDefaultLocale(): Promise<string> } = strapi.plugin('i18n').service('locales');
  return [await locales.getDefaultLocale()];
}

/** Moves the tasks along with what has happened. */
async function follow(strapi: Core.Strapi, { call, result, ...step }: Step & { result: Result }) {
  const { uid, action, params } = call;
  const tasks = service(strapi, 'tasks');
  if (action === 'delete') {
    if (params.documentId) await tasks.removeGone(uid, params.documentId);
    return;
  }
  const touched: Touched[] = result?.entries ?? (result ? [result] : []);
  for (const { documentId, locale } of touched) {
    if (!documentId) continue;
    const entry = { site: step.site, uid, documentId, locale: locale ?? '' };
    const before = await stageNow(strapi, entry, step.workflow);
    // An entry that is live by this very action was a draft before it had a task.
    const isNew = action === 'create' || action === 'clone';
    await tasks.ensure([{ ...entry, stage: isNew ? firstStage(step.workflow) : before }]);
    const row = await tasks.findFor(entry);
    if (!row) continue;
    const events = steps(step.workflow, call, row.stage);
    const last = events.at(-1);
    if (!last?.to) continue;
    const by = personOf(strapi);
    const at = new Date().toISOString();
    const named = events.map((event) => ({ ...event, at, by }));
    await tasks.change(row, { data: { stage: last.to }, events: named });
  }
}

type Moved = Pick<TaskEvent, 'kind' | 'from' | 'to'>;

/** What an action makes of a stage; empty where nothing moves. */
function steps(workflow: Workflow, { action, params }: Call, stage: string): Moved[] {
  const found: Moved[] = [];
  let current = stage;
  const go = (kind: TaskEvent['kind'], to: string) => {
    if (to !== current) found.push({ kind, from: current, to });
    current = to;
  };
  if (action === 'update') go('edited', stageAfterEdit(workflow, current));
  if (action === 'unpublish') go('unpublished', stageAfterUnpublish(workflow, current));
  if (action === 'publish' || (params.status === 'published' && action !== 'clone')) {
    go('published', stageAfterPublish(workflow, current));
  }
  return found;
}
