import type { Core } from '@strapi/strapi';
import { createSecretBox, handle, siteScope } from 'suite-kit/server';
import {
  browserKeyBody,
  settingsBody,
  type Settings,
  type SettingsAnswer,
} from '../../../shared/contracts/settings';
import { errors } from '../errors';
import { service } from '../services/service';

/** What is collected and exported; for the whole installation, so not from inside a site. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const settings = () => service(strapi, 'settings');

  function assertWhole() {
    if (siteScope(strapi).kind === 'site') throw errors.NETWORK_ONLY();
  }

  async function describe(now: Settings): Promise<SettingsAnswer> {
    const { collectors, slowMs, sampleShare, excludedPaths, isPrometheusOn, areVitalsOn } = now;
    const { rows, oldest } = await service(strapi, 'store').size();
    return {
      collectors,
      slowMs,
      sampleShare,
      excludedPaths,
      isPrometheusOn,
      areVitalsOn,
      hasMetricsToken: settings().hasMetricsToken(),
      canStoreSecrets: createSecretBox(strapi).isAvailable(),
      storage: {
        rows,
        oldest,
        traces: await service(strapi, 'traces').count(),
        statements: await service(strapi, 'statements').count(),
      },
      hasSamples: await service(strapi, 'samples').isThere(),
    };
  }

  return {
    find: handle({}, async () => ({ data: await describe(await settings().fresh()) })),

    change: handle({ body: settingsBody }, async ({ body }) => {
      assertWhole();
      const changed = await settings().change(body);
      await service(strapi, 'monitor').flush();
      return { data: await describe(changed) };
    }),

    renewMetricsToken: handle({}, async () => {
      assertWhole();
      return { data: { token: await settings().renewMetricsToken() } };
    }),

    browserKeys: handle({}, async () => ({ data: await service(strapi, 'browser-keys').list() })),

    makeBrowserKey: handle({ body: browserKeyBody }, async ({ body }) => ({
      data: await service(strapi, 'browser-keys').create(body),
      status: 201,
    })),

    removeSamples: handle({}, async () => {
      assertWhole();
      return { data: await service(strapi, 'samples').remove() };
    }),
  };
};
