import type { Core } from '@strapi/strapi';
import { createHttpClient } from 'suite-kit/server';
import type { AnalyticsEvent } from 'suite-kit/shared';
import { PLUGIN_ID } from '../../../shared/plugin';
import type { PersonalizationConfig } from '../config';
import { service } from './service';
import type { SiteState } from './state';

const TIMEOUT_MS = 5_000;
const TRIES = 3;
const PAUSE_MS = 500;

type Client = ReturnType<typeof createHttpClient>;

/** Sends accepted events on to the site's webhook. Nothing waits for it; failures are counted. */
const forwarder = ({ strapi }: { strapi: Core.Strapi }) => {
  let client: Client | null = null;
  const running = new Set<Promise<void>>();

  function clientOf(): Client {
    const { webhookPrivateHosts } = strapi.config.get<PersonalizationConfig>(
      `plugin::${PLUGIN_ID}`,
    );
    const allowedHosts = webhookPrivateHosts
      .split(',')
      .map((host) => host.trim())
      .filter(Boolean);
    client ??= createHttpClient({ allowedHosts, timeoutMs: TIMEOUT_MS, maxRedirects: 0 });
    return client;
  }

  async function post(url: string, body: string): Promise<boolean> {
    for (let attempt = 1; attempt <= TRIES; attempt += 1) {
      try {
        const headers = { 'content-type': 'application/json' };
        const { status } = await clientOf().request(url, { method: 'POST', headers, body });
        if (status < 300) return true;
        // It was understood and not wanted: asking again changes nothing.
        if (status < 500 && status !== 429) return false;
      } catch (error) {
        if (attempt === TRIES)
          strapi.log.warn(`[${PLUGIN_ID}] The webhook could not be reached: ${String(error)}`);
      }
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS * attempt));
    }
    return false;
  }

  async function deliver({ site, settings }: SiteState, events: readonly AnalyticsEvent[]) {
    const isSent = await post(settings.webhookUrl, JSON.stringify({ site, events }));
    service(strapi, 'counters').count(
      site,
      isSent ? 'forwarded' : 'forward-failed',
      '',
      events.length,
    );
  }

  return {
    send(state: SiteState, events: readonly AnalyticsEvent[]): Promise<void> {
      if (state.settings.webhookUrl === '' || events.length === 0) return Promise.resolve();
      const work = deliver(state, events).catch((error: unknown) => {
        strapi.log.warn(`[${PLUGIN_ID}] The webhook failed: ${String(error)}`);
      });
      running.add(work);
      return work.finally(() => running.delete(work));
    },
    async stop() {
      await Promise.all(running);
      await client?.close();
      client = null;
    },
  };
};

export default forwarder;
