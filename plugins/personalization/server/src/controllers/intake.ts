import { z } from '@strapi/utils';
import { handle, type Ctx } from 'suite-kit/server';
import { EVENT_LIMITS, eventBatch } from 'suite-kit/shared';
import { eventsBody } from '../../../shared/contracts/content-api';
import { errors } from '../errors';
import { service } from '../services/service';
import type { Params } from './helpers';

const message = z.record(z.string(), z.unknown());

/** Segment's libraries send their key as the user name of HTTP Basic, or in the body. */
function keyIn(ctx: Ctx, body: unknown): string {
  const [, encoded] = /^Basic\s+(.+)$/i.exec(ctx.get('authorization')) ?? [];
  if (encoded) return Buffer.from(encoded, 'base64').toString('utf8').split(':')[0] ?? '';
  const { writeKey, key } = (body ?? {}) as { writeKey?: unknown; key?: unknown };
  const given = writeKey ?? key ?? ctx.get('x-write-key');
  return typeof given === 'string' ? given : '';
}

/**
 * Events from the open internet. The routes are open (`auth: false`); the key is the permission,
 * and it permits writing only. Access: fails closed.
 */
const intake = ({ strapi }: Params) => {
  async function take(ctx: Ctx, messages: readonly unknown[]) {
    const found = await service(strapi, 'browser-keys').verify({
      key: keyIn(ctx, ctx.request.body),
      origin: ctx.get('origin') || undefined,
    });
    if (!found) throw errors.WRITE_KEY_INVALID();
    const data = await service(strapi, 'intake').accept(ctx, messages, {
      site: found.site,
      keyId: String(found.keyId),
    });
    return { data: { success: true, ...data }, status: 202 };
  }

  const one = (type: 'track' | 'page' | 'identify') =>
    handle({ body: message }, ({ body, ctx }) => take(ctx, [{ ...body, type }]));

  return {
    track: one('track'),
    page: one('page'),
    identify: one('identify'),
    batch: handle({ body: eventBatch }, ({ body, ctx }) =>
      take(ctx, body.batch.slice(0, EVENT_LIMITS.batch)),
    ),
    events: handle({ body: eventsBody }, ({ body, ctx }) => take(ctx, body.events)),
  };
};

export default intake;
