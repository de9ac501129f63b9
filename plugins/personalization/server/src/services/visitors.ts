import type { Core } from '@strapi/strapi';
import { rowsOf } from 'suite-kit/server';
import type {
  Receipt,
  TimelineItem,
  Visitor,
  VisitorSummary,
} from '../../../shared/contracts/visitors';
import { UID, type Consent } from '../../../shared/plugin';
import { interestsOf } from '../core/profile';
import { signToken } from '../core/visitor-token';
import { errors } from '../errors';
import { service } from './service';
import type { EventRow, ProfileRow } from './types';

const TIMELINE = 100;
const EXPORT = 10_000;

/** Stored visitors for people who answer for them: look, export, erase. */
const visitors = ({ strapi }: { strapi: Core.Strapi }) => {
  const rows = rowsOf<ProfileRow>(strapi, UID.profile);
  const events = rowsOf<EventRow>(strapi, UID.event);

  function summary(row: ProfileRow): VisitorSummary {
    const fallback = service(strapi, 'state').of(row.site)?.settings.consentDefault ?? 'contextual';
    const profile = service(strapi, 'profiles').toProfile(row, fallback);
    const name = profile.traits.name ?? profile.traits.email;
    const facts = service(strapi, 'audiences').factsOf(row, Date.now());
    return {
      id: row.documentId,
      name: typeof name === 'string' ? name : `#${row.userId.slice(0, 8)}`,
      isKnown: row.isKnown,
      consent: profile.consent,
      visits: profile.patterns.visits,
      views: profile.patterns.views,
      topInterests: interestsOf(profile.patterns, Date.now()).slice(0, 3),
      audiences: facts.audiences as string[],
      firstSeen: new Date(profile.patterns.firstSeen).toISOString(),
      lastSeen: new Date(profile.patterns.lastSeen || Date.parse(row.createdAt)).toISOString(),
      site: row.site,
      isSample: row.isSample,
    };
  }

  async function required(id: string): Promise<ProfileRow> {
    const row = await rows.findOne({ documentId: id });
    if (!row) throw errors.VISITOR_NOT_FOUND();
    return row;
  }

  async function timeline(userId: string, limit: number): Promise<TimelineItem[]> {
    const found = await events.findMany({ where: { userId }, orderBy: { at: 'desc' }, limit });
    const refs = found
      .filter(({ contentId }) => contentId !== '')
      .map(({ contentUid, contentId }) => ({ uid: contentUid, documentId: contentId }));
    const titles = await service(strapi, 'content').titles(refs);
    return found.map(({ at, type, name, contentUid, contentId }) => ({
      at: new Date(at).toISOString(),
      type,
      name,
      uid: contentUid,
      documentId: contentId,
      title: titles.get(contentId) ?? null,
    }));
  }

  async function everything(row: ProfileRow) {
    const { traits, preferences, behaviorPatterns, consent, consentVersion, consentAt } = row;
    const recommended = await rowsOf<{ contentId: string; score: number; source: string }>(
      strapi,
      UID.recommendation,
    ).findMany({
      where: { userId: row.userId },
      orderBy: { rank: 'asc' },
      limit: 500,
    });
    return {
      profile: { traits, preferences, behaviorPatterns, consent, consentVersion, consentAt },
      events: await timeline(row.userId, EXPORT),
      recommendations: recommended.map(({ contentId, score, source }) => ({
        contentId,
        score,
        source,
      })),
    };
  }

  /** No row of theirs stays in any table; the receipt says how many went and is signed. */
  async function erase(row: ProfileRow): Promise<Receipt> {
    const { userId } = row;
    // What waits in the queue would bring the visitor back.
    await service(strapi, 'intake').flush();
    const [stored, shown] = await Promise.all([
      events.deleteMany({ userId }),
      rowsOf(strapi, UID.recommendation).deleteMany({ userId }),
    ]);
    await rows.delete({ documentId: row.documentId });
    service(strapi, 'profiles').forget([userId]);
    const receipt = {
      visitor: row.documentId,
      erasedAt: new Date().toISOString(),
      rows: { profiles: 1, events: stored.count, recommendations: shown.count },
    };
    const secret = service(strapi, 'state').of(row.site)?.secret ?? '';
    return { ...receipt, signature: signToken(secret, 'receipt', receipt) };
  }

  return {
    summary,
    everything,
    erase,

    async list(given: {
      q?: string | undefined;
      consent?: Consent | undefined;
      rule?: string | undefined;
      page: number;
      pageSize: number;
    }) {
      const { q, consent, rule, page, pageSize } = given;
      const fitting =
        rule === undefined
          ? null
          : await service(strapi, 'audiences').matching(await service(strapi, 'rules').find(rule));
      const where = {
        ...(fitting ? { documentId: { $in: fitting } } : {}),
        ...(consent ? { consent } : {}),
        // Traits are JSON: their text is searched, besides the beginning of the pseudonym.
        ...(q
          ? {
              $or: [
                { userId: { $startsWith: q.replace(/^#/, '') } },
                { traits: { $containsi: q } },
              ],
            }
          : {}),
      };
      const found = await rows.findPage({
        where,
        orderBy: [{ lastSeen: 'desc' }, { id: 'asc' }],
        page,
        pageSize,
      });
      return { visitors: found.rows.map(summary), pagination: found.pagination };
    },

    async find(id: string): Promise<Visitor> {
      const row = await required(id);
      return {
        ...summary(row),
        traits: row.traits ?? {},
        preferences: row.preferences ?? {},
        facts: service(strapi, 'audiences').factsOf(row, Date.now()),
        timeline: await timeline(row.userId, TIMELINE),
      };
    },

    row: required,
    exportOf: async (id: string) => everything(await required(id)),
    eraseOf: async (id: string) => erase(await required(id)),
  };
};

export default visitors;
