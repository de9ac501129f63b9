import type { AnalyticsEvent } from 'suite-kit/shared';
import type { Consent } from '../../../shared/plugin';

/** What somebody did, small enough to be read with every request. */
export type BehaviorPatterns = {
  /** Interest by tag: the score at the time `t`; it halves every two weeks. */
  tags: Record<string, { score: number; t: number }>;
  /** What was looked at last, newest first. */
  lastItems: { uid: string; documentId: string; t: number }[];
  visits: number;
  views: number;
  goals: number;
  firstSeen: number;
  lastSeen: number;
  /** Where the first visit began. */
  entry: string;
};

export type Profile = {
  id: string;
  site: number;
  userId: string;
  isKnown: boolean;
  traits: Record<string, unknown>;
  preferences: Record<string, unknown>;
  patterns: BehaviorPatterns;
  consent: Consent;
};

export const MAX_ITEMS = 50;
const MAX_TAGS = 60;
const HALF_LIFE_MS = 14 * 86_400_000;
/** A pause this long ends a visit. */
const VISIT_GAP_MS = 30 * 60_000;
const DAY_MS = 86_400_000;
const MAX_TRAITS = 50;

export const emptyPatterns = (now: number): BehaviorPatterns => ({
  tags: {},
  lastItems: [],
  visits: 0,
  views: 0,
  goals: 0,
  firstSeen: now,
  lastSeen: 0,
  entry: '',
});

export const decayed = (score: number, ageMs: number): number =>
  score * 2 ** (-Math.max(0, ageMs) / HALF_LIFE_MS);

export type ItemRef = { uid: string; documentId: string; tags: readonly string[] };

/** One event put into the patterns; returns new ones. Old events may arrive late. */
export function foldEvent(
  patterns: BehaviorPatterns,
  event: { at: number; type: AnalyticsEvent['type']; name: string; path: string },
  { item, goalEvent }: { item: ItemRef | null; goalEvent: string },
): BehaviorPatterns {
  const { at } = event;
  const isNewVisit = at - patterns.lastSeen > VISIT_GAP_MS;
  const isView = event.type === 'page' || item !== null;
  const isGoal = goalEvent !== '' && event.type === 'track' && event.name === goalEvent;
  return {
    tags: item ? addTags(patterns.tags, item.tags, at) : patterns.tags,
    lastItems: item ? addItem(patterns.lastItems, item, at) : patterns.lastItems,
    visits: patterns.visits + (isNewVisit ? 1 : 0),
    views: patterns.views + (isView ? 1 : 0),
    goals: patterns.goals + (isGoal ? 1 : 0),
    firstSeen: Math.min(patterns.firstSeen, at),
    lastSeen: Math.max(patterns.lastSeen, at),
    entry: patterns.entry || event.path,
  };
}

function addTags(tags: BehaviorPatterns['tags'], added: readonly string[], at: number) {
  const result = { ...tags };
  for (const tag of added) {
    const known = result[tag];
    const time = Math.max(known?.t ?? at, at);
    const before = known ? decayed(known.score, time - known.t) : 0;
    result[tag] = { score: before + decayed(1, time - at), t: time };
  }
  const entries = Object.entries(result);
  if (entries.length <= MAX_TAGS) return result;
  const scoreNow = ([, { score, t }]: (typeof entries)[number]) => decayed(score, at - t);
  return Object.fromEntries(entries.sort((a, b) => scoreNow(b) - scoreNow(a)).slice(0, MAX_TAGS));
}

function addItem(items: BehaviorPatterns['lastItems'], item: ItemRef, at: number) {
  const { uid, documentId } = item;
  const others = items.filter((one) => one.documentId !== documentId);
  return [{ uid, documentId, t: at }, ...others].sort((a, b) => b.t - a.t).slice(0, MAX_ITEMS);
}

/** Two profiles of one person as one. */
export function mergePatterns(one: BehaviorPatterns, other: BehaviorPatterns): BehaviorPatterns {
  const time = Math.max(one.lastSeen, other.lastSeen);
  const tags: BehaviorPatterns['tags'] = {};
  for (const [tag, { score, t }] of [...Object.entries(one.tags), ...Object.entries(other.tags)]) {
    tags[tag] = { score: (tags[tag]?.score ?? 0) + decayed(score, time - t), t: time };
  }
  const byId = new Map<string, BehaviorPatterns['lastItems'][number]>();
  for (const item of [...one.lastItems, ...other.lastItems].sort((a, b) => a.t - b.t)) {
    byId.set(item.documentId, item);
  }
  const first = one.firstSeen <= other.firstSeen ? one : other;
  return {
    tags,
    lastItems: [...byId.values()].sort((a, b) => b.t - a.t).slice(0, MAX_ITEMS),
    visits: one.visits + other.visits,
    views: one.views + other.views,
    goals: one.goals + other.goals,
    firstSeen: first.firstSeen,
    lastSeen: time,
    entry: first.entry || one.entry || other.entry,
  };
}

/** Traits as they may be stored: flat, few, short. Deeper values would be searched for people. */
export function mergeTraits(
  known: Record<string, unknown>,
  given: Record<string, unknown>,
): Record<string, unknown> {
  const flat = Object.entries(given).filter(
    ([name, value]) =>
      /^[A-Za-z0-9_-]{1,60}$/.test(name) &&
      (typeof value === 'boolean' ||
        typeof value === 'number' ||
        (typeof value === 'string' && value.length <= 200)),
  );
  const merged = { ...known, ...Object.fromEntries(flat) };
  return Object.fromEntries(Object.entries(merged).slice(0, MAX_TRAITS));
}

/** Interests worth naming, strongest first. */
export function interestsOf(patterns: BehaviorPatterns, now: number) {
  return Object.entries(patterns.tags)
    .map(([label, { score, t }]) => ({ label, score: decayed(score, now - t) }))
    .filter(({ score }) => score >= 0.5)
    .sort((a, b) => b.score - a.score || a.label.localeCompare(b.label));
}

/** What rules can ask of a stored profile. */
export function profileFacts(
  { patterns, traits, preferences, isKnown }: Profile,
  now: number,
): Record<string, unknown> {
  const interests = interestsOf(patterns, now);
  const days = (since: number) => Math.floor((now - since) / DAY_MS);
  return {
    isKnown,
    isReturning: patterns.visits > 1,
    visits: patterns.visits,
    views: patterns.views,
    goals: patterns.goals,
    daysSinceFirstSeen: days(patterns.firstSeen),
    daysSinceLastSeen: days(patterns.lastSeen),
    topInterest: interests[0]?.label ?? null,
    interests: interests.slice(0, 10).map(({ label }) => label),
    seen: patterns.lastItems.map(({ documentId }) => documentId),
    traits,
    preferences,
  };
}
