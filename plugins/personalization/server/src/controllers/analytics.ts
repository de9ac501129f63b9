import { z } from '@strapi/utils';
import { handle } from 'suite-kit/server';
import { createKeyBody, importBody, keyParams } from '../../../shared/contracts/analytics';
import { updateSettingsBody } from '../../../shared/contracts/settings';
import { signToken } from '../core/visitor-token';
import { errors } from '../errors';
import { service } from '../services/service';
import { siteOf, type Params } from './helpers';

const siteQuery = z.object({ site: z.coerce.number().int().optional() }).strict();
const PREVIEW_MS = 60 * 60_000;
const previewBody = z
  .object({
    facts: z.record(z.string().max(80), z.unknown()).default({}),
    at: z.number().int().optional(),
    rule: z.string().max(64).optional(),
    variant: z.string().max(64).optional(),
    site: z.number().int().optional(),
  })
  .strict();

/** A key of the site, or a refusal. */
function found<Key>(key: Key | null): Key {
  if (key === null) throw errors.KEY_NOT_FOUND();
  return key;
}

const analytics = ({ strapi }: Params) => ({
  overview: handle({}, async () => ({ data: await service(strapi, 'overview').read() })),
  setup: handle({}, async () => ({ data: await service(strapi, 'setup').read() })),
  grant: handle({}, async () => ({ data: await service(strapi, 'setup').grant() })),
  removeSamples: handle({}, async () => ({ data: await service(strapi, 'samples').remove() })),
  waiting: handle({}, async () => ({ data: await service(strapi, 'overview').missing() })),

  settings: handle({ query: siteQuery }, async ({ query }) => ({
    data: await service(strapi, 'settings').read(query.site),
  })),
  updateSettings: handle({ body: updateSettingsBody }, async ({ body }) => ({
    data: await service(strapi, 'settings').update(body),
  })),
  preview: handle({ body: previewBody }, async ({ body: { site, ...content } }) => {
    const number = siteOf(strapi, site);
    const state = await service(strapi, 'state').fresh(number);
    if (!state) throw errors.PREVIEW_INVALID();
    const exp = Date.now() + PREVIEW_MS;
    return {
      data: {
        token: signToken(state.secret, 'preview', { ...content, site: state.site, exp }),
        exp,
      },
    };
  }),

  figures: handle({}, async () => ({ data: await service(strapi, 'analytics').figures() })),
  import: handle({ body: importBody }, async ({ body }) => ({
    data: await service(strapi, 'analytics').importLines(body.lines, body.site),
  })),
  keys: handle({}, async () => ({ data: await service(strapi, 'browser-keys').list() })),
  createKey: handle({ body: createKeyBody }, async ({ body: { site, label, origins } }) => ({
    data: await service(strapi, 'browser-keys').create({
      site: siteOf(strapi, site),
      label,
      origins,
    }),
    status: 201,
  })),
  rotateKey: handle({ params: keyParams }, async ({ params }) => ({
    data: found(await service(strapi, 'browser-keys').rotate(params.id)),
  })),
  revokeKey: handle({ params: keyParams }, async ({ params }) => ({
    data: found(await service(strapi, 'browser-keys').revoke(params.id)),
  })),
});

export default analytics;
