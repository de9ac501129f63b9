import type { Core } from '@strapi/strapi';
import { rowsOf, type Ctx } from 'suite-kit/server';
import { PLUGIN_ID, UID, type Consent } from '../../../shared/plugin';
import type { PersonalizationConfig } from '../config';
import { emptyPatterns, mergePatterns, mergeTraits, type Profile } from '../core/profile';
import { readToken, signToken, userIdOf } from '../core/visitor-token';
import type { SiteState } from './state';
import type { ProfileRow } from './types';

/** Who asks, and how sure we are. `none`: a bare id, good for decoration only. */
export type Identity = {
  userId: string;
  kind: 'visitor' | 'user';
  proof: 'none' | 'visitor-token' | 'login' | 'api-token';
};

type Auth = { strategy?: { name?: string } } | undefined;
const DAY_MS = 86_400_000;
const MAX_ID = 200;

/** Stored visitors: who they are, what is kept of them in memory, how two become one. */
const profiles = ({ strapi }: { strapi: Core.Strapi }) => {
  const cache = new Map<string, { at: number; profile: Profile | null }>();
  const config = () => strapi.config.get<PersonalizationConfig>(`plugin::${PLUGIN_ID}`);
  const rows = rowsOf<ProfileRow>(strapi, UID.profile);

  const toProfile = (row: ProfileRow, fallback: Consent): Profile => ({
    id: row.documentId,
    site: row.site,
    userId: row.userId,
    isKnown: row.isKnown,
    traits: row.traits ?? {},
    preferences: row.preferences ?? {},
    patterns: row.behaviorPatterns ?? emptyPatterns(Date.parse(row.createdAt)),
    consent: row.consent ?? fallback,
  });

  function remember(userId: string, profile: Profile | null) {
    const { profileCacheSize } = config();
    cache.delete(userId);
    if (profileCacheSize === 0) return;
    cache.set(userId, { at: Date.now(), profile });
    if (cache.size > profileCacheSize) {
      const [oldest] = cache.keys();
      if (oldest !== undefined) cache.delete(oldest);
    }
  }

  return {
    toProfile,
    rows,

    forget: (userIds: readonly string[]) => userIds.forEach((userId) => cache.delete(userId)),

    /** The visitor of a request; null when nobody is named. */
    identify(ctx: Ctx, { secret }: SiteState): Identity | null {
      const auth = ctx.state.auth as Auth;
      const user = ctx.state.user as { id?: number | string } | undefined;
      const strategy = auth?.strategy?.name ?? '';
      if (user?.id !== undefined && strategy === 'users-permissions') {
        return { userId: userIdOf(secret, 'user', String(user.id)), kind: 'user', proof: 'login' };
      }
      const token = ctx.get('X-Visitor-Token');
      const said = token ? readToken(secret, 'visitor', { token, now: Date.now() }) : null;
      if (typeof said?.v === 'string') {
        return {
          userId: userIdOf(secret, 'visitor', said.v),
          kind: 'visitor',
          proof: 'visitor-token',
        };
      }
      const id = ctx.get('X-Visitor-Id').trim().slice(0, MAX_ID);
      if (!id) return null;
      const isServer = strategy === 'content-api-token';
      const [, known] = isServer ? (/^user:(.+)$/.exec(id) ?? []) : [];
      return {
        userId: known ? userIdOf(secret, 'user', known) : userIdOf(secret, 'visitor', id),
        kind: known ? 'user' : 'visitor',
        proof: isServer ? 'api-token' : 'none',
      };
    },

    /** A token that proves an id which this server gave out. */
    issueToken: (id: string, { secret }: SiteState) =>
      signToken(secret, 'visitor', { v: id, exp: Date.now() + config().visitorTokenDays * DAY_MS }),

    /** The stored profile, out of memory where it may be that old. */
    async find(userId: string, { settings }: SiteState): Promise<Profile | null> {
      const hit = cache.get(userId);
      if (hit && Date.now() - hit.at < config().profileMaxAgeMs) return hit.profile;
      const row = await rows.findOne({ userId });
      const profile = row ? toProfile(row, settings.consentDefault) : null;
      remember(userId, profile);
      return profile;
    },

    /** Creates or changes the row of a visitor; two instances may do so at the same moment. */
    async save(
      { userId, site }: { userId: string; site: number },
      data: Partial<
        Pick<
          ProfileRow,
          'isKnown' | 'traits' | 'preferences' | 'consent' | 'consentVersion' | 'behaviorPatterns'
        >
      >,
    ): Promise<ProfileRow> {
      const patterns = data.behaviorPatterns;
      const columns = {
        ...data,
        ...(data.consent ? { consentAt: new Date() } : {}),
        ...(patterns
          ? {
              visits: patterns.visits,
              firstSeen: new Date(patterns.firstSeen),
              lastSeen: new Date(patterns.lastSeen),
            }
          : {}),
      };
      cache.delete(userId);
      const updated = await rows.update({ userId }, columns);
      if (updated) return updated;
      const now = Date.now();
      const fresh = {
        traits: {},
        preferences: {},
        behaviorPatterns: emptyPatterns(now),
        firstSeen: new Date(now),
        lastSeen: new Date(now),
      };
      try {
        return await rows.create({ ...fresh, ...columns, userId, site });
      } catch (error) {
        const row = await rows.update({ userId }, columns);
        if (row) return row;
        throw error;
      }
    },

    /** What an anonymous visitor did becomes part of the known person's profile. */
    async merge(from: string, into: { userId: string; site: number }): Promise<void> {
      const source = await rows.findOne({ userId: from });
      if (!source || from === into.userId) return;
      const target = await rows.findOne({ userId: into.userId });
      const patterns = source.behaviorPatterns ?? emptyPatterns(Date.now());
      await this.save(into, {
        isKnown: true,
        traits: mergeTraits(source.traits ?? {}, target?.traits ?? {}),
        preferences: mergeTraits(source.preferences ?? {}, target?.preferences ?? {}),
        consent: target?.consent ?? source.consent,
        behaviorPatterns: target?.behaviorPatterns
          ? mergePatterns(target.behaviorPatterns, patterns)
          : patterns,
      });
      await rowsOf(strapi, UID.event).updateMany({ userId: from }, { userId: into.userId });
      await rowsOf(strapi, UID.recommendation).deleteMany({ userId: from });
      await rows.delete({ userId: from });
      cache.delete(from);
    },
  };
};

export default profiles;
