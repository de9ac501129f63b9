import type { Core } from '@strapi/strapi';
import { afterSync, type Ctx } from 'suite-kit/server';
import { PLUGIN_ID } from '../../shared/plugin';
import type { PersonalizationConfig } from './config';
import { isConfigured } from './configured';
import { service } from './services/service';

type Field = (name: string, config?: object) => void;
type Builder = {
  nonNull: { id: Field; string: Field; float: Field; int: Field };
  string: Field;
  field: Field;
};
type Nexus = {
  objectType(config: { name: string; definition(t: Builder): void }): unknown;
  extendType(config: { type: string; definition(t: Builder): void }): unknown;
  nonNull(type: unknown): unknown;
  list(type: unknown): unknown;
  stringArg(): unknown;
  intArg(): unknown;
};
type Extension = { use(extend: (parts: { nexus: Nexus }) => object): void };
type Arguments = {
  for?: string | null;
  limit?: number | null;
  locale?: string | null;
  type?: string | null;
};
type Context = { koaContext: Ctx };

/**
 * GraphQL: the `recommendations` query, the same as GET /api/personalization/recommendations. A
 * plugin that is only installed changes no schema, so a start decides whether it is there.
 */
export function extendGraphql(strapi: Core.Strapi) {
  if (!('graphql' in strapi.plugins)) return;
  let isWanted = false;
  // The schema is built in GraphQL's bootstrap, at once and without waiting for anybody.
  afterSync(strapi, async () => {
    const { graphqlRecommendations } = strapi.config.get<PersonalizationConfig>(
      `plugin::${PLUGIN_ID}`,
    );
    isWanted =
      graphqlRecommendations === 'always' ||
      (graphqlRecommendations === 'when-configured' && (await isConfigured(strapi)));
  });
  const extension = strapi.plugin('graphql').service('extension') as unknown as Extension;
  extension.use(({ nexus }) => {
    if (!isWanted) return {};
    const type = nexus.objectType({
      name: 'PersonalizationRecommendation',
      definition(t) {
        t.nonNull.string('uid');
        t.nonNull.id('documentId');
        t.string('title');
        t.nonNull.float('score');
        t.nonNull.int('rank');
        t.nonNull.string('source');
        t.field('reason', { type: 'JSON' });
      },
    });
    const query = nexus.extendType({
      type: 'Query',
      definition(t) {
        t.field('recommendations', {
          type: nexus.nonNull(nexus.list(nexus.nonNull('PersonalizationRecommendation'))),
          args: {
            for: nexus.stringArg(),
            limit: nexus.intArg(),
            locale: nexus.stringArg(),
            type: nexus.stringArg(),
          },
          resolve: (_parent: unknown, args: Arguments, context: Context) => answer(args, context),
        });
      },
    });
    const scope = ['plugin::personalization.public.recommendations'];
    return {
      types: [type, query],
      resolversConfig: { 'Query.recommendations': { auth: { scope } } },
    };
  });

  async function answer(args: Arguments, { koaContext }: Context) {
    const state = await service(strapi, 'state').now();
    if (!state) return [];
    const wish = {
      limit: Math.min(50, Math.max(1, args.limit ?? 6)),
      locale: args.locale ?? undefined,
      type: args.type ?? undefined,
    };
    const recommendations = service(strapi, 'recommendations');
    if (args.for) return recommendations.similarTo(state.site, args.for, wish);
    const made = await service(strapi, 'decisions').of(koaContext);
    return recommendations.forVisitor(state.site, made?.profile?.patterns ?? null, wish);
  }
}
