import { DEFAULT_WORKFLOW } from '../../../plugins/multi-site/server/src/core/workflow';
import type {
  EntryTaskResponse,
  ListTasksResponse,
  Task,
  TaskDetails,
  WaitingResponse,
} from '../../../plugins/multi-site/shared/contracts/tasks';
import type { WorkflowResponse } from '../../../plugins/multi-site/shared/contracts/workflows';
import {
  createEntry,
  createMember,
  type AdminPersona,
  type Answer,
  type App,
  type Cast,
  type TestSite,
} from '../../harness';
import { expectNoPermission, expectRefusal } from './lib/answers';
import { startStage } from './lib/stage';

const TAG = 'api::tag.tag';
const PAGE = 'api::page.page';

let app: App;
let cast: Cast;
let home: TestSite;
let other: TestSite;
let author: AdminPersona;

beforeAll(async () => {
  ({ app, cast, home, other } = await startStage());
  author = await createMember(app, { email: 'author@example.test', role: 'author', site: home });
});
afterAll(() => app.stop());

const site = (path: string, of = home) => `/multi-site/sites/${of.documentId}${path}`;
const cm = (uid: string, path = '') => `/content-manager/collection-types/${uid}${path}`;
let version = 0;

/** The offered workflow, where only owners say that something is ready. */
const strict = {
  ...DEFAULT_WORKFLOW,
  isEnabled: true,
  contentTypes: [PAGE],
  stages: DEFAULT_WORKFLOW.stages.map((stage) =>
    stage.key === 'review'
      ? {
          ...stage,
          transitions: [
            { to: 'draft', roles: [] },
            { to: 'ready', roles: ['multi-site-owner'] },
          ],
        }
      : stage,
  ),
};

const save = async (client: AdminPersona, given: object, of = home) => {
  const answer = await client.put<WorkflowResponse>(site('/workflow', of), {
    ...strict,
    version,
    ...given,
  });
  if (answer.status === 200 && of === home) version = answer.body.data.workflow.version;
  return answer;
};

let counter = 0;
const makePage = async (on = home) => {
  counter += 1;
  const data = { title: `Page ${counter}`, slug: `page-${counter}` };
  return createEntry(app.strapi, PAGE, data, { site: on, status: 'draft' });
};

const taskOf = async (client: AdminPersona, documentId: string): Promise<TaskDetails> => {
  const query = `contentType=${PAGE}&documentId=${documentId}&locale=en`;
  const answer = await client.get<EntryTaskResponse>(site(`/tasks/entry?${query}`));
  if (!answer.body.data.task) throw new Error(answer.text);
  return answer.body.data.task;
};

const move = async (client: AdminPersona, documentId: string, to: string, more: object = {}) => {
  const task = await taskOf(cast.superAdmin, documentId);
  const body = { to, version: task.version, ...more };
  return client.post<{ data: TaskDetails }>(site(`/tasks/${task.id}/move`), body);
};

const goTo = async (documentId: string, ...stages: string[]) => {
  for (const stage of stages) {
    expect((await move(cast.siteOwner, documentId, stage)).status).toBe(200);
  }
};

const isLive = async (documentId: string): Promise<boolean> =>
  (await app.strapi.db
    .connection('pages')
    .where({ document_id: documentId })
    .whereNotNull('published_at')
    .first('id')) !== undefined;

const expectHeldBack = async (answer: Answer, documentId: string) => {
  const error = expectRefusal(answer, 400, 'MULTI_SITE_PUBLISH_REFUSED');
  expect(error.message).toBe(
    'This entry is in the stage "Draft". On this site an entry is published from "Ready": move it there first.',
  );
  expect(await isLive(documentId)).toBe(false);
};

describe('a site without a workflow', () => {
  it('is offered one, switched off, and publishes as ever', async () => {
    const answer = await cast.siteOwner.get<WorkflowResponse>(site('/workflow'));
    expect(answer.status).toBe(200);
    const { workflow, isStored, contentTypes } = answer.body.data;
    expect(isStored).toBe(false);
    expect(workflow.isEnabled).toBe(false);
    expect(workflow.stages.map(({ name }) => name)).toEqual([
      'Draft',
      'In review',
      'Ready',
      'Published',
    ]);
    expect(contentTypes.map(({ uid }) => uid)).toContain(PAGE);
    expect(contentTypes.map(({ uid }) => uid)).not.toContain(TAG);

    const page = await makePage();
    const live = await cast.siteEditor.post(cm(PAGE, `/${page.documentId}/actions/publish`), {});
    expect(live.status).toBe(200);
    expect(await isLive(page.documentId)).toBe(true);
  });
});

describe('changing a workflow', () => {
  it('is refused to editors, to members of other sites and without a login', async () => {
    expectNoPermission(await save(cast.siteEditor, {}));
    expectNoPermission(await save(cast.otherEditor, {}));
    expectRefusal(await save(cast.siteOwner, {}, other), 404, 'MULTI_SITE_SITE_NOT_FOUND');
    expect((await app.put(site('/workflow'), strict)).status).toBe(401);
    expect((await cast.networkToken.put(site('/workflow'), strict)).status).toBe(401);
  });

  it.each([
    ['no type', { contentTypes: [] }, 'MULTI_SITE_WORKFLOW_INVALID'],
    ['a type without drafts', { contentTypes: [TAG] }, 'MULTI_SITE_WORKFLOW_INVALID'],
    ['a lost stage', { whenPublished: 'gone' }, 'MULTI_SITE_WORKFLOW_INVALID'],
    ['one stage', { stages: strict.stages.slice(0, 1) }, 'INVALID_INPUT'],
    ['an unknown field', { color: 'red' }, 'INVALID_INPUT'],
  ])('with %s is refused', async (_name, given, code) => {
    expectRefusal(await save(cast.siteOwner, given), 400, code);
  });

  it('is stored, once for each version', async () => {
    const saved = await save(cast.siteOwner, {});
    expect(saved.status).toBe(200);
    expect(saved.body.data).toMatchObject({ isStored: true, workflow: { isEnabled: true } });
    const row = await app.strapi.db
      .connection('multi_site_workflows')
      .where({ site: home.number })
      .first('version');
    expect(row).toEqual({ version: 1 });
    expectRefusal(await save(cast.siteOwner, { version: 0 }), 409, 'MULTI_SITE_WORKFLOW_CHANGED');
  });

  it('takes up entries that are there: live ones where live ones are', async () => {
    const answer = await cast.siteOwner.get<ListTasksResponse>(site('/tasks'));
    expect(answer.body.data.map(({ stage, title }) => [stage, title])).toEqual([
      ['published', 'Page 1'],
    ]);
  });
});

describe('publishing below the stage', () => {
  let documentId: string;
  beforeEach(async () => {
    ({ documentId } = await makePage());
  });

  it('is refused in the content manager', async () => {
    const path = cm(PAGE, `/${documentId}/actions/publish`);
    await expectHeldBack(await cast.siteOwner.post(path, {}), documentId);
    await expectHeldBack(await cast.superAdmin.post(path, {}, { site: home.slug }), documentId);
  });

  it('is refused in bulk, and then nothing of it is published', async () => {
    const ready = await makePage();
    await goTo(ready.documentId, 'review', 'ready');
    const documentIds = [ready.documentId, documentId];
    const path = cm(PAGE, '/actions/bulkPublish?locale=en');
    await expectHeldBack(await cast.siteOwner.post(path, { documentIds }), documentId);
    expect(await isLive(ready.documentId)).toBe(false);
    expect((await taskOf(cast.siteOwner, ready.documentId)).stage).toBe('ready');
  });

  it('is refused over REST, when written and when made', async () => {
    const path = `/api/pages/${documentId}`;
    await expectHeldBack(
      await cast.fullToken.put(path, { data: { title: 'Live now' } }),
      documentId,
    );
    const made = await cast.fullToken.post('/api/pages', { data: { title: 'x', slug: 'made' } });
    expectRefusal(made, 400, 'MULTI_SITE_PUBLISH_REFUSED');
    const stored = await app.strapi.db.connection('pages').where({ slug: 'made' }).first('id');
    expect(stored).toBeUndefined();
    const draft = { data: { title: 'As a draft' } };
    expect((await cast.fullToken.put(`${path}?status=draft`, draft)).status).toBe(200);
  });

  it('is refused over GraphQL', async () => {
    const answer = await cast.fullToken.graphql<{ errors: { message: string }[] }>(
      `mutation { updatePage(documentId: "${documentId}", status: PUBLISHED, data: { title: "x" }) { documentId } }`,
    );
    expect(answer.body.errors[0]?.message).toMatch(/^This entry is in the stage "Draft"/);
    expect(await isLive(documentId)).toBe(false);
  });

  it('is refused to code, unless it brings finished content', async () => {
    const publish = () => app.strapi.documents(PAGE).publish({ documentId });
    await expect(publish()).rejects.toThrow('in the stage "Draft"');
    const workflows = app.strapi.plugin('multi-site').service('workflows');
    await workflows.runWithoutWorkflow(publish);
    expect(await isLive(documentId)).toBe(true);
  });

  it('is another site’s own business', async () => {
    const page = await makePage(other);
    const path = cm(PAGE, `/${page.documentId}/actions/publish`);
    expect((await cast.otherEditor.post(path, {})).status).toBe(200);
  });
});

describe('an entry on its way', () => {
  it('is published once it is ready, and goes round again when it is edited', async () => {
    const { documentId } = await makePage();
    await goTo(documentId, 'review', 'ready');
    const publish = () => cast.siteEditor.post(cm(PAGE, `/${documentId}/actions/publish`), {});
    expect((await publish()).status).toBe(200);
    expect(await isLive(documentId)).toBe(true);
    expect((await taskOf(cast.siteEditor, documentId)).stage).toBe('published');

    const edit = { title: 'Edited' };
    expect((await cast.siteEditor.put(cm(PAGE, `/${documentId}`), edit)).status).toBe(200);
    const task = await taskOf(cast.siteEditor, documentId);
    expect(task.stage).toBe('draft');
    expect(task.history.map(({ kind, to }) => [kind, to])).toEqual([
      ['moved', 'review'],
      ['moved', 'ready'],
      ['published', 'published'],
      ['edited', 'draft'],
    ]);
    expect(task.history[3]?.by).toEqual({ id: cast.siteEditor.user.id, name: 'editor Tester' });
    expectRefusal(await publish(), 400, 'MULTI_SITE_PUBLISH_REFUSED');
  });

  it('may be published by saving and publishing in one go, and by REST', async () => {
    const { documentId } = await makePage();
    await goTo(documentId, 'review', 'ready');
    const body = { data: { title: 'Changed and live' } };
    expect((await cast.fullToken.put(`/api/pages/${documentId}`, body)).status).toBe(200);
    expect((await taskOf(cast.siteOwner, documentId)).stage).toBe('published');
    expect((await cast.fullToken.put(`/api/pages/${documentId}`, body)).status).toBe(400);
  });

  it('is moved by those whose role on the site may', async () => {
    const { documentId } = await makePage();
    expect((await move(cast.siteEditor, documentId, 'review')).status).toBe(200);
    const refused = await move(cast.siteEditor, documentId, 'ready');
    const error = expectRefusal(refused, 403, 'MULTI_SITE_MOVE_REFUSED');
    expect(error.message).toBe(
      'Your role on this site may not move an entry from "In review" to "Ready".',
    );
    expect(error.details).toMatchObject({ because: 'role', roles: ['multi-site-owner'] });
    expect((await taskOf(cast.siteEditor, documentId)).moves).toEqual([
      { to: 'draft', isOverride: false },
    ]);
    expectRefusal(
      await move(cast.siteViewer, documentId, 'draft'),
      403,
      'MULTI_SITE_TASK_READ_ONLY',
    );
    // An author sees the own entries only.
    expectRefusal(await move(author, documentId, 'draft'), 404, 'MULTI_SITE_TASK_NOT_FOUND');
    expectRefusal(
      await move(cast.siteOwner, documentId, 'published'),
      403,
      'MULTI_SITE_MOVE_REFUSED',
    );
  });

  it('is moved past the rules by a super admin, and the history says so', async () => {
    const { documentId } = await makePage();
    const refused = await move(cast.superAdmin, documentId, 'ready');
    const error = expectRefusal(refused, 403, 'MULTI_SITE_MOVE_REFUSED');
    expect(error.details.canOverride).toBe(true);
    const moved = await move(cast.superAdmin, documentId, 'ready', { override: true });
    expect(moved.status).toBe(200);
    expect(moved.body.data.history.at(-1)).toMatchObject({
      kind: 'moved',
      from: 'draft',
      to: 'ready',
      isOverride: true,
    });
    const owner = await move(cast.siteOwner, documentId, 'draft', { override: true });
    expectRefusal(owner, 403, 'MULTI_SITE_MOVE_REFUSED');
  });

  it('is not moved by two people at once', async () => {
    const { documentId } = await makePage();
    const task = await taskOf(cast.siteOwner, documentId);
    const path = site(`/tasks/${task.id}/move`);
    const answers = await Promise.all(
      [1, 2, 3].map(() => cast.siteOwner.post(path, { to: 'review', version: task.version })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  });

  it('is forgotten with its last row', async () => {
    const { documentId } = await makePage();
    await taskOf(cast.siteOwner, documentId);
    expect((await cast.siteEditor.delete(cm(PAGE, `/${documentId}`))).status).toBe(200);
    const left = await app.strapi.db
      .connection('multi_site_tasks')
      .where({ entry_document_id: documentId });
    expect(left).toEqual([]);
  });
});

describe('a task', () => {
  it('is given to somebody on the site, with a date and a word', async () => {
    const { documentId } = await makePage();
    const task = await taskOf(cast.siteEditor, documentId);
    const path = site(`/tasks/${task.id}`);
    const given = await cast.siteEditor.put<{ data: TaskDetails }>(path, {
      version: task.version,
      assignee: cast.siteEditor.user.id,
      dueOn: '2020-02-29',
    });
    expect(given.body.data).toMatchObject({
      assignee: { id: cast.siteEditor.user.id, name: 'editor Tester' },
      dueOn: '2020-02-29',
      isOverdue: true,
    });
    const said = await cast.siteViewer.post<{ data: TaskDetails }>(`${path}/comments`, {
      text: 'Looks good.',
    });
    expect(said.body.data.comments).toBe(1);
    expect(said.body.data.history.at(-1)).toMatchObject({
      kind: 'comment',
      text: 'Looks good.',
      by: { id: cast.siteViewer.user.id },
    });
    const waiting = await cast.siteEditor.get<WaitingResponse>('/multi-site/waiting');
    expect(waiting.body.data).toEqual([
      { siteId: home.documentId, siteName: home.name, mine: 1, overdue: 1 },
    ]);
    expect((await cast.otherEditor.get<WaitingResponse>('/multi-site/waiting')).body.data).toEqual(
      [],
    );
  });

  it.each([
    ['a stranger', { assignee: 99_999 }, 'MULTI_SITE_ASSIGNEE_NOT_ON_SITE'],
    ['a day that is none', { dueOn: '2026-02-30' }, 'INVALID_INPUT'],
  ])('is not given %s', async (_name, given, code) => {
    const { documentId } = await makePage();
    const task = await taskOf(cast.siteEditor, documentId);
    const answer = await cast.siteEditor.put(site(`/tasks/${task.id}`), { version: 1, ...given });
    expectRefusal(answer, 400, code);
  });

  it('is not given to a member of another site', async () => {
    const { documentId } = await makePage();
    const task = await taskOf(cast.siteEditor, documentId);
    const body = { version: task.version, assignee: cast.otherEditor.user.id };
    const answer = await cast.siteEditor.put(site(`/tasks/${task.id}`), body);
    expectRefusal(answer, 400, 'MULTI_SITE_ASSIGNEE_NOT_ON_SITE');
  });

  it('is found by stage, person and date', async () => {
    const list = async (query: string) => {
      const answer = await cast.siteEditor.get<ListTasksResponse>(site(`/tasks?${query}`));
      expect(answer.status).toBe(200);
      return answer.body;
    };
    const late = await list('assignee=me&due=overdue');
    expect(late.data).toHaveLength(1);
    expect(late.data[0]).toMatchObject({ isOverdue: true, typeName: 'Page' });
    expect((await list('due=none&pageSize=3')).data).toHaveLength(3);
    const published = await list('stage=published');
    expect(published.data.every(({ stage }: Task) => stage === 'published')).toBe(true);
    expect((await list('assignee=none&contentType=api::article.article')).data).toEqual([]);
    expect((await cast.siteEditor.get(site('/tasks?assignee=x'))).status).toBe(400);
  });

  it('of a foreign site answers like none at all', async () => {
    const { documentId } = await makePage();
    const task = await taskOf(cast.siteOwner, documentId);
    const foreign = await cast.otherEditor.get(site('/tasks'));
    expectRefusal(foreign, 404, 'MULTI_SITE_SITE_NOT_FOUND');
    const own = site(`/tasks/${task.id}/comments`, other);
    const stolen = await cast.otherEditor.post(own, { text: 'x' });
    expectRefusal(stolen, 404, 'MULTI_SITE_TASK_NOT_FOUND');
    const random = await cast.otherEditor.post(site('/tasks/none/comments', other), { text: 'x' });
    expect(random.text).toBe(stolen.text);
    expect((await app.get(site('/tasks'))).status).toBe(401);
  });
});

describe('taking a stage out', () => {
  it('asks where its entries go, and then moves them', async () => {
    const { documentId } = await makePage();
    await goTo(documentId, 'review');
    const stages = strict.stages
      .filter(({ key }) => key !== 'review')
      .map((stage) => ({ ...stage, transitions: [{ to: 'ready', roles: [] }] }))
      .map((stage) => (stage.key === 'ready' ? { ...stage, transitions: [] } : stage));
    const refused = await save(cast.siteOwner, { stages });
    const error = expectRefusal(refused, 409, 'MULTI_SITE_STAGE_IN_USE');
    expect(error.details.stages).toMatchObject([{ key: 'review', name: 'In review' }]);
    const saved = await save(cast.siteOwner, { stages, replace: { review: 'draft' } });
    expect(saved.status).toBe(200);
    expect(saved.body.data.counts.review).toBeUndefined();
    expect((await taskOf(cast.siteOwner, documentId)).stage).toBe('draft');
  });

  it('switched off, everything is published as before', async () => {
    expect((await save(cast.siteOwner, { isEnabled: false })).status).toBe(200);
    const { documentId } = await makePage();
    const live = await cast.siteEditor.post(cm(PAGE, `/${documentId}/actions/publish`), {});
    expect(live.status).toBe(200);
  });
});
