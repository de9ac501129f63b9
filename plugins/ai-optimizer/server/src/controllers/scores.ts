import { Readable } from 'node:stream';
import type { Core } from '@strapi/strapi';
import { handle, siteNumberFor, siteScope, type Ctx } from 'suite-kit/server';
import { DEFAULT_WEIGHTS } from '../../../shared/analysis';
import {
  analyzeBody,
  entryParams,
  keyphraseBody,
  listScoresQuery,
  localeQuery,
  overviewQuery,
  rescoreBody,
  runParams,
  typeParams,
  type PanelType,
  type ScoreFilters,
} from '../../../shared/contracts/scores';
import { ACTION } from '../../../shared/plugin';
import { errors } from '../errors';
import { service } from '../services/service';
import { assertReadable, canDo, personOf, readableOf } from './helpers';

export default ({ strapi }: { strapi: Core.Strapi }) => {
  const scores = () => service(strapi, 'scores');
  const uidsFor = (ctx: Ctx) =>
    readableOf(
      ctx,
      service(strapi, 'entries')
        .typesOf()
        .map(({ uid }) => uid),
    );
  /** A form of the network view belongs to no site; then the settings for all sites hold. */
  const siteOfForm = () => (siteScope(strapi).kind === 'network' ? 0 : siteNumberFor(strapi));

  return {
    analyze: handle({ body: analyzeBody }, async ({ body, ctx }) => {
      assertReadable(ctx, body.uid);
      const { uid, locale, document, keyphrase, synonyms } = body;
      return {
        data: await scores().analyse(
          { uid, locale },
          document,
          { keyphrase, synonyms },
          siteOfForm(),
        ),
      };
    }),

    /** What the panel needs to analyse by itself. */
    type: handle(
      {
        params: typeParams,
        query: localeQuery.extend({ documentId: entryParams.shape.documentId.optional() }),
      },
      async ({ params, query, ctx }) => {
        assertReadable(ctx, params.uid);
        const entries = service(strapi, 'entries');
        const values = await service(strapi, 'settings').values(siteOfForm());
        const { locale, documentId } = query;
        const phrase = documentId
          ? await scores().keyphraseOf({ uid: params.uid, documentId, locale })
          : { keyphrase: '', synonyms: [] };
        const data: PanelType = {
          schema: entries.schemaOf(params.uid),
          name: entries.typeOf(params.uid).info.displayName,
          weights: { ...DEFAULT_WEIGHTS, ...values.weights },
          terms: values.terms,
          warnBelow: values.warnBelow,
          canSuggest: canDo(ctx, ACTION.suggest),
          provider: values.provider,
          ...phrase,
        };
        return { data };
      },
    ),

    find: handle({ query: listScoresQuery }, async ({ query, ctx }) => {
      const { data, pagination } = await scores().list(query, uidsFor(ctx));
      return { data, meta: { pagination } };
    }),

    overview: handle({ query: overviewQuery }, async ({ query, ctx }) => ({
      data: await scores().overview(query, uidsFor(ctx)),
    })),

    /** Spreadsheet of what the list shows, streamed. */
    async export(ctx: Ctx) {
      const query = overviewQuery.safeParse(ctx.query);
      const filters: ScoreFilters = query.success ? query.data : {};
      ctx.type = 'text/csv; charset=utf-8';
      ctx.attachment('quality.csv');
      ctx.body = Readable.from(csvOf(scores().all(filters, uidsFor(ctx))));
    },

    findOne: handle({ params: entryParams, query: localeQuery }, async ({ params, query, ctx }) => {
      assertReadable(ctx, params.uid);
      return { data: await scores().ofEntry({ ...params, ...query }) };
    }),

    setKeyphrase: handle(
      { params: entryParams, body: keyphraseBody },
      async ({ params, body, ctx }) => {
        assertReadable(ctx, params.uid);
        const { locale, ...phrase } = body;
        const ref = { ...params, locale };
        await service(strapi, 'entries').readOrFail(ref);
        return { data: await scores().setKeyphrase(ref, phrase) };
      },
    ),

    rescore: handle({ body: rescoreBody }, async ({ body, ctx }) => ({
      data: await service(strapi, 'jobs').rescore({ ...body, startedBy: personOf(ctx).name }),
      status: 202,
    })),

    run: handle({ params: runParams }, async ({ params }) => {
      const data = await service(strapi, 'jobs').find(params.id);
      if (!data) throw errors.ENTRY_NOT_FOUND();
      return { data };
    }),

    latestRun: handle({}, async () => ({ data: await service(strapi, 'jobs').latest() })),

    cancelRun: handle({ params: runParams }, async ({ params }) => {
      const data = await service(strapi, 'jobs').cancel(params.id);
      if (!data) throw errors.ENTRY_NOT_FOUND();
      return { data };
    }),
  };
};

type Row = {
  title: string;
  uid: string;
  documentId: string;
  locale: string;
  site: number;
  score: number;
  words: number;
  takenAt: string;
};
const COLUMNS = [
  'title',
  'uid',
  'documentId',
  'locale',
  'site',
  'score',
  'words',
  'takenAt',
] as const;

async function* csvOf(rows: AsyncIterable<Row>) {
  yield `\ufeff${COLUMNS.join(',')}\r\n`;
  for await (const row of rows) yield `${COLUMNS.map((name) => cell(row[name])).join(',')}\r\n`;
}

/** Quoted; what a spreadsheet would take for a formula gets an apostrophe. */
function cell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return `"${safe.replaceAll('"', '""')}"`;
}
