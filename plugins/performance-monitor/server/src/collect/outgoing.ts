import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { Core } from '@strapi/strapi';
import { statusClass } from '../core/routes';
import type { Collector } from './collector';
import { isOwn } from './own-work';
import { IGNORED, recordOf, type RequestRecord } from './request-record';

type Started = { startedAt: number; host: string; record: RequestRecord | undefined };

type UndiciMessage = { request: object & { origin?: unknown }; response?: { statusCode?: number } };
type HttpMessage = {
  request: object & { host?: string; getHeader?: (name: string) => unknown };
  response?: { statusCode?: number };
};

/**
 * Requests this server makes to others, by Node's own diagnostics channels: fetch and undici,
 * http and https. Returns the function that ends it.
 */
export function watchOutgoing(strapi: Core.Strapi, collector: Collector): () => void {
  const started = new WeakMap<object, Started>();

  const begin = (request: object, host: string) =>
    collector.safely(() => {
      if (!collector.switches.outgoing || isOwn()) return;
      const record = recordOf(strapi.requestContext.get());
      if (record === IGNORED) return;
      const label = collector.hosts.of(host.toLowerCase().slice(0, 100));
      started.set(request, { startedAt: performance.now(), host: label, record });
    });

  const end = (request: object, status: string) =>
    collector.safely(() => {
      const found = started.get(request);
      if (!found) return;
      started.delete(request);
      const durationMs = performance.now() - found.startedAt;
      collector.recorder.record('outgoing', [found.host, status], durationMs);
      const hasFailed = status === 'failed' || status === '5xx';
      found.record?.addSpan({
        kind: 'http',
        name: found.host,
        startedAt: found.startedAt,
        durationMs,
        ...(hasFailed ? { hasFailed } : {}),
      });
    });

  const statuses = new WeakMap<object, string>();
  const channels: [name: string, handler: (message: unknown) => void][] = [
    [
      'undici:request:create',
      (message) => {
        const { request } = message as UndiciMessage;
        begin(request, hostOf(String(request.origin)));
      },
    ],
    [
      'undici:request:headers',
      (message) => {
        const { request, response } = message as UndiciMessage;
        statuses.set(request, statusClass(response?.statusCode ?? 0));
      },
    ],
    [
      'undici:request:trailers',
      (message) => {
        const { request } = message as UndiciMessage;
        end(request, statuses.get(request) ?? 'other');
      },
    ],
    ['undici:request:error', (message) => end((message as UndiciMessage).request, 'failed')],
    [
      'http.client.request.start',
      (message) => {
        const { request } = message as HttpMessage;
        begin(request, request.host ?? '');
      },
    ],
    [
      'http.client.response.finish',
      (message) => {
        const { request, response } = message as HttpMessage;
        end(request, statusClass(response?.statusCode ?? 0));
      },
    ],
    ['http.client.request.error', (message) => end((message as HttpMessage).request, 'failed')],
  ];
  for (const [name, handler] of channels) subscribe(name, handler);
  return () => channels.forEach(([name, handler]) => unsubscribe(name, handler));
}

function hostOf(origin: string): string {
  try {
    return new URL(origin).host;
  } catch {
    return 'other';
  }
}
