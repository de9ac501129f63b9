import type { Core } from '@strapi/strapi';
import { seedExperiments } from './ai-optimizer-experiments';
import type { PluginSeed, SeedContext } from './context';

const DAY_MS = 86_400_000;
const HISTORY_WEEKS = 12;
const PERFORMANCE_DAYS = 28;
const BATCH = 200;

type Ref = { uid: string; documentId: string; locale: string };
type Entries = {
  typesOf(): { uid: string }[];
  references(uid: string): AsyncGenerator<Ref[]>;
};
type Scores = { measure(ref: Ref): Promise<{ score: number } | null> };
type ScoreRow = {
  entryUid: string;
  entryDocumentId: string;
  entryLocale: string;
  title: string;
  score: number;
  words: number;
  engineVersion: string;
};
type Random = () => number;

const rows = (strapi: Core.Strapi, name: string) =>
  strapi.db.query(`plugin::ai-optimizer.${name}` as never);

const insert = async (strapi: Core.Strapi, name: string, data: object[]) => {
  for (let start = 0; start < data.length; start += BATCH) {
    await rows(strapi, name).createMany({ data: data.slice(start, start + BATCH) as never });
  }
};

const service = (strapi: Core.Strapi, name: string): unknown =>
  strapi.plugin('ai-optimizer').service(name);

/** Scores with twelve weeks of history, visits, suggestions, spending, and tests in every state. */
const seedAiOptimizer = async (strapi: Core.Strapi, context: SeedContext): Promise<void> => {
  const isDone = await rows(strapi, 'performance').findOne({ where: { isSample: true } });
  if (isDone) return;
  for (const site of context.sites) {
    const random = context.random(`quality ${site.slug}`);
    await context.run(site.number, async () => {
      await measureAll(strapi);
      const latest: ScoreRow[] = await rows(strapi, 'score').findMany({
        where: { site: site.number, isLatest: true },
        orderBy: { id: 'asc' },
      });
      await seedHistory(strapi, { latest, site: site.number, now: context.now, random });
      await seedPerformance(strapi, { latest, site: site.number, now: context.now, random });
      await seedSuggestions(strapi, { latest, site: site.number, now: context.now, random });
      await seedExperiments(strapi, { site, now: context.now, random });
    });
  }
};

const measureAll = async (strapi: Core.Strapi) => {
  const entries = service(strapi, 'entries') as Entries;
  const scores = service(strapi, 'scores') as Scores;
  for (const { uid } of entries.typesOf()) {
    for await (const page of entries.references(uid)) {
      for (const ref of page) await scores.measure(ref);
    }
  }
};

type Part = { latest: ScoreRow[]; site: number; now: Date; random: Random };

/** Texts that were worked on: lower scores before, with ups and downs on the way. */
const seedHistory = async (strapi: Core.Strapi, { latest, site, now, random }: Part) => {
  const history = latest.flatMap((row) => {
    const gain = 4 + random() * 22;
    return Array.from({ length: HISTORY_WEEKS }, (_none, week) => {
      const share = week / HISTORY_WEEKS;
      const score = row.score - gain * (1 - share) + (random() - 0.5) * 6;
      return {
        site,
        entryUid: row.entryUid,
        entryDocumentId: row.entryDocumentId,
        entryLocale: row.entryLocale,
        title: row.title,
        score: Math.round(Math.min(100, Math.max(5, score))),
        words: row.words,
        checks: [],
        formulas: {},
        engineVersion: row.engineVersion,
        isLatest: false,
        takenAt: new Date(now.getTime() - (HISTORY_WEEKS - week) * 7 * DAY_MS),
        isSample: true,
      };
    });
  });
  await insert(strapi, 'score', history);
};

const seedPerformance = async (strapi: Core.Strapi, { latest, site, now, random }: Part) => {
  const figures = latest
    .filter(({ entryUid }) => entryUid === 'api::article.article' || entryUid === 'api::page.page')
    .flatMap((row) => {
      const daily = 6 + 120 * random() ** 3;
      // Good texts do a little better; much else decides as well.
      const rate = Math.max(0.004, 0.015 + 0.0006 * row.score + (random() - 0.5) * 0.05);
      return Array.from({ length: PERFORMANCE_DAYS }, (_none, at) => {
        const day = new Date(now.getTime() - (PERFORMANCE_DAYS - at) * DAY_MS)
          .toISOString()
          .slice(0, 10);
        const impressions = Math.round(daily * (0.7 + 0.6 * random()));
        const clicks = Math.round(impressions * rate * (0.6 + 0.8 * random()));
        return {
          site,
          entryUid: row.entryUid,
          entryDocumentId: row.entryDocumentId,
          entryLocale: row.entryLocale,
          key: `sample ${site} ${row.entryDocumentId} ${row.entryLocale} ${day}`,
          day,
          impressions,
          views: Math.round(impressions * 0.8),
          viewMs: Math.round(impressions * 0.8 * (20_000 + 40_000 * random())),
          clicks,
          goals: Math.round(clicks * 0.2),
          revenue: 0,
          isSample: true,
        };
      });
    });
  await insert(strapi, 'performance', figures);
};

const KINDS = [
  { task: 'metaDescription', field: 'seo.metaDescription' },
  { task: 'title', field: 'title' },
  { task: 'summary', field: 'summary' },
  { task: 'keyphrases', field: '' },
] as const;
const STATES = ['accepted', 'accepted', 'edited', 'rejected', 'open'] as const;
const PEOPLE = ['Mara Lindqvist', 'Tom Adeyemi', 'Ines Carvalho'];

const seedSuggestions = async (strapi: Core.Strapi, { latest, site, now, random }: Part) => {
  const articles = latest
    .filter(({ entryUid }) => entryUid === 'api::article.article')
    .slice(0, 40);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const made = articles.map((row) => {
    const { task, field } = pick(KINDS);
    const state = pick(STATES);
    const isModel = random() < 0.6;
    const value = `${row.title}: what it is about, where it happens and why it matters`;
    const createdAt = new Date(now.getTime() - Math.floor(random() * 80) * DAY_MS);
    return {
      site,
      entryUid: row.entryUid,
      entryDocumentId: row.entryDocumentId,
      entryLocale: row.entryLocale,
      field,
      task,
      provider: isModel ? 'openai' : 'local',
      model: isModel ? 'gpt-4.1-mini' : 'local-1',
      promptVersion: '1',
      tokensIn: isModel ? 700 + Math.floor(random() * 900) : 0,
      tokensOut: isModel ? 60 + Math.floor(random() * 120) : 0,
      cost: isModel ? 60 + Math.floor(random() * 60) : 0,
      before: row.title,
      values: [value],
      refused: [],
      state,
      after: state === 'accepted' || state === 'edited' ? value : null,
      userName: pick(PEOPLE),
      decidedAt: state === 'open' ? null : createdAt,
      createdAt,
      isSample: true,
    };
  });
  await insert(strapi, 'suggestion', made);

  const months = Array.from({ length: 6 }, (_none, back) => {
    const month = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - back, 1))
      .toISOString()
      .slice(0, 7);
    return {
      site,
      key: `sample ${site} ${month}`,
      month,
      userId: 0,
      reserved: 0,
      spent: Math.round((1.5 + random() * 4) * 100_000),
      calls: 120 + Math.floor(random() * 300),
      isSample: true,
    };
  });
  await insert(strapi, 'budget', months);
};

export const aiOptimizerSeed: PluginSeed = {
  plugin: 'ai-optimizer',
  what: 'scores, suggestions and experiments',
  seed: seedAiOptimizer,
};
