import type { Core } from '@strapi/strapi';
import { createHttpClient } from 'suite-kit/server';
import { PLUGIN_ID, SITE_HEADER } from '../../../shared/plugin';
import { revalidationPayload, signatureOf, type Told } from '../core/revalidation';

const SIGNATURE_HEADER = 'X-Site-Signature';
const TIMEOUT_MS = 10_000;
/** Nobody reads what a front end answers. */
const MAX_ANSWER_BYTES = 64 * 1024;

export type Sent = { isSent: boolean; status: number | null; error: string | null };

/** Sends one signed request; never throws. Private addresses need the option `allowedHosts`. */
export function createTeller(strapi: Core.Strapi) {
  const allowedHosts: string[] = strapi.config.get(`plugin::${PLUGIN_ID}.allowedHosts`);
  const client = createHttpClient({
    allowedHosts,
    timeoutMs: TIMEOUT_MS,
    maxBytes: MAX_ANSWER_BYTES,
    maxRedirects: 0,
    userAgent: 'strapi-multi-site',
  });
  return {
    async send({ url, secret, told }: { url: string; secret: string; told: Told }): Promise<Sent> {
      const body = JSON.stringify(revalidationPayload(told));
      try {
        const { status } = await client.request(url, {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            [SITE_HEADER]: told.site.slug,
            [SIGNATURE_HEADER]: signatureOf(body, { secret, at: told.at }),
          },
          body,
        });
        const isSent = status >= 200 && status < 300;
        return { isSent, status, error: isSent ? null : `The receiver answered ${status}.` };
      } catch (error) {
        // The client's sentences name the host and nothing else of the address.
        const message = error instanceof Error ? error.message : 'Sending did not work.';
        return { isSent: false, status: null, error: message };
      }
    },
    close: () => client.close(),
  };
}
