import type { Core } from '@strapi/strapi';
import type { Run } from 'suite-kit/server';
import type { Site } from '../../../shared/contracts/sites';
import {
  wizardDraft,
  type CloneSiteBody,
  type SiteRun,
  type TypeCount,
  type WizardDraft,
  type WizardPreview,
  type WizardProblem,
} from '../../../shared/contracts/wizard';
import { freeSlug } from '../core/site-rules';
import { errors } from '../errors';
import type { Selection } from '../copying/copy-content';
import { SUPER_ADMIN } from '../isolation/strapi-parts';
import { CREATE_SITE, type CreateSiteInput } from './runs';
import { service } from './service';
import { placed, shapeProblems } from './wizard-problems';

/** What a person who presses the last button is called in the run. */
type By = { startedBy: number | null };

/** Makes sites step by step: everything is checked before anything is written. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const runner = () => service(strapi, 'runs').runner();
  const sites = () => service(strapi, 'sites');

  async function findDraftProblems(draft: WizardDraft): Promise<WizardProblem[]> {
    const { name, slug, domain, aliases, pathPrefix } = draft;
    const address = { name, slug, domain, aliases, pathPrefix };
    const problems = [
      ...(await sites().validate(address, true)),
      ...sites().settingsProblems(draft.settings),
    ].map(placed);
    const report = (path: string, code: string, message: string) =>
      problems.push(placed({ path, code, message }));

    const { defaultLocale, locales = [] } = draft.settings ?? {};
    if (defaultLocale && locales.length > 0 && !locales.includes(defaultLocale)) {
      report(
        'settings.defaultLocale',
        'LOCALE_NOT_OFFERED',
        'The default language is not one of the site’s languages.',
      );
    }
    if (draft.content.kind !== 'empty' && !(await sites().find(draft.content.site))) {
      report('content.site', 'TEMPLATE_GONE', 'This site does not exist any more.');
    } else if (draft.content.kind === 'entries' && draft.content.entries.length === 0) {
      report('content.entries', 'NOTHING_CHOSEN', 'Choose at least one entry, or begin empty.');
    }
    await checkPeople(draft, report);
    await checkWorkflow(draft, report);
    return problems;
  }

  type Report = (path: string, code: string, message: string) => void;

  async function checkPeople({ people }: WizardDraft, report: Report) {
    if (people.length === 0) return;
    const roles = new Set((await service(strapi, 'members').roles()).map(({ code }) => code));
    const users: { id: number }[] = await strapi.db
      .query('admin::user')
      .findMany({ where: { id: { $in: people.map(({ userId }) => userId) } }, select: ['id'] });
    const known = new Set(users.map(({ id }) => id));
    people.forEach(({ userId, roles: codes }, index) => {
      const path = `people.${index}`;
      if (!known.has(userId)) report(path, 'PERSON_GONE', 'This person does not exist any more.');
      const unknown = codes.find((code) => code === SUPER_ADMIN || !roles.has(code));
      if (unknown) report(`${path}.roles`, 'ROLE_GONE', `The role “${unknown}” cannot be given.`);
    });
  }

  async function checkWorkflow({ workflow }: WizardDraft, report: Report) {
    if (workflow.kind === 'none') return;
    const offered = new Set(
      (await service(strapi, 'workflows').describe(NEW_SITE)).contentTypes.map(({ uid }) => uid),
    );
    const unknown = workflow.contentTypes.find((uid) => !offered.has(uid));
    if (unknown) report('workflow', 'TYPE_UNKNOWN', `“${unknown}” cannot be put under a workflow.`);
  }

  async function preview(draft: WizardDraft): Promise<WizardPreview> {
    const { sites: known, isActive } = await service(strapi, 'state').fresh();
    const selection = await service(strapi, 'templates').select(draft.content);
    const source = draft.content.kind === 'empty' ? null : await sites().find(draft.content.site);
    const slug = draft.slug ?? freeSlug(draft.name, new Set(known.all.map((site) => site.slug)));
    const types = selection.map(
      (part): TypeCount => ({
        uid: part.uid,
        name: service(strapi, 'isolation').tables().byUid(part.uid)?.name ?? part.uid,
        documents: part.documentIds.length,
      }),
    );
    const roles = new Map(
      (await service(strapi, 'members').roles()).map(({ code, name }) => [code, name]),
    );
    const address = `${draft.domain ?? ''}${draft.pathPrefix ?? ''}`;
    return {
      name: draft.name,
      slug,
      address: address || null,
      status: draft.status ?? 'live',
      closesBorder: !isActive,
      content: {
        from: source?.name ?? null,
        types,
        documents: types.reduce((sum, type) => sum + type.documents, 0),
        files: source ? await service(strapi, 'runs').countFiles(source.number, selection) : 0,
      },
      people: await namePeople(draft, roles),
      workflow:
        draft.workflow.kind === 'none'
          ? null
          : {
              types: draft.workflow.contentTypes.map(
                (uid) => service(strapi, 'isolation').tables().byUid(uid)?.name ?? uid,
              ),
            },
    };
  }

  async function namePeople({ people }: WizardDraft, roles: ReadonlyMap<string, string>) {
    const ids = people.map(({ userId }) => userId);
    const users = await service(strapi, 'members').describe(ids);
    return people.map(({ userId, roles: codes }) => ({
      userId,
      name: users.get(userId)?.name ?? String(userId),
      roles: codes.map((code) => roles.get(code) ?? code),
    }));
  }

  /** Nothing of a half-made site is left behind. */
  async function fill(site: Site, draft: WizardDraft, selection: readonly Selection[]) {
    for (const { userId, roles } of draft.people) {
      await service(strapi, 'members').assign({ site: site.number, userId, roles });
    }
    const source = draft.content.kind === 'empty' ? null : await sites().get(draft.content.site);
    const input: CreateSiteInput = {
      from: source?.number ?? null,
      selection: [...selection],
      locales: draft.settings?.locales ?? [],
      status: draft.status ?? 'live',
      workflow: draft.workflow.kind === 'default' ? draft.workflow.contentTypes : null,
    };
    return input;
  }

  async function create(given: WizardDraft, { startedBy }: By) {
    const problems = await findDraftProblems(given);
    const [first] = problems;
    if (first) throw errors.WIZARD_INCOMPLETE({ message: first.message, details: { problems } });
    const { content: _content, people: _people, workflow: _workflow, ...body } = given;
    const selection = await service(strapi, 'templates').select(given.content);
    // Nobody sees it before everything is there.
    const site = await sites().create({ ...body, status: 'draft' });
    try {
      const input = await fill(site, given, selection);
      const run = await service(strapi, 'context').runUnscoped(() =>
        runner().enqueue({
          type: CREATE_SITE,
          title: site.name,
          site: site.number,
          input,
          startedBy,
        }),
      );
      return { site, run: await toSiteRun(run) };
    } catch (error) {
      await service(strapi, 'removal').removeAll(site);
      throw error;
    }
  }

  async function toSiteRun(run: Run): Promise<SiteRun> {
    const { sites: known } = await service(strapi, 'state').fresh();
    const site = known.get(run.site);
    return {
      id: run.id,
      state: run.state,
      done: run.progressDone,
      total: run.progressTotal,
      note: run.note,
      error: run.error,
      site: site ? { id: site.id, name: site.name } : null,
    };
  }

  return {
    /** What is wrong with a draft, and what it would do once nothing is. */
    async check(draft: unknown) {
      const wrong = shapeProblems(draft);
      const parsed = wizardDraft.safeParse(draft);
      if (parsed.success) {
        const problems = await findDraftProblems(parsed.data);
        return { problems, preview: problems.length > 0 ? null : await preview(parsed.data) };
      }
      return { problems: wrong, preview: null };
    },

    create,

    /** A new site with everything of another one. */
    async clone(source: Site, { withMembers, ...address }: CloneSiteBody, by: By) {
      const members = withMembers ? await service(strapi, 'members').list(source.number) : [];
      const draft: WizardDraft = {
        ...address,
        settings: source.settings,
        status: 'draft',
        content: { kind: 'template', site: source.id },
        people: members.map(({ user, roles }) => ({
          userId: user.id,
          roles: roles.map(({ code }) => code),
        })),
        workflow: { kind: 'none' },
      };
      return create(draft, by);
    },

    async run(id: number): Promise<SiteRun> {
      const run = await service(strapi, 'context').runUnscoped(() => runner().find(id));
      if (run?.type !== CREATE_SITE) throw errors.RUN_NOT_FOUND();
      return toSiteRun(run);
    },

    /** Takes a site that was just made, and that nobody has worked on, back again. */
    async undo(site: Site) {
      const run = await service(strapi, 'runs').creationOf(site.number);
      if (!run) throw errors.UNDO_TOO_LATE();
      if (run.state === 'queued' || run.state === 'running') {
        await service(strapi, 'runs').cancelAndWait(run.id);
      } else if (await service(strapi, 'runs').isTouched(site.number, run)) {
        throw errors.UNDO_TOO_LATE();
      }
      return service(strapi, 'removal').removeAll(site);
    },
  };
};

/** No site has this number: for what is asked before there is one. */
const NEW_SITE = -1;
