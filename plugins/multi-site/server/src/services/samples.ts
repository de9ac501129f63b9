import type { Core } from '@strapi/strapi';
import { UID } from '../../../shared/plugin';
import { service } from './service';

/** What the demo wrote into this plugin's tables, and taking it away again. */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async remove(): Promise<Record<string, number>> {
    const where = { isSample: true };
    const workflows: { site: number }[] = await strapi.db.query(UID.workflow).findMany({ where });
    // Without its workflow an entry has no stage.
    const sites = workflows.map(({ site }) => site);
    const tasks = await strapi.db.query(UID.task).deleteMany({ where: { site: { $in: sites } } });
    const removed = await strapi.db.query(UID.workflow).deleteMany({ where });
    await service(strapi, 'state').changed();
    return { workflows: removed.count, tasks: tasks.count };
  },
});
