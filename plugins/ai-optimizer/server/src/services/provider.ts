import type { Core } from '@strapi/strapi';
import { siteNumberFor } from 'suite-kit/server';
import { service } from './service';

type Options = { site?: number; signal?: AbortSignal };

/**
 * The port for other plugins: `strapi.plugin('ai-optimizer')?.service('provider')`. Calls run
 * with the settings and on the budget of the site; `embed` always works, `complete` needs a model.
 */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  complete: (
    request: { system?: string; prompt: string; maxTokens?: number },
    { site, signal }: Options = {},
  ) =>
    service(strapi, 'providers').complete(request, { site: siteNumberFor(strapi, site), signal }),

  /** One vector of length one for each text; all of a site's come from the same model. */
  embed: (texts: readonly string[], { site, signal }: Options = {}) =>
    service(strapi, 'providers').embed(texts, { site: siteNumberFor(strapi, site), signal }),
});
