import type { Core } from '@strapi/strapi';
import { createAsyncValue } from 'suite-kit/server';
import type {
  SaveWorkflowBody,
  Workflow,
  WorkflowResponse,
  WorkflowRules,
} from '../../../shared/contracts/workflows';
import { UID } from '../../../shared/plugin';
import {
  DEFAULT_WORKFLOW,
  findWorkflowProblems,
  governs,
  stageOf,
  stagesToReplace,
} from '../core/workflow';
import { errors } from '../errors';
import { contentTypesOf } from '../isolation/strapi-parts';
import { service } from './service';

type Row = { site: number; rules: WorkflowRules; version: number };
type SaveOptions = { site: number; body: SaveWorkflowBody; isSample?: boolean };

/** The workflow of each site, as this instance last saw it. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const rows = () => strapi.db.query(UID.workflow);
  const bypass = createAsyncValue<true>();
  let known: { version: string; bySite: ReadonlyMap<number, Workflow> } | null = null;

  async function load(): Promise<ReadonlyMap<number, Workflow>> {
    const stored: Row[] = await rows().findMany();
    return new Map(stored.map(({ site, rules, version }) => [site, { ...rules, version }]));
  }

  /** Read again with every change of sites, members or workflows, within `stateMaxAgeMs`. */
  async function all(): Promise<ReadonlyMap<number, Workflow>> {
    const { version } = await service(strapi, 'state').fresh();
    if (known?.version === version) return known.bySite;
    // Not shared while it is read: inside a transaction nobody may wait for somebody else's read.
    const bySite = await load();
    if (!strapi.db.inTransaction()) known = { version, bySite };
    return bySite;
  }

  /** Types of a site that have drafts: without them there is nothing to hold back. */
  function offeredTypes() {
    return service(strapi, 'isolation')
      .tables()
      .list.filter(({ uid, scope }) => scope === 'site' && hasDrafts(strapi, uid))
      .map(({ uid, name }) => ({ uid, name }));
  }

  async function assertSound(rules: WorkflowRules) {
    const roles = await service(strapi, 'members').roles();
    const problems = findWorkflowProblems(rules, {
      uids: new Set(offeredTypes().map(({ uid }) => uid)),
      roles: new Set(roles.map(({ code }) => code)),
    });
    const [first] = problems;
    if (!first) return;
    const details = {
      errors: problems.map(({ path, message }) => ({
        path: path.split('.'),
        message,
        name: 'ValidationError',
      })),
    };
    throw errors.WORKFLOW_INVALID({ message: first.message, details });
  }

  async function store({ site, body, isSample = false }: SaveOptions) {
    const { version, replace: _replace, ...rules } = body;
    const data = { rules, version: version + 1, isSample };
    if (version === 0) {
      await rows()
        .create({ data: { ...data, site } })
        .catch(() => {
          throw errors.WORKFLOW_CHANGED();
        });
      return;
    }
    const { count } = await rows().updateMany({ where: { site, version }, data });
    if (count === 0) throw errors.WORKFLOW_CHANGED();
  }

  return {
    /** The site's own, or null. */
    find: async (site: number): Promise<Workflow | null> => (await all()).get(site) ?? null,

    /** The one that says when an entry of this type may be published; null where none does. */
    async governing(site: number, uid: string): Promise<Workflow | null> {
      const workflow = (await all()).get(site);
      return workflow && governs(workflow, uid) ? workflow : null;
    },

    /** Types under an enabled workflow, by the number of the site. */
    async governedTypes(): Promise<ReadonlyMap<number, string[]>> {
      const enabled = [...(await all())].filter(([, { isEnabled }]) => isEnabled);
      return new Map(enabled.map(([site, { contentTypes }]) => [site, contentTypes]));
    },

    async describe(site: number): Promise<WorkflowResponse['data']> {
      const own = (await all()).get(site);
      return {
        workflow: own ?? { ...DEFAULT_WORKFLOW, version: 0 },
        isStored: own !== undefined,
        contentTypes: offeredTypes(),
        roles: await service(strapi, 'members').roles(),
        counts: await service(strapi, 'tasks').counts(site),
      };
    },

    /** @throws where it is unsound, changed meanwhile, or leaves entries without a stage. */
    async save({ site, body, isSample }: SaveOptions) {
      await assertSound(body);
      const before = (await all()).get(site);
      if ((before?.version ?? 0) !== body.version) throw errors.WORKFLOW_CHANGED();
      const counts = await service(strapi, 'tasks').counts(site);
      const { replace = {} } = body;
      const homeless = before ? stagesToReplace(before, body, { counts, replace }) : [];
      if (homeless.length > 0) {
        const stages = homeless.map(({ key, name }) => ({ key, name, count: counts[key] ?? 0 }));
        throw errors.STAGE_IN_USE({ details: { stages } });
      }
      await strapi.db.transaction(async () => {
        await store({ site, body, isSample });
        for (const [from, to] of Object.entries(replace)) {
          if (!stageOf(body, from)) await service(strapi, 'tasks').replaceStage(site, { from, to });
        }
      });
      await service(strapi, 'state').changed();
      await service(strapi, 'tasks').fill(site);
    },

    /** For imports and seeds that bring finished content: publishing asks no workflow in there. */
    runWithoutWorkflow: <T>(work: () => T): T => bypass.run(true, work),
    isBypassed: () => bypass.getStore() === true,
  };
};

const hasDrafts = (strapi: Core.Strapi, uid: string) =>
  (contentTypesOf(strapi)[uid] as { options?: { draftAndPublish?: boolean } } | undefined)?.options
    ?.draftAndPublish === true;
