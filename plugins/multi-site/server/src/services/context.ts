import type { Core } from '@strapi/strapi';
import { createAsyncValue } from 'suite-kit/server';
import type { SiteContext } from '../core/site-context';
import { errors } from '../errors';

const UNSCOPED: SiteContext = { kind: 'unscoped' };
const NETWORK: SiteContext = { kind: 'network' };
const UNSETTLED: SiteContext = {
  kind: 'unsettled',
  reason: () => errors.NO_SITE_FOR_REQUEST(),
};

/** Where a request keeps its site once it is settled: `ctx.state[STATE_KEY]`. */
export const STATE_KEY = 'multiSite';
/** A visitor's is found when something first asks for it. */
export type SettledSite = SiteContext | (() => SiteContext);

/**
 * For which site the running code is: what it was told explicitly, else what its request was
 * settled to, else (no request at all) nothing is narrowed.
 *
 * The port for other plugins: `strapi.plugin('multi-site')?.service('context')`.
 */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const storage = createAsyncValue<SiteContext>();

  return {
    current(): SiteContext {
      const told = storage.getStore();
      if (told) return told;
      const request = strapi.requestContext.get();
      if (!request) return UNSCOPED;
      const settled = request.state[STATE_KEY] as SettledSite | undefined;
      if (typeof settled !== 'function') return settled ?? UNSETTLED;
      return (request.state[STATE_KEY] = settled());
    },

    /** Runs `work` for one site (its number). Use it for what outlives its request, too. */
    run: <T>(site: number, work: () => T): T =>
      storage.run({ kind: 'site', number: site }, () => start(work())),

    /** Runs `work` with all sites in view; new content is refused, because it needs a site. */
    runNetwork: <T>(work: () => T): T => storage.run(NETWORK, () => start(work())),

    /**
     * Runs `work` with nothing narrowed. For queues and timers made inside a request: they would
     * keep that request's site for ever.
     */
    runUnscoped: <T>(work: () => T): T => storage.run(UNSCOPED, () => start(work())),
  };
};

/**
 * A knex query that is handed back runs only when somebody awaits it, which would be outside the
 * context. So what can be awaited is started inside.
 */
function start<T>(result: T): T {
  const isLazy =
    typeof result === 'object' &&
    result !== null &&
    !(result instanceof Promise) &&
    typeof (result as { then?: unknown }).then === 'function';
  // Whoever awaits it sees no difference between the query and its promise.
  return isLazy ? (Promise.resolve(result) as T) : result;
}
