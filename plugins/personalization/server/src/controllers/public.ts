import { randomUUID } from 'node:crypto';
import { z } from '@strapi/utils';
import { handle, type Ctx } from 'suite-kit/server';
import {
  consentBody,
  keyQuery,
  preferencesBody,
  recommendationsQuery,
  resolveQuery,
} from '../../../shared/contracts/content-api';
import { mergeTraits } from '../core/profile';
import { userIdOf } from '../core/visitor-token';
import { errors } from '../errors';
import { service } from '../services/service';
import type { Params } from './helpers';

const identifyBody = z
  .object({
    anonymousId: z.string().min(1).max(200),
    userId: z.string().min(1).max(200).optional(),
  })
  .strict();

/** What front ends call for their visitors. A bare visitor id reads decoration and nothing else. */
const publicController = ({ strapi }: Params) => {
  async function stateNow() {
    const state = await service(strapi, 'state').now();
    if (!state) throw errors.NO_PROFILE();
    return state;
  }

  /** Somebody who showed that he is who he says. Access: fails closed. */
  async function provenVisitor(ctx: Ctx) {
    const state = await stateNow();
    const identity = service(strapi, 'profiles').identify(ctx, state);
    if (!identity || identity.proof === 'none') throw errors.PROOF_NEEDED();
    return { state, identity };
  }

  async function ownRow(ctx: Ctx) {
    const { identity } = await provenVisitor(ctx);
    const row = await service(strapi, 'profiles').rows.findOne({ userId: identity.userId });
    if (!row) throw errors.NO_PROFILE();
    ctx.set('Cache-Control', 'private, no-store');
    return row;
  }

  return {
    resolve: handle({ query: resolveQuery }, async ({ query, ctx }) => {
      const made = await service(strapi, 'decisions').of(ctx);
      ctx.set('Cache-Control', 'private, no-store');
      if (!made) return { data: NOTHING, meta: { reason: 'off' } };
      const { state, decision, profile, facts } = made;
      const wanted = query.slots?.split(',').map((slot) => slot.trim());
      const slots: Record<string, unknown> = {};
      const attributes: Record<string, string> = {};
      for (const { action } of decision.applied) {
        if (action.type === 'setAttribute') attributes[action.name] = action.value;
        if (action.type !== 'recommend' || (wanted && !wanted.includes(action.slot))) continue;
        slots[action.slot] = await service(strapi, 'recommendations').forVisitor(
          state.site,
          profile?.patterns ?? null,
          { limit: action.limit },
        );
      }
      const variants = decision.applied.flatMap(({ rule, action }) => {
        if (action.type !== 'showVariant') return [];
        const [api = '', , name = '', documentId = '', locale = ''] = (
          state.entryOf(action.variant) ?? ''
        ).split(':');
        return [
          { rule: rule.name, variant: action.variant, uid: `${api}::${name}`, documentId, locale },
        ];
      });
      const key = state.keySpec(state.engine.rules).keyOf(facts);
      return {
        data: {
          audiences: decision.audiences,
          variants,
          slots,
          attributes,
          isHoldout: decision.isHoldout,
        },
        meta: { key, consent: made.consent, matched: decision.matched.length },
      };
    }),

    key: handle({ query: keyQuery }, async ({ query, ctx }) => {
      const made = await service(strapi, 'decisions').of(ctx);
      ctx.set('Cache-Control', 'private, no-store');
      if (!made) return { data: { key: '', isCacheable: true, keys: 1 } };
      const { state, facts } = made;
      const spec = state.keySpec(query.uid ? state.touching(query.uid) : state.engine.rules);
      return { data: { key: spec.keyOf(facts), isCacheable: spec.isCacheable, keys: spec.count } };
    }),

    recommendations: handle({ query: recommendationsQuery }, async ({ query, ctx }) => {
      const { for: entry, limit, locale, type } = query;
      const wish = { limit, locale, type };
      const recommendations = service(strapi, 'recommendations');
      if (entry)
        return { data: await recommendations.similarTo((await stateNow()).site, entry, wish) };
      const made = await service(strapi, 'decisions').of(ctx);
      ctx.set('Cache-Control', 'private, no-store');
      const data = await recommendations.forVisitor(
        (await stateNow()).site,
        made?.profile?.patterns ?? null,
        wish,
      );
      return { data };
    }),

    visitor: handle({}, async ({ ctx }) => {
      const id = randomUUID();
      ctx.set('Cache-Control', 'private, no-store');
      return {
        data: { id, token: service(strapi, 'profiles').issueToken(id, await stateNow()) },
        status: 201,
      };
    }),

    consent: handle({ body: consentBody }, async ({ body, ctx }) => {
      const { state, identity } = await provenVisitor(ctx);
      const profiles = service(strapi, 'profiles');
      const consentVersion = body.version ?? state.settings.consentVersion;
      const row = await profiles.rows.findOne({ userId: identity.userId });
      // Taking consent back also takes back what it allowed to keep.
      if (row && body.consent !== 'full') await service(strapi, 'visitors').erase(row);
      await profiles.save(
        { userId: identity.userId, site: state.site },
        {
          consent: body.consent,
          consentVersion,
          ...(identity.kind === 'user' ? { isKnown: true } : {}),
        },
      );
      return { data: { consent: body.consent, version: consentVersion } };
    }),

    preferences: handle({ body: preferencesBody }, async ({ body, ctx }) => {
      const { state, identity } = await provenVisitor(ctx);
      const profiles = service(strapi, 'profiles');
      const row = await profiles.rows.findOne({ userId: identity.userId });
      const preferences = mergeTraits(row?.preferences ?? {}, body.preferences);
      await profiles.save({ userId: identity.userId, site: state.site }, { preferences });
      return { data: { preferences } };
    }),

    /** Joins what an anonymous visitor did to the known person: needs proof of both. */
    identify: handle({ body: identifyBody }, async ({ body, ctx }) => {
      const { state, identity } = await provenVisitor(ctx);
      const anonymous = userIdOf(state.secret, 'visitor', body.anonymousId);
      const isServer = identity.proof === 'api-token';
      const token = service(strapi, 'profiles').identify(
        Object.assign(Object.create(ctx) as Ctx, { state: {} }),
        state,
      );
      const ownsAnonymous = token?.proof === 'visitor-token' && token.userId === anonymous;
      const user =
        isServer && body.userId
          ? userIdOf(state.secret, 'user', body.userId)
          : identity.kind === 'user'
            ? identity.userId
            : null;
      if (user === null || !(isServer || ownsAnonymous)) throw errors.PROOF_NEEDED();
      await service(strapi, 'profiles').merge(anonymous, { userId: user, site: state.site });
      return { data: { isKnown: true } };
    }),

    exportMe: handle({}, async ({ ctx }) => ({
      data: await service(strapi, 'visitors').everything(await ownRow(ctx)),
    })),
    eraseMe: handle({}, async ({ ctx }) => ({
      data: await service(strapi, 'visitors').erase(await ownRow(ctx)),
    })),
  };
};

const NOTHING = { audiences: [], variants: [], slots: {}, attributes: {}, isHoldout: false };

export default publicController;
