import type { Core } from '@strapi/strapi';
import { registerOverlayLayer } from 'suite-kit/server';
import { ACTION, PLUGIN_ID, UID, VISITOR_HEADER } from '../../shared/plugin';
import { assign, isBot } from './core/experiments/assign';
import { service } from './services/service';

/**
 * Variants of running tests as overlays. Decoration, fails open: whoever cannot be placed gets the
 * original. Programs and requests without a visitor do so too.
 */
export function layVariants(strapi: Core.Strapi) {
  registerOverlayLayer(strapi, {
    layer: 'test',
    pluginId: PLUGIN_ID,
    uid: UID.variant,
    permissions: { read: ACTION.readExperiments, edit: ACTION.manageExperiments },
    vary: () => [VISITOR_HEADER],
    async select({ ctx, candidates }) {
      const visitor = ctx.get(VISITOR_HEADER);
      if (visitor === '' || visitor.length > 200 || isBot(ctx.get('user-agent'))) return [];
      const running = await service(strapi, 'assignments').running(
        service(strapi, 'variants').version(),
      );
      return candidates.filter(({ record }) => {
        const test = running.find(({ experiment }) => experiment.documentId === record.experiment);
        return test !== undefined && assign(visitor, test.split) === record.number;
      });
    },
  });
}
