import type { Core } from '@strapi/strapi';
import { publishTiming, rowsOf, type Ctx } from 'suite-kit/server';
import type { Attributes } from 'suite-kit/shared';
import { HEADER, PERSONALIZE_PARAM, PLUGIN_ID, PREVIEW_PARAM, UID } from '../../../shared/plugin';
import type { Consent } from '../../../shared/plugin';
import { safeRegex } from '../adapters/safe-regex';
import { profileFacts, type Profile } from '../core/profile';
import { effectiveConsent, isBot, requestFacts } from '../core/request-facts';
import { buildEngine, type Decision, type EngineRule } from '../core/rule-engine';
import { readToken } from '../core/visitor-token';
import { errors } from '../errors';
import type { Identity } from './profiles';
import { service } from './service';
import { toEngineRule, type SiteState } from './state';
import type { RuleRow } from './types';

export type RequestDecision = {
  state: SiteState;
  identity: Identity | null;
  profile: Profile | null;
  consent: Consent;
  facts: Attributes;
  decision: Decision;
  isPreview: boolean;
  /** Rules that can have changed this answer; what its cache headers are made from. */
  touched: Set<EngineRule>;
};
type Preview = {
  facts?: Record<string, unknown>;
  at?: number;
  rule?: string;
  variant?: string;
};

const STATE_KEY = 'personalizationDecision';

/** What the rules decide for the visitor of a request; once per request. */
const decisions = ({ strapi }: { strapi: Core.Strapi }) => {
  const counters = () => service(strapi, 'counters');

  async function decide(ctx: Ctx): Promise<RequestDecision | null> {
    const state = await service(strapi, 'state').now();
    if (!state?.settings.isEnabled) return null;
    const given = paramOf(ctx, PERSONALIZE_PARAM);
    if (given === 'false') return null;
    const preview = previewOf(ctx, state);
    const startedAt = performance.now();
    const now = preview?.at ?? Date.now();

    const identity = service(strapi, 'profiles').identify(ctx, state);
    const stored = identity ? await service(strapi, 'profiles').find(identity.userId, state) : null;
    const consent = effectiveConsent(ctx.headers, {
      stored: stored?.consent ?? null,
      fallback: state.settings.consentDefault,
    });
    if (consent === 'none' && !preview) return null;
    const profile = consent === 'full' ? stored : null;
    const facts: Record<string, unknown> = {
      ...requestFacts(ctx.headers, { given, now, timeZone: state.timeZone }),
      ...(profile ? profileFacts(profile, now) : NOBODY),
      ...preview?.facts,
    };
    const engine = preview?.rule ? await withDraft(state, preview.rule) : state.engine;
    const visitor = identity?.userId ?? '';
    const holdout = preview ? 0 : state.settings.holdout;
    const decision = engine.decide(facts, { visitor, now, holdout });
    const durationMs = performance.now() - startedAt;
    counters().duration(state.site, 'decision', durationMs);
    publishTiming('personalization', {
      name: 'decision',
      durationMs,
      ok: true,
      site: state.site,
      values: { rules: engine.rules.length, matched: decision.matched.length },
    });
    return {
      state,
      identity,
      profile,
      consent,
      facts: { ...facts, audiences: decision.audiences },
      decision,
      isPreview: preview !== null,
      touched: new Set(),
    };
  }

  /** The rules in force and one more that is only a draft yet. */
  async function withDraft(state: SiteState, id: string) {
    const row = await rowsOf<RuleRow>(strapi, UID.rule).findOne({ documentId: id });
    if (!row) return state.engine;
    const others = state.engine.rules.filter((rule) => rule.id !== id);
    const draft = { ...toEngineRule(row), from: null, to: null, coverage: 1 };
    return buildEngine({
      rules: [...others, draft],
      audiences: state.engine.audiences,
      regex: safeRegex,
      entryOf: state.entryOf,
    });
  }

  return {
    /** Fails open: null means "as if we were not there". */
    async of(ctx: Ctx): Promise<RequestDecision | null> {
      const holder = ctx.state as { [STATE_KEY]?: Promise<RequestDecision | null> };
      holder[STATE_KEY] ??= decide(ctx).catch((error: unknown) => fallBack(ctx, error));
      return holder[STATE_KEY];
    },

    /**
     * Says how the answer may be cached. Shared caches only get it when every rule that can have
     * changed it uses few facts and the request named their key: otherwise one visitor's answer
     * would be served to another.
     */
    mark(ctx: Ctx, made: RequestDecision, rules: readonly EngineRule[]) {
      for (const rule of rules) made.touched.add(rule);
      const spec = made.state.keySpec([...made.touched]);
      const key = spec.keyOf(made.facts);
      ctx.vary(HEADER.key);
      ctx.set(HEADER.key, key);
      const isShared =
        spec.isCacheable && !made.isPreview && ctx.get(HEADER.key) === key && ctx.method === 'GET';
      const seconds = made.state.settings.sharedCacheSeconds;
      ctx.set(
        'Cache-Control',
        isShared && seconds > 0 ? `public, max-age=0, s-maxage=${seconds}` : 'private, no-store',
      );
    },

    /** Counted once per answer that rules could touch. */
    countAnswer(ctx: Ctx, made: RequestDecision, isChanged: boolean) {
      const holder = ctx.state as { personalizationCounted?: Set<string> };
      const counted = (holder.personalizationCounted ??= new Set());
      if (made.isPreview || isBot(ctx.headers)) return;
      const add = (name: string) => {
        if (counted.has(name)) return;
        counted.add(name);
        counters().count(made.state.site, name);
      };
      add('answers');
      if (isChanged) add('personalized');
    },

    /** The variant that a signed preview asks for, live or not. */
    previewedVariant(ctx: Ctx): string | null {
      if (!paramOf(ctx, PREVIEW_PARAM)) return null;
      const state = service(strapi, 'state').current();
      return (state && previewOf(ctx, state)?.variant) ?? null;
    },

    fallBack,
  };

  /** The default content is delivered; why is counted and said in a header. */
  function fallBack(ctx: Ctx, error: unknown): null {
    const code = (error as { details?: { code?: string } }).details?.code;
    if (code === 'PERSONALIZATION_PREVIEW_INVALID') throw error;
    const reason = error instanceof Error ? error.name : 'unknown';
    counters().count(service(strapi, 'state').all()[0]?.site ?? 0, 'fallback', reason);
    ctx.set(HEADER.fallback, reason);
    ctx.set('Cache-Control', 'private, no-store');
    strapi.log.error(`[${PLUGIN_ID}] Default content was delivered: ${String(error)}`);
    return null;
  }
};

/** Facts of somebody nothing is stored about. */
const NOBODY = {
  isKnown: false,
  isReturning: false,
  visits: 0,
  views: 0,
  goals: 0,
  topInterest: null,
  interests: [],
  seen: [],
  traits: {},
  preferences: {},
};

function paramOf(ctx: Ctx, name: string): string {
  const value =
    (ctx.query as Record<string, unknown>)[name] ??
    (name === PERSONALIZE_PARAM ? ctx.query.facts : '');
  return typeof value === 'string' ? value : '';
}

function previewOf(ctx: Ctx, { secret, site }: SiteState): Preview | null {
  const token = paramOf(ctx, PREVIEW_PARAM);
  if (!token) return null;
  const content = readToken(secret, 'preview', { token, now: Date.now() });
  // A link that does not do what it says would be taken for the page as it will be.
  if (content?.site !== site) throw errors.PREVIEW_INVALID();
  return content;
}

export default decisions;
