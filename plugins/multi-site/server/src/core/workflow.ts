import type { Stage, WorkflowRules } from '../../../shared/contracts/workflows';

/** The rules of a workflow. Nothing here knows Strapi. */

export type Mover = { roles: ReadonlySet<string>; isSuperAdmin: boolean };
export type Move = { from: string; to: string; mover: Mover; wantsOverride?: boolean };
export type MoveDecision =
  | { kind: 'allowed'; isOverride: boolean }
  | { kind: 'refused'; because: 'no-such-stage' | 'no-such-move' | 'role'; canOverride: boolean };

/** What a site is offered while it has no workflow of its own. */
export const DEFAULT_WORKFLOW: WorkflowRules = {
  isEnabled: false,
  contentTypes: [],
  stages: [
    stage('draft', 'Draft', { color: 'neutral', to: ['review'] }),
    stage('review', 'In review', { color: 'warning', to: ['draft', 'ready'] }),
    stage('ready', 'Ready', { color: 'primary', to: ['review'], canPublish: true }),
    stage('published', 'Published', { color: 'success', to: ['draft'] }),
  ],
  whenPublished: 'published',
  whenEdited: 'draft',
};

function stage(
  key: string,
  name: string,
  { color, to, canPublish = false }: { color: Stage['color']; to: string[]; canPublish?: boolean },
): Stage {
  return { key, name, color, canPublish, transitions: to.map((key) => ({ to: key, roles: [] })) };
}

export const firstStage = ({ stages }: WorkflowRules): string => stages[0]?.key ?? '';

export const stageOf = ({ stages }: WorkflowRules, key: string): Stage | undefined =>
  stages.find((candidate) => candidate.key === key);

/** Does this workflow say anything about entries of this type? */
export const governs = ({ isEnabled, contentTypes }: WorkflowRules, uid: string): boolean =>
  isEnabled && contentTypes.includes(uid);

/** May this person move an entry? A super admin may go past the rules, if he says so. */
export function decideMove(
  workflow: WorkflowRules,
  { from, to, mover, wantsOverride = false }: Move,
): MoveDecision {
  const isKnown = stageOf(workflow, to) !== undefined;
  if (!isKnown) return { kind: 'refused', because: 'no-such-stage', canOverride: false };
  if (from === to) return { kind: 'refused', because: 'no-such-move', canOverride: false };
  const path = stageOf(workflow, from)?.transitions.find((candidate) => candidate.to === to);
  const isOpen =
    path !== undefined &&
    (path.roles.length === 0 || path.roles.some((role) => mover.roles.has(role)));
  if (isOpen) return { kind: 'allowed', isOverride: false };
  if (mover.isSuperAdmin && wantsOverride) return { kind: 'allowed', isOverride: true };
  return {
    kind: 'refused',
    because: path ? 'role' : 'no-such-move',
    canOverride: mover.isSuperAdmin,
  };
}

/** Every move a person is offered from a stage, in the order of the stages. */
export function movesFrom(workflow: WorkflowRules, { from, mover }: Omit<Move, 'to'>) {
  return workflow.stages.flatMap(({ key: to }) => {
    const decision = decideMove(workflow, { from, to, mover, wantsOverride: true });
    return decision.kind === 'allowed' ? [{ to, isOverride: decision.isOverride }] : [];
  });
}

/** What was published and is edited again may have to go round once more. */
export function stageAfterEdit(workflow: WorkflowRules, current: string): string {
  const { whenPublished, whenEdited } = workflow;
  return current === whenPublished && whenEdited !== null ? whenEdited : current;
}

export const stageAfterPublish = ({ whenPublished }: WorkflowRules, current: string): string =>
  whenPublished ?? current;

export function stageAfterUnpublish(workflow: WorkflowRules, current: string): string {
  if (current !== workflow.whenPublished) return current;
  return workflow.whenEdited ?? firstStage(workflow);
}

/**
 * May an entry in this stage go live? In the stage of what is live already it may: there it has
 * not changed, else `whenEdited` would have moved it, or the site wants it so.
 */
export function mayPublish(workflow: WorkflowRules, current: string): boolean {
  return current === workflow.whenPublished || stageOf(workflow, current)?.canPublish === true;
}

export const publishingStages = ({ stages }: WorkflowRules): string[] =>
  stages.filter((candidate) => candidate.canPublish).map((candidate) => candidate.name);

export type WorkflowProblem = { path: string; message: string };

/** Everything that makes a workflow unusable, as sentences. */
export function findWorkflowProblems(
  workflow: WorkflowRules,
  known: { uids: ReadonlySet<string>; roles: ReadonlySet<string> },
): WorkflowProblem[] {
  const { stages, contentTypes, whenPublished, whenEdited } = workflow;
  const keys = stages.map(({ key }) => key);
  const names = stages.map(({ name }) => name.toLowerCase());
  const problems: WorkflowProblem[] = [];
  const add = (path: string, message: string) => problems.push({ path, message });

  stages.forEach((one, index) => {
    const path = `stages.${index}`;
    if (keys.indexOf(one.key) !== index) add(path, `Two stages have the key "${one.key}".`);
    if (names.indexOf(one.name.toLowerCase()) !== index) {
      add(path, `Two stages are called "${one.name}".`);
    }
    for (const { to, roles } of one.transitions) {
      if (to === one.key) add(path, `"${one.name}" leads to itself.`);
      else if (!keys.includes(to)) add(path, `"${one.name}" leads to a stage that does not exist.`);
      const stranger = roles.find((role) => !known.roles.has(role));
      if (stranger) add(path, `There is no admin role with the code "${stranger}".`);
    }
  });
  if (workflow.isEnabled && !stages.some(({ canPublish }) => canPublish)) {
    add('stages', 'No stage allows publishing, so nothing could ever go live.');
  }
  if (workflow.isEnabled && contentTypes.length === 0) {
    add('contentTypes', 'Choose at least one content type, or leave the workflow switched off.');
  }
  const foreign = contentTypes.find((uid) => !known.uids.has(uid));
  if (foreign) add('contentTypes', `"${foreign}" has no drafts or is no content type of a site.`);
  for (const [path, key] of Object.entries({ whenPublished, whenEdited })) {
    if (key !== null && !keys.includes(key)) add(path, 'This stage does not exist.');
  }
  if (whenEdited !== null && whenEdited === whenPublished) {
    add('whenEdited', 'An edited entry cannot go to the stage of published ones.');
  }
  return problems;
}

/** Stages that are taken out while entries are in them and nobody said where these go. */
export function stagesToReplace(
  before: WorkflowRules,
  after: WorkflowRules,
  {
    counts,
    replace,
  }: { counts: Readonly<Record<string, number>>; replace: Record<string, string> },
): Stage[] {
  return before.stages.filter(({ key }) => {
    const isGone = stageOf(after, key) === undefined;
    return isGone && (counts[key] ?? 0) > 0 && stageOf(after, replace[key] ?? '') === undefined;
  });
}

/** Past its day, and not finished. */
export function isOverdue(dueOn: string | null, today: string, isDone: boolean): boolean {
  return dueOn !== null && !isDone && dueOn < today;
}

/** Today, as a date of that place. */
export function todayIn(timeZone: string | undefined, now: Date): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: timeZone ?? 'UTC',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(now);
  const part = (type: string) => parts.find((candidate) => candidate.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}

/** `2026-12-30` and 3 → `2027-01-02`. */
export function addDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}
