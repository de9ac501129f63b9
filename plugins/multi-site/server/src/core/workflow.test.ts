import type { WorkflowRules } from '../../../shared/contracts/workflows';
import {
  addDays,
  decideMove,
  DEFAULT_WORKFLOW,
  findWorkflowProblems,
  firstStage,
  governs,
  isOverdue,
  mayPublish,
  movesFrom,
  publishingStages,
  stageAfterEdit,
  stageAfterPublish,
  stageAfterUnpublish,
  stagesToReplace,
  todayIn,
} from './workflow';

const workflow: WorkflowRules = {
  ...DEFAULT_WORKFLOW,
  isEnabled: true,
  contentTypes: ['api::a.a'],
  stages: DEFAULT_WORKFLOW.stages.map((stage) =>
    stage.key === 'review'
      ? {
          ...stage,
          transitions: [
            { to: 'draft', roles: [] },
            { to: 'ready', roles: ['owner', 'chief'] },
          ],
        }
      : stage,
  ),
};
const person = (...roles: string[]) => ({ roles: new Set(roles), isSuperAdmin: false });
const superAdmin = { roles: new Set(['strapi-super-admin']), isSuperAdmin: true };
const known = { uids: new Set(['api::a.a']), roles: new Set(['owner', 'chief']) };

describe('a move', () => {
  it.each([
    ['draft', 'review', person(), 'allowed'],
    ['review', 'draft', person('author'), 'allowed'],
    ['review', 'ready', person('owner'), 'allowed'],
    ['review', 'ready', person('author', 'chief'), 'allowed'],
    ['review', 'ready', person('author'), 'role'],
    ['review', 'ready', superAdmin, 'role'],
    ['draft', 'ready', person('owner'), 'no-such-move'],
    ['draft', 'draft', person('owner'), 'no-such-move'],
    ['draft', 'nowhere', person('owner'), 'no-such-stage'],
    ['gone', 'draft', person('owner'), 'no-such-move'],
  ] as const)('from %s to %s is decided by its path and the role', (from, to, mover, expected) => {
    const decision = decideMove(workflow, { from, to, mover });
    expect(decision.kind === 'refused' ? decision.because : decision.kind).toBe(expected);
  });

  it('past the rules is a super admin’s, and marked', () => {
    const move = { from: 'draft', to: 'ready', wantsOverride: true };
    expect(decideMove(workflow, { ...move, mover: superAdmin })).toEqual({
      kind: 'allowed',
      isOverride: true,
    });
    expect(decideMove(workflow, { ...move, mover: person('owner') })).toMatchObject({
      kind: 'refused',
      canOverride: false,
    });
  });

  it('on the way that is open is no override, also for a super admin', () => {
    const move = { from: 'draft', to: 'review', wantsOverride: true, mover: superAdmin };
    expect(decideMove(workflow, move)).toEqual({ kind: 'allowed', isOverride: false });
  });

  it('to no known stage is nobody’s', () => {
    const move = { from: 'draft', to: 'x', wantsOverride: true, mover: superAdmin };
    expect(decideMove(workflow, move)).toMatchObject({ kind: 'refused', canOverride: false });
  });

  it('is offered as far as the person may make it', () => {
    expect(movesFrom(workflow, { from: 'review', mover: person() })).toEqual([
      { to: 'draft', isOverride: false },
    ]);
    expect(movesFrom(workflow, { from: 'review', mover: superAdmin })).toEqual([
      { to: 'draft', isOverride: false },
      { to: 'ready', isOverride: true },
      { to: 'published', isOverride: true },
    ]);
  });
});

describe('publishing', () => {
  it.each([
    ['draft', false],
    ['review', false],
    ['ready', true],
    ['published', true],
    ['gone', false],
  ])('in stage %s: %s', (stage, expected) => {
    expect(mayPublish(workflow, stage)).toBe(expected);
  });

  it('moves the entry on, editing it afterwards back, and so does taking it offline', () => {
    expect(stageAfterPublish(workflow, 'ready')).toBe('published');
    expect(stageAfterEdit(workflow, 'published')).toBe('draft');
    expect(stageAfterEdit(workflow, 'ready')).toBe('ready');
    expect(stageAfterUnpublish(workflow, 'published')).toBe('draft');
    expect(stageAfterUnpublish(workflow, 'review')).toBe('review');
  });

  it('leaves everything where it is where the site wants no such moves', () => {
    const still = { ...workflow, whenPublished: null, whenEdited: null };
    expect(stageAfterPublish(still, 'ready')).toBe('ready');
    expect(stageAfterEdit({ ...workflow, whenEdited: null }, 'published')).toBe('published');
    expect(stageAfterUnpublish({ ...workflow, whenEdited: null }, 'published')).toBe('draft');
  });

  it('is a matter of the types under an enabled workflow', () => {
    expect(governs(workflow, 'api::a.a')).toBe(true);
    expect(governs(workflow, 'api::b.b')).toBe(false);
    expect(governs({ ...workflow, isEnabled: false }, 'api::a.a')).toBe(false);
    expect(publishingStages(workflow)).toEqual(['Ready']);
    expect(firstStage(workflow)).toBe('draft');
  });
});

describe('a workflow', () => {
  it('that is offered is a good one', () => {
    const offered = { ...DEFAULT_WORKFLOW, isEnabled: true, contentTypes: ['api::a.a'] };
    expect(findWorkflowProblems(offered, known)).toEqual([]);
    expect(findWorkflowProblems(workflow, known)).toEqual([]);
  });

  const change = (index: number, given: object): WorkflowRules => ({
    ...workflow,
    stages: workflow.stages.map((stage, at) => (at === index ? { ...stage, ...given } : stage)),
  });

  it.each([
    ['two keys', change(1, { key: 'draft' }), 'Two stages have the key "draft".'],
    ['two names', change(1, { name: 'DRAFT' }), 'Two stages are called "DRAFT".'],
    [
      'a circle',
      change(0, { transitions: [{ to: 'draft', roles: [] }] }),
      '"Draft" leads to itself.',
    ],
    [
      'a lost path',
      change(0, { transitions: [{ to: 'x', roles: [] }] }),
      '"Draft" leads to a stage that does not exist.',
    ],
    [
      'an unknown role',
      change(0, { transitions: [{ to: 'ready', roles: ['x'] }] }),
      'There is no admin role with the code "x".',
    ],
    [
      'no way out',
      change(2, { canPublish: false }),
      'No stage allows publishing, so nothing could ever go live.',
    ],
    [
      'no types',
      { ...workflow, contentTypes: [] },
      'Choose at least one content type, or leave the workflow switched off.',
    ],
    [
      'a strange type',
      { ...workflow, contentTypes: ['x'] },
      '"x" has no drafts or is no content type of a site.',
    ],
    ['a lost stage', { ...workflow, whenPublished: 'x' }, 'This stage does not exist.'],
    [
      'a loop',
      { ...workflow, whenEdited: 'published' },
      'An edited entry cannot go to the stage of published ones.',
    ],
  ])('with %s is refused in a sentence', (_name, broken, message) => {
    expect(findWorkflowProblems(broken, known).map((problem) => problem.message)).toContain(
      message,
    );
  });

  it('asks where entries go whose stage is taken out', () => {
    const after = { ...workflow, stages: workflow.stages.filter(({ key }) => key !== 'review') };
    const removed = (counts: Record<string, number>, replace: Record<string, string>) =>
      stagesToReplace(workflow, after, { counts, replace }).map(({ key }) => key);
    expect(removed({ review: 2 }, {})).toEqual(['review']);
    expect(removed({ review: 2 }, { review: 'gone' })).toEqual(['review']);
    expect(removed({ review: 2 }, { review: 'draft' })).toEqual([]);
    expect(removed({ draft: 2 }, {})).toEqual([]);
  });
});

describe('a due date', () => {
  it.each([
    ['2026-03-01', '2026-03-02', false, true],
    ['2026-03-02', '2026-03-02', false, false],
    ['2026-03-01', '2026-03-02', true, false],
    [null, '2026-03-02', false, false],
  ])('%s, on %s, finished %s: overdue %s', (dueOn, today, isDone, expected) => {
    expect(isOverdue(dueOn, today, isDone)).toBe(expected);
  });

  it('counts the days of the site’s own place', () => {
    const late = new Date('2026-03-01T23:30:00Z');
    expect(todayIn('Europe/Berlin', late)).toBe('2026-03-02');
    expect(todayIn('America/New_York', late)).toBe('2026-03-01');
    expect(todayIn(undefined, late)).toBe('2026-03-01');
    expect(addDays('2026-12-30', 3)).toBe('2027-01-02');
  });
});
