import type { Core } from '@strapi/strapi';
import { naturalKey, rowsOf, siteNumberFor } from 'suite-kit/server';
import { analyse, ENGINE_VERSION, type Analysis, type Light } from '../../../shared/analysis';
import type {
  EntryScore,
  ListScoresQuery,
  Overview,
  ScoreFilters,
  ScoreRow,
} from '../../../shared/contracts/scores';
import { UID } from '../../../shared/plugin';
import { overviewOf, type Measured } from '../core/scores/overview';
import type { EntryRef } from './entries';
import { service } from './service';

type CheckSummary = { id: string; light: Light; value: number; weight: number };
type Row = {
  id: number;
  site: number;
  entryUid: string;
  entryDocumentId: string;
  entryLocale: string;
  title: string | null;
  score: number;
  words: number;
  checks: CheckSummary[] | null;
  takenAt: string;
  engineVersion: string;
};
type KeyphraseRow = { phrase: string | null; synonyms: string[] | null };

const TREND_DAYS = 90;
const DAY_MS = 86_400_000;
/** An overview is made from at most this many entries. */
const MAX_ENTRIES = 20_000;

export const dayOf = (date: Date | string | number) => new Date(date).toISOString().slice(0, 10);

/** Scores of entries: made, kept with their history, listed and summed up. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const rows = () => rowsOf<Row>(strapi, UID.score);
  const keyphrases = () => rowsOf<KeyphraseRow>(strapi, UID.keyphrase);
  const entries = () => service(strapi, 'entries');
  const refWhere = ({ uid, documentId, locale }: EntryRef) => ({
    entryUid: uid,
    entryDocumentId: documentId,
    entryLocale: locale,
  });

  async function keyphraseOf(ref: EntryRef) {
    const row = await keyphrases().findOne(refWhere(ref));
    return { keyphrase: row?.phrase ?? '', synonyms: row?.synonyms ?? [] };
  }

  async function analysisOf(
    ref: { uid: string; locale: string },
    document: Record<string, unknown>,
    options: { site: number; keyphrase: string; synonyms: readonly string[] },
  ): Promise<Analysis> {
    const settings = service(strapi, 'settings');
    const values = await settings.values(options.site);
    const updatedAt =
      typeof document.updatedAt === 'string' ? Date.parse(document.updatedAt) : undefined;
    return analyse(entries().nodesOf(ref.uid, document), {
      locale: ref.locale || 'en',
      keyphrase: options.keyphrase,
      synonyms: options.synonyms,
      weights: values.weights,
      terms: settings.termsFor(values, ref.locale || 'en'),
      updatedAt,
      now: Date.now(),
    });
  }

  function whereOf({ uid, locale, site, q, min, max }: ScoreFilters, uids: readonly string[]) {
    return {
      isLatest: true,
      entryUid: uid ? (uids.includes(uid) ? uid : '') : { $in: [...uids] },
      ...(locale === undefined ? {} : { entryLocale: locale }),
      ...(site === undefined ? {} : { site }),
      ...(q ? { title: { $containsi: q } } : {}),
      ...(min === undefined && max === undefined
        ? {}
        : { score: { $gte: min ?? 0, $lte: max ?? 100 } }),
    };
  }

  return {
    keyphraseOf,

    /** Of what stands in a form; nothing is stored. */
    analyse: (
      ref: { uid: string; locale: string },
      document: Record<string, unknown>,
      phrase: { keyphrase: string; synonyms: string[] },
      site: number,
    ) => analysisOf(ref, document, { site, ...phrase }),

    /** Measures an entry of the running code's site and keeps the result; null if it is gone. */
    async measure(ref: EntryRef): Promise<Analysis | null> {
      const entry = await entries().read(ref);
      if (!entry) {
        await rows().deleteMany(refWhere(ref));
        return null;
      }
      const site = siteNumberFor(strapi);
      const phrase = await keyphraseOf(ref);
      const analysis = await analysisOf(ref, entry, { site, ...phrase });
      const checks = analysis.checks.map(({ id, light, value, weight }) => ({
        id,
        light,
        value,
        weight,
      }));
      const latest = await rows().findOne({ ...refWhere(ref), isLatest: true });
      const data = {
        ...refWhere(ref),
        site,
        title: entries().titleOf(ref.uid, entry),
        score: analysis.score,
        words: analysis.figures.words,
        checks,
        formulas: analysis.figures.formulas,
        engineVersion: ENGINE_VERSION,
        isLatest: true,
        takenAt: new Date(),
      };
      // One measurement a day and entry: saving ten times in an hour is one point of the trend.
      if (latest && dayOf(latest.takenAt) === dayOf(data.takenAt))
        await rows().update({ id: latest.id }, data);
      else {
        await rows().updateMany({ ...refWhere(ref), isLatest: true }, { isLatest: false });
        await rows().create(data);
      }
      return analysis;
    },

    async setKeyphrase(ref: EntryRef, phrase: { keyphrase: string; synonyms: string[] }) {
      const site = siteNumberFor(strapi);
      const key = naturalKey(['keyphrase', ref.uid, ref.documentId, ref.locale]);
      const data = {
        ...refWhere(ref),
        key,
        site,
        phrase: phrase.keyphrase,
        synonyms: phrase.synonyms,
      };
      const updated = await keyphrases().update({ key }, data);
      if (!updated) await keyphrases().create(data);
      return this.measure(ref);
    },

    async forget(ref: { uid: string; documentId: string; locale?: string }) {
      const where = {
        entryUid: ref.uid,
        entryDocumentId: ref.documentId,
        ...(ref.locale === undefined ? {} : { entryLocale: ref.locale }),
      };
      await rows().deleteMany(where);
    },

    async list({ sort, page, pageSize, ...filters }: ListScoresQuery, uids: readonly string[]) {
      const [field = 'score', direction = 'asc'] = sort.split(':');
      const orderBy = [{ [field]: direction }, { id: 'asc' }];
      const found = await rows().findPage({
        where: whereOf(filters, uids),
        orderBy,
        page,
        pageSize,
      });
      const seen = await service(strapi, 'performance').recent(
        found.rows.map(({ entryDocumentId }) => entryDocumentId),
      );
      return {
        data: found.rows.map(
          (row): ScoreRow => toScoreRow(row, seen.get(refKey(row))?.impressions ?? null),
        ),
        pagination: found.pagination,
      };
    },

    async overview(filters: ScoreFilters, uids: readonly string[]): Promise<Overview> {
      const where = whereOf(filters, uids);
      const found = await rows().findMany({ where, limit: MAX_ENTRIES });
      const seen = await service(strapi, 'performance').recent();
      const measured = found.map((row): Measured => {
        const figures = seen.get(refKey(row));
        return {
          uid: row.entryUid,
          locale: row.entryLocale,
          site: row.site,
          score: row.score,
          poor: (row.checks ?? []).filter(({ light }) => light === 'poor').map(({ id }) => id),
          impressions: figures?.impressions ?? null,
          actions: figures?.actions ?? 0,
        };
      });
      const names = new Map(
        entries()
          .typesOf()
          .map(({ uid, info }) => [uid, info.displayName]),
      );
      const trend = await this.trend({ ...where, isLatest: { $in: [true, false] } });
      return overviewOf(measured, { trend, nameOf: (uid) => names.get(uid) ?? uid });
    },

    /** Mean score by day of what was measured up to then. */
    async trend(where: Record<string, unknown>): Promise<Overview['trend']> {
      const since = new Date(Date.now() - TREND_DAYS * DAY_MS);
      const found = await rows().findMany({
        where: { ...where, takenAt: { $gte: since } },
        select: ['entryUid', 'entryDocumentId', 'entryLocale', 'score', 'takenAt'],
        orderBy: { takenAt: 'asc' },
        limit: MAX_ENTRIES * 3,
      });
      const current = new Map<string, number>();
      const days = new Map<string, number>();
      for (const row of found) {
        current.set(refKey(row), row.score);
        const total = [...current.values()].reduce((sum, score) => sum + score, 0);
        days.set(dayOf(row.takenAt), Math.round((10 * total) / current.size) / 10);
      }
      return [...days].map(([day, score]) => ({ day, score }));
    },

    async ofEntry(ref: EntryRef): Promise<EntryScore> {
      const entry = await entries().readOrFail(ref);
      const phrase = await keyphraseOf(ref);
      const history = await rows().findMany({
        where: refWhere(ref),
        orderBy: { takenAt: 'asc' },
        select: ['score', 'takenAt'],
        limit: 365,
      });
      return {
        entry: { ...ref, title: entries().titleOf(ref.uid, entry) },
        analysis: await analysisOf(ref, entry, {
          site: siteNumberFor(strapi, await this.siteOf(ref)),
          ...phrase,
        }),
        ...phrase,
        history: history.map(({ score, takenAt }) => ({ day: dayOf(takenAt), score })),
        performance: await service(strapi, 'performance').ofEntry(ref),
        suggestions: await service(strapi, 'suggestions').ofEntry(ref),
      };
    },

    /** Of the network view, which belongs to no site: the row's. */
    async siteOf(ref: EntryRef): Promise<number | undefined> {
      return (await rows().findOne({ ...refWhere(ref), isLatest: true }))?.site;
    },

    /** Every row that fits, one after the other, for a download. */
    async *all(filters: ScoreFilters, uids: readonly string[]): AsyncGenerator<ScoreRow> {
      const where = whereOf(filters, uids);
      for (let last = 0; ; ) {
        const found = await rows().findMany({
          where: { $and: [where, { id: { $gt: last } }] },
          orderBy: { id: 'asc' },
          limit: 500,
        });
        for (const row of found) yield toScoreRow(row, null);
        const end = found.at(-1);
        if (!end || found.length < 500) return;
        last = end.id;
      }
    },
  };
};

const refKey = (row: { entryUid: string; entryDocumentId: string; entryLocale: string }) =>
  `${row.entryUid} ${row.entryDocumentId} ${row.entryLocale}`;

function toScoreRow(row: Row, impressions: number | null): ScoreRow {
  const lights = { good: 0, fair: 0, poor: 0 };
  for (const { light } of row.checks ?? []) lights[light] += 1;
  return {
    id: row.id,
    uid: row.entryUid,
    documentId: row.entryDocumentId,
    locale: row.entryLocale,
    site: row.site,
    title: row.title ?? '',
    score: row.score,
    words: row.words,
    takenAt: row.takenAt,
    lights,
    impressions,
  };
}
