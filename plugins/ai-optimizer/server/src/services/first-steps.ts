import type { Core } from '@strapi/strapi';
import { everydayActions, rowsOf } from 'suite-kit/server';
import { ACTION, UID } from '../../../shared/plugin';
import { service } from './service';

/** The checklist of the first open: what is done, and the one step that is done from it. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const actions = [ACTION.read, ACTION.suggest, ACTION.readExperiments];
  const everyday = everydayActions({ strapi, actions });

  return {
    async find() {
      return {
        isMeasured: (await rowsOf(strapi, UID.score).count()) > 0,
        isGranted: await everyday.isGranted(),
        hasKey: (await service(strapi, 'browser-keys').list()).some(
          ({ revokedAt }) => revokedAt === null,
        ),
      };
    },

    /** Gives editors and authors what they need every day; what they have already stays. */
    async grant() {
      await everyday.grant();
      return this.find();
    },
  };
};
