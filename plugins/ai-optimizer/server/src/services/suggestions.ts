import type { Core } from '@strapi/strapi';
import { naturalKey, rowsOf, siteNumberFor } from 'suite-kit/server';
import type {
  Decision,
  ListSuggestionsQuery,
  SuggestBody,
  Suggestion,
  SuggestionListRow,
} from '../../../shared/contracts/suggestions';
import { UID } from '../../../shared/plugin';
import { guessLanguage } from '../adapters/guess-language';
import { buildTask } from '../core/suggest/build-task';
import { setAt, textAt } from '../core/suggest/field-value';
import { PROMPT_VERSION } from '../core/suggest/prompt';
import { unsafeReasons } from '../core/suggest/safety';
import { errors } from '../errors';
import { COST_UNITS } from './budget';
import { service } from './service';

export type Person = { id: number; name: string };
type State = 'open' | 'accepted' | 'edited' | 'rejected' | 'undone' | 'refused';

export type SuggestionRow = {
  id: number;
  site: number;
  entryUid: string;
  entryDocumentId: string;
  entryLocale: string;
  field: string;
  task: string;
  provider: string;
  model: string;
  cost: number;
  before: string | null;
  values: string[];
  refused: { value: string; reasons: string[] }[];
  state: State;
  after: string | null;
  userName: string | null;
  isCached: boolean;
  createdAt: string;
};

const CACHE_DAYS = 30;
const DAY_MS = 86_400_000;
/** From which state a decision may be taken. */
const FROM: Readonly<Record<Decision['state'], readonly State[]>> = {
  accepted: ['open', 'undone', 'rejected'],
  edited: ['open', 'undone', 'rejected'],
  rejected: ['open'],
  undone: ['accepted', 'edited'],
};

/** Suggestions: made, judged for safety, stored with everything about them, decided on by people. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const rows = () => rowsOf<SuggestionRow>(strapi, UID.suggestion);

  async function fromCache(cacheKey: string): Promise<SuggestionRow | null> {
    const since = new Date(Date.now() - CACHE_DAYS * DAY_MS);
    const [row] = await rows().findMany({
      where: { cacheKey, state: { $ne: 'refused' }, createdAt: { $gt: since } },
      orderBy: { id: 'desc' },
      limit: 1,
    });
    return row ?? null;
  }

  async function findOrFail(id: number): Promise<SuggestionRow> {
    const row = await rows().findOne({ id });
    if (!row) throw errors.SUGGESTION_NOT_FOUND();
    return row;
  }

  return {
    async create(
      body: SuggestBody,
      person: Person,
      options: { signal?: AbortSignal; site?: number } = {},
    ): Promise<Suggestion> {
      const site = siteNumberFor(strapi, options.site);
      const entries = service(strapi, 'entries');
      const values = await service(strapi, 'settings').values(site);
      const task = buildTask({
        kind: body.task,
        locale: body.locale,
        field: body.field,
        nodes: entries.nodesOf(body.uid, body.document),
        keyphrase: body.keyphrase,
        passage: body.passage,
        brandVoice: values.brandVoice,
        count: body.count,
        maxLength: maxLengthOf(entries.typeOf(body.uid).attributes, body.field),
      });
      const cacheKey = naturalKey([
        'suggestion',
        JSON.stringify(task),
        PROMPT_VERSION,
        values.provider,
        values.provider === 'local' ? '' : values.model,
        values.baseUrl,
      ]);
      const cached = await fromCache(cacheKey);
      const base = {
        site,
        entryUid: body.uid,
        entryDocumentId: body.documentId,
        entryLocale: body.locale,
        field: body.field,
        task: body.task,
        promptVersion: PROMPT_VERSION,
        before: task.before,
        userId: person.id,
        userName: person.name,
        cacheKey,
      };
      if (cached) {
        const { provider, model } = cached;
        const row = await rows().create({
          ...base,
          provider,
          model,
          values: cached.values,
          refused: [],
          state: 'open',
          isCached: true,
        });
        return toSuggestion(row);
      }

      const { result, provider, units, durationMs } = await service(strapi, 'providers').call({
        name: `suggest:${body.task}`,
        site,
        userId: person.id,
        signal: options.signal,
        estimate: (one) => one.estimate(task),
        work: (one, signal) => one.suggest(task, { signal }),
      });
      const judged = result.values.map((value) => ({
        value,
        reasons: unsafeReasons(value, task, { guessLanguage }),
      }));
      const safe = judged
        .filter(({ reasons }) => reasons.length === 0)
        .map(({ value }) => value.trim());
      const refused = judged.filter(({ reasons }) => reasons.length > 0);
      const row = await rows().create({
        ...base,
        provider: provider.id,
        model: result.model,
        tokensIn: result.usage.tokensIn,
        tokensOut: result.usage.tokensOut,
        cost: units,
        values: safe,
        refused: refused.map(({ value, reasons }) => ({ value: value.slice(0, 500), reasons })),
        state: safe.length > 0 ? 'open' : 'refused',
        durationMs,
      });
      if (safe.length > 0) return toSuggestion(row);
      if (refused.length === 0) throw errors.NO_SUGGESTION();
      throw errors.UNSAFE_ANSWER({
        details: { reasons: [...new Set(refused.flatMap(({ reasons }) => reasons))] },
      });
    },

    async decide(id: number, { state, after }: Decision): Promise<SuggestionRow> {
      const row = await findOrFail(id);
      if (!FROM[state].includes(row.state)) {
        throw state === 'undone' ? errors.NOT_ACCEPTED() : errors.ALREADY_DECIDED();
      }
      const kept = state === 'undone' ? {} : { after: after ?? null };
      const updated = await rows().update(
        { id, state: row.state },
        { state, ...kept, decidedAt: new Date() },
      );
      // Somebody else was faster.
      if (!updated) throw errors.ALREADY_DECIDED();
      return updated;
    },

    /** Gives a saved field its former text back, as a draft, unless it was edited since. */
    async undo(id: number): Promise<SuggestionRow> {
      const row = await findOrFail(id);
      if (row.state !== 'accepted' && row.state !== 'edited') throw errors.NOT_ACCEPTED();
      const { entryUid: uid, entryDocumentId: documentId, entryLocale: locale } = row;
      const entry = await service(strapi, 'entries').readOrFail({ uid, documentId, locale });
      if (textAt(entry, row.field) !== (row.after ?? '')) throw errors.EDITED_SINCE();
      const data = setAt(entry, row.field, row.before ?? '');
      if (!data) throw errors.EDITED_SINCE();
      await strapi.documents(uid as 'api::article.article').update({
        documentId,
        ...(locale ? { locale } : {}),
        data: data as never,
      });
      return this.decide(id, { state: 'undone' });
    },

    findOrFail,

    async list({ state, page, pageSize }: ListSuggestionsQuery, uids: readonly string[]) {
      const where = { entryUid: { $in: [...uids] }, ...(state ? { state } : {}) };
      const found = await rows().findPage({ where, orderBy: { id: 'desc' }, page, pageSize });
      return { data: found.rows.map(toListRow), pagination: found.pagination };
    },

    async ofEntry({
      uid,
      documentId,
      locale,
    }: {
      uid: string;
      documentId: string;
      locale: string;
    }) {
      const where = {
        entryUid: uid,
        entryDocumentId: documentId,
        entryLocale: locale,
        state: { $ne: 'refused' },
      };
      return (await rows().findMany({ where, orderBy: { id: 'desc' }, limit: 20 })).map(toListRow);
    },
  };
};

const toSuggestion = (row: SuggestionRow): Suggestion => ({
  id: row.id,
  task: row.task,
  field: row.field,
  before: row.before ?? '',
  values: row.values,
  provider: row.provider,
  model: row.model,
  cost: row.cost / COST_UNITS,
  refused: row.refused.length,
  isCached: row.isCached,
});

const toListRow = (row: SuggestionRow): SuggestionListRow => ({
  id: row.id,
  uid: row.entryUid,
  documentId: row.entryDocumentId,
  locale: row.entryLocale,
  site: row.site,
  field: row.field,
  task: row.task,
  provider: row.provider,
  model: row.model,
  cost: row.cost / COST_UNITS,
  state: row.state,
  before: row.before ?? '',
  values: row.values,
  after: row.after,
  userName: row.userName,
  createdAt: row.createdAt,
});

/** What the schema allows in a field of the entry itself. */
function maxLengthOf(attributes: object, field: string): number | undefined {
  const attribute = (attributes as Record<string, { maxLength?: number } | undefined>)[field];
  return attribute?.maxLength;
}
