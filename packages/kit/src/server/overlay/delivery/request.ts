import type { Core } from '@strapi/strapi';
import type { Ctx } from '../../handler';
import { findRegistry } from '../registry';

const OPERATION = 'suiteOverlayOperation';

type Route = { info?: { type?: string } };

/**
 * Is this a request whose answer may be decorated? Only what is read through the content API: GET
 * by REST and queries by GraphQL. Not mutations, not the admin, not jobs: code that reads an entry
 * to write it back would put a variant into the original.
 */
export function deliveryKind(strapi: Core.Strapi, ctx: Ctx | undefined): 'rest' | 'graphql' | null {
  if (!ctx) return null;
  const route = ctx.state.route as Route | undefined;
  if (route?.info?.type !== 'content-api') return null;
  if (ctx.path === strapi.config.get('plugin::graphql.endpoint')) {
    return ctx.state[OPERATION] === 'query' ? 'graphql' : null;
  }
  return ctx.method === 'GET' || ctx.method === 'HEAD' ? 'rest' : null;
}

type Apollo = { plugins?: unknown[] };
type Resolved = {
  operation: { operation: string };
  contextValue: { koaContext?: Ctx };
};

/** GraphQL says what it runs only after parsing: noted on the request by a plugin of its server. */
export function noteGraphqlOperations(strapi: Core.Strapi) {
  if (!('graphql' in strapi.plugins)) return;
  const key = 'plugin::graphql.apolloServer';
  const apollo = strapi.config.get<Apollo>(key, {});
  const plugin = {
    requestDidStart: async () => ({
      didResolveOperation: async ({ operation, contextValue }: Resolved) => {
        if (contextValue.koaContext && findRegistry(strapi)) {
          contextValue.koaContext.state[OPERATION] = operation.operation;
        }
      },
    }),
  };
  strapi.config.set(key, { ...apollo, plugins: [...(apollo.plugins ?? []), plugin] });
}
