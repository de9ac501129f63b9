import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import type { PluginSeed, SeedContext } from './context';
import {
  AUDIENCES,
  CONDITION,
  GOAL,
  KEY_LABEL,
  RULES,
  type RuleSeed,
} from './personalization-rules';

const UID = (name: string) => `plugin::personalization.${name}`;
const ARTICLE = 'api::article.article';
const DAY_MS = 86_400_000;
const VISITORS = 2_000;
const DAYS = 30;
const BATCH = 100;

type Random = () => number;
type Article = { documentId: string; title: string; tags: string[] };
type Event = { at: number; article: Article | null; name: string };
type Services = {
  settings: { update(data: object): Promise<unknown> };
  audiences: { save(id: null, body: object): Promise<{ id: string }> };
  rules: {
    create(body: object): Promise<{ id: string }>;
    setState(id: string, state: string): Promise<unknown>;
  };
  variants: { sample(given: object): Promise<{ id: string } | null> };
  'browser-keys': { create(given: object): Promise<unknown> };
  training: { train(site: number, options: object): Promise<unknown> };
  setup: { grant(): Promise<unknown> };
  state: { changed(): Promise<void> };
};

/** The plugin's services are untyped in Strapi. */
const service = <Name extends keyof Services>(strapi: Core.Strapi, name: Name): Services[Name] =>
  strapi.plugin('personalization').service(name) as unknown as Services[Name];

const keyOf = (...parts: (string | number)[]) =>
  createHash('sha256').update(parts.join('|')).digest('hex');

/** Visitors with tastes, what they read in a month, and rules that make use of it. */
const seedPersonalization = async (
  strapi: Core.Strapi,
  { sites, run, now, random }: SeedContext,
): Promise<void> => {
  await service(strapi, 'setup').grant();
  for (const [index, site] of sites.entries()) {
    const share = [0.5, 0.3, 0.2][index % 3] ?? 0;
    const count = Math.round(VISITORS * share);
    await run(site.number, () =>
      seedSite(strapi, { site, count, now, random: random(`visitors ${site.slug}`) }),
    );
  }
};

type SiteSeed = {
  site: { slug: string; number: number };
  count: number;
  now: Date;
  random: Random;
};

const seedSite = async (strapi: Core.Strapi, { site, count, now, random }: SiteSeed) => {
  const known = await strapi.db.query(UID('profile')).count({
    where: { site: site.number, isSample: true },
  });
  if (known > 0) return;
  const articles = await readArticles(strapi);
  if (articles.length === 0) return;
  await service(strapi, 'settings').update({
    consentDefault: 'full',
    holdout: 0.1,
    goalEvent: GOAL,
  });
  await service(strapi, 'browser-keys').create({
    site: site.number,
    label: KEY_LABEL,
    origins: ['*'],
    isSample: true,
  });
  await writeVisitors(strapi, { site: site.number, count, now: now.getTime(), random, articles });
  await writeFigures(strapi, { site: site.number, now: now.getTime(), random, count });
  await writeRules(strapi, articles);
  await service(strapi, 'training').train(site.number, {
    progress: () => Promise.resolve(),
    visitors: 200,
  });
  await service(strapi, 'state').changed();
};

const readArticles = async (strapi: Core.Strapi): Promise<Article[]> => {
  const rows = (await strapi.db.query(ARTICLE).findMany({
    where: { publishedAt: { $notNull: true }, locale: 'en' },
    populate: { tags: { select: ['slug'] }, category: { select: ['slug'] } },
    orderBy: { id: 'asc' },
  })) as {
    documentId: string;
    title: string;
    tags: { slug: string }[];
    category: { slug: string } | null;
  }[];
  return rows.map(({ documentId, title, tags, category }) => ({
    documentId,
    title,
    tags: [...tags.map(({ slug }) => slug), ...(category ? [category.slug] : [])],
  }));
};

const pick = <T>(list: readonly T[], random: Random): T =>
  list[Math.floor(random() * list.length)] as T;

const insert = async (strapi: Core.Strapi, name: string, rows: object[]) => {
  for (let at = 0; at < rows.length; at += BATCH) {
    await strapi.db.query(UID(name)).createMany({ data: rows.slice(at, at + BATCH) as never });
  }
};

const writeVisitors = async (
  strapi: Core.Strapi,
  given: { site: number; count: number; now: number; random: Random; articles: Article[] },
) => {
  const { site, count, now, random, articles } = given;
  const profiles: object[] = [];
  const rows: object[] = [];
  for (let n = 0; n < count; n += 1) {
    const userId = keyOf('sample visitor', site, n).slice(0, 40);
    const events = eventsOf({ now, random, articles });
    const patterns = patternsOf(events);
    profiles.push({
      site,
      userId,
      isKnown: random() < 0.15,
      traits: random() < 0.15 ? { plan: pick(['free', 'member', 'patron'], random) } : {},
      preferences: {},
      behaviorPatterns: patterns,
      consent: 'full',
      consentVersion: 1,
      visits: patterns.visits,
      firstSeen: new Date(patterns.firstSeen),
      lastSeen: new Date(patterns.lastSeen),
      isSample: true,
    });
    rows.push(
      ...events.map(({ at, article, name }, index) => ({
        site,
        key: keyOf('sample event', site, n, index),
        userId,
        type: article ? 'page' : 'track',
        name,
        contentUid: article ? ARTICLE : '',
        contentId: article?.documentId ?? '',
        path: '',
        at: new Date(at),
        isSample: true,
      })),
    );
  }
  await insert(strapi, 'profile', profiles);
  await insert(strapi, 'event', rows);
};

/** Somebody likes one tag; two of three articles he opens have it. */
const eventsOf = ({
  now,
  random,
  articles,
}: {
  now: number;
  random: Random;
  articles: Article[];
}): Event[] => {
  const taste = pick(pick(articles, random).tags, random);
  const liked = articles.filter(({ tags }) => tags.includes(taste));
  const visits = 1 + Math.floor(random() * random() * 8);
  const events: Event[] = [];
  for (let visit = 0; visit < visits; visit += 1) {
    const start = now - random() * DAYS * DAY_MS;
    const pages = 1 + Math.floor(random() * 5);
    for (let page = 0; page < pages; page += 1) {
      const article =
        liked.length > 0 && random() < 0.67 ? pick(liked, random) : pick(articles, random);
      events.push({ at: Math.min(now, start + page * 90_000), article, name: 'Article' });
    }
    if (random() < 0.06)
      events.push({ at: Math.min(now, start + 600_000), article: null, name: GOAL });
  }
  return events.sort((a, b) => a.at - b.at);
};

const VISIT_GAP_MS = 30 * 60_000;

const patternsOf = (events: readonly Event[]) => {
  const tags: Record<string, { score: number; t: number }> = {};
  const seen = new Map<string, number>();
  let visits = 0;
  let last = 0;
  for (const { at, article } of events) {
    if (at - last > VISIT_GAP_MS) visits += 1;
    last = at;
    if (!article) continue;
    seen.set(article.documentId, at);
    for (const tag of article.tags) {
      const before = tags[tag];
      const faded = before ? before.score * 2 ** (-(at - before.t) / (14 * DAY_MS)) : 0;
      tags[tag] = { score: faded + 1, t: at };
    }
  }
  const lastItems = [...seen]
    .map(([documentId, t]) => ({ uid: ARTICLE, documentId, t }))
    .sort((a, b) => b.t - a.t);
  return {
    tags,
    lastItems: lastItems.slice(0, 50),
    visits,
    views: events.filter(({ article }) => article).length,
    goals: events.filter(({ article }) => !article).length,
    firstSeen: events[0]?.at ?? 0,
    lastSeen: last,
    entry: '/',
  };
};

/** Figures of the last month, as delivery and intake would have counted them. */
const writeFigures = async (
  strapi: Core.Strapi,
  { site, now, random, count }: { site: number; now: number; random: Random; count: number },
) => {
  const rows: object[] = [];
  for (let back = DAYS; back >= 1; back -= 1) {
    const day = new Date(now - back * DAY_MS).toISOString().slice(0, 10);
    const isWeekend = [0, 6].includes(new Date(day).getUTCDay());
    const answers = Math.round(count * (isWeekend ? 0.6 : 1) * (0.9 + random() * 0.4));
    const add = (name: string, value: number, label = '') =>
      rows.push({
        site,
        day,
        name,
        label,
        value,
        key: keyOf('sample figure', site, day, name, label),
        isSample: true,
      });
    add('answers', answers);
    add('personalized', Math.round(answers * (0.34 + (DAYS - back) * 0.004 + random() * 0.04)));
    add('decision-ms', Math.round(answers * 0.9), '0.25');
    add('decision-ms', Math.round(answers * 0.095), '0.5');
    add('decision-ms', Math.round(answers * 0.005), '2');
    add('stored', Math.round(answers * 0.3));
    add('bots', Math.round(answers * 0.02));
  }
  await insert(strapi, 'counter', rows);
};

const writeRules = async (strapi: Core.Strapi, articles: readonly Article[]) => {
  const counts = new Map<string, number>();
  for (const tag of articles.flatMap(({ tags }) => tags))
    counts.set(tag, (counts.get(tag) ?? 0) + 1);
  const topTags = [...counts].sort((a, b) => b[1] - a[1]).map(([tag]) => tag);
  const [first = '', second = ''] = topTags;
  for (const { name, description, tree } of AUDIENCES(first, second)) {
    const { id } = await service(strapi, 'audiences').save(null, { name, description, tree });
    await mark(strapi, 'audience', id);
  }
  const variants: string[] = [];
  for (const article of articles.slice(0, 2)) {
    const variant = await service(strapi, 'variants').sample({
      uid: ARTICLE,
      documentId: article.documentId,
      locale: 'en',
      name: 'For returning readers',
      values: {
        summary:
          'You have been here before, so this is the short version: what is new comes first.',
      },
    });
    if (variant) variants.push(variant.id);
  }
  for (const rule of RULES({
    first,
    second,
    articles: articles.map(({ documentId }) => documentId),
    variants,
  })) {
    await writeRule(strapi, rule);
  }
};

const writeRule = async (strapi: Core.Strapi, { isDraft, ...body }: RuleSeed) => {
  const { id } = await service(strapi, 'rules').create({ ...CONDITION, ...body });
  await mark(strapi, 'rule', id);
  if (!isDraft) await service(strapi, 'rules').setState(id, 'active');
};

const mark = (strapi: Core.Strapi, name: string, documentId: string) =>
  strapi.db.query(UID(name)).update({ where: { documentId }, data: { isSample: true } as never });

export const personalizationSeed: PluginSeed = {
  plugin: 'personalization',
  what: 'visitors, audiences, rules and recommendations',
  seed: seedPersonalization,
};
