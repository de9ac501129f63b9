import type { Core } from '@strapi/strapi';
import { everydayActions, rowsOf } from 'suite-kit/server';
import type { FirstSteps } from '../../../shared/contracts/first-steps';
import { EVERYDAY_ACTIONS, UID } from '../../../shared/plugin';
import { tables } from '../sync/tables';

/** The checklist of the first open: what is done, and the one step that is done from it. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const everyday = everydayActions({ strapi, actions: EVERYDAY_ACTIONS });

  async function find(): Promise<FirstSteps> {
    const [isGranted, sources, runs] = await Promise.all([
      everyday.isGranted(),
      tables(strapi).sources.findMany({ orderBy: { id: 'asc' }, limit: 1 }),
      rowsOf(strapi, UID.run).count({ state: 'done' }),
    ]);
    return { isGranted, source: sources[0]?.documentId ?? null, hasRun: runs > 0 };
  }

  return {
    find,
    /** Gives editors and authors what they need every day; what they have already stays. */
    async grant(): Promise<FirstSteps> {
      await everyday.grant();
      return find();
    },
  };
};
