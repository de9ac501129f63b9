import type { Core } from '@strapi/strapi';
import { createHttpClient, createSecretBox } from 'suite-kit/server';
import { SourceProblem, type Connector, type Http } from '../adapters/connector';
import { createFeedConnector } from '../adapters/feed';
import { createStrapiConnector } from '../adapters/strapi-rest';
import type { FederationConfig } from '../config';
import { errors } from '../errors';
import { PLUGIN_ID } from '../../../shared/plugin';
import type { Connection } from '../../../shared/contracts/sources';

/** A source as its connector needs it: with the token in the clear, which goes no further. */
export type OpenConnection = Omit<Connection, 'secret'> & { secret: string };

/** Ways to the systems at the other end. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  let http: Http | null = null;
  let close: (() => Promise<void>) | null = null;

  const config = () => strapi.config.get<FederationConfig>(`plugin::${PLUGIN_ID}`);

  function client(): Http {
    if (http) return http;
    const { allowedHosts, requestTimeoutMs, maxResponseBytes } = config();
    const made = createHttpClient({
      allowedHosts: allowedHosts ?? [],
      timeoutMs: requestTimeoutMs,
      maxBytes: maxResponseBytes,
      maxRedirects: 3,
      userAgent: 'strapi-plugin-federation',
    });
    close = () => made.close();
    http = made;
    return made;
  }

  return {
    config,
    http: client,

    /** The demo and tests read from elsewhere than the network. */
    useHttp(other: Http | null) {
      http = other;
    },

    connector({ type, config: source, secret }: OpenConnection): Connector {
      const { pageSize, maxRetryWaitMs } = config();
      if (type === 'feed') return createFeedConnector({ url: source.url, http: client() });
      return createStrapiConnector({
        url: source.url,
        token: secret,
        names: source.types ?? [],
        http: client(),
        pageSize,
        maxRetryWaitMs,
      });
    },

    /** @throws when there is no encryption key: then no token is stored at all. */
    seal(secret: string): string {
      const box = createSecretBox(strapi);
      if (!box.isAvailable()) throw errors.NO_ENCRYPTION_KEY();
      return box.seal(secret);
    },

    open(sealed: string | null): string {
      if (!sealed) return '';
      try {
        return createSecretBox(strapi).open(sealed);
      } catch {
        throw errors.SECRET_UNREADABLE();
      }
    },

    async stop() {
      await close?.();
      http = null;
      close = null;
    },
  };
};

const UNREACHABLE = new Set(['NO_CONNECTION', 'TIMEOUT', 'TOO_LARGE', 'TOO_MANY_REDIRECTS']);

/** What went wrong out there, as an error of ours with a sentence for people. */
export function toSourceError(error: unknown): unknown {
  if (error instanceof SourceProblem) {
    return errors.SOURCE_ANSWERED_BADLY({ message: error.message });
  }
  if (!(error instanceof Error)) return error;
  const { code } = error as Error & { code?: string };
  if (code === 'PRIVATE_ADDRESS' || code === 'BAD_ADDRESS') return errors.ADDRESS_REFUSED();
  if (code && UNREACHABLE.has(code)) {
    return errors.CONNECTION_FAILED({
      message: `The source could not be reached: ${error.message}`,
    });
  }
  return error;
}
