import type { Core } from '@strapi/strapi';
import { publishTiming } from 'suite-kit/server';
import { createContext } from '../sync/context';
import { createMediaStore } from '../sync/media';
import { newState, pass, type PassState } from '../sync/pass';
import type { SourceRow } from '../sync/rows';
import { applyMapping } from '../core/map/apply-mapping';
import { shapeOf } from '../sync/shapes';
import type { TypeMapping } from '../../../shared/contracts/mappings';
import type { RunMode, RunResult } from '../../../shared/contracts/runs';
import type { Preview, PreviewSample, SampleRecord } from '../../../shared/contracts/sources';
import { service } from './service';
import { toSourceError, type OpenConnection } from './connections';

/** A preview shows some of each kind, not all of one. */
const SAMPLES_PER_ACTION = 10;
const SAMPLE_RECORDS = 5;

type RunOptions = {
  runId: string;
  actor: string | null;
  mode: RunMode;
  isDeleteAllowed?: boolean;
  state?: PassState;
  signal?: AbortSignal;
  assertMine?: () => Promise<void>;
  onProgress?: (done: number, total: number | null, note: string) => Promise<void>;
  onState?: (state: PassState) => Promise<void>;
};

/** Reading a source and bringing it in line with what is here. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const connections = () => service(strapi, 'connections');

  function partsOf(source: SourceRow) {
    const { secret, ...row } = source;
    const token = connections().open(secret);
    const headers: Record<string, string> =
      source.type === 'strapi' && token ? { authorization: `Bearer ${token}` } : {};
    const connector = connections().connector({ ...row, secret: token });
    const media = createMediaStore({
      strapi,
      source,
      http: connections().http(),
      maxBytes: connections().config().maxMediaBytes,
      headers,
    });
    return { source, connector, media, config: connections().config() };
  }

  return {
    /** For work on entries that are linked already: nothing of it asks the source. */
    contextOf(
      source: SourceRow,
      { runId = null, actor = null }: { runId?: string | null; actor?: string | null } = {},
    ) {
      const parts = partsOf({ ...source, secret: null });
      return createContext(strapi, { ...parts, runId, actor });
    },

    async run(source: SourceRow, options: RunOptions): Promise<RunResult> {
      const startedAt = performance.now();
      const { state = newState(), mode, isDeleteAllowed = false, ...rest } = options;
      const parts = partsOf(source);
      const context = await createContext(strapi, { ...parts, ...rest });
      let isOk = false;
      try {
        const isComplete = await pass(context, {
          ...rest,
          mode,
          state,
          isDeleteAllowed,
          isDry: false,
          limit: parts.config.maxRecordsPerRun,
        });
        if (!isComplete) context.warn('There is more than one run reads: start another one.');
        isOk = true;
      } catch (error) {
        throw toSourceError(error);
      } finally {
        await parts.media.close();
        publishTiming('federation', {
          name: 'run',
          durationMs: performance.now() - startedAt,
          site: source.site,
          ok: isOk,
          labels: { type: source.type, source: source.name },
          values: { ...state.counts },
        });
      }
      return {
        counts: state.counts,
        warnings: [...context.warnings],
        held: state.held,
        durationMs: Math.round(performance.now() - startedAt),
      };
    },

    /** What a run would do now, by the same steps, writing nothing. */
    async preview(source: SourceRow): Promise<Preview> {
      const parts = partsOf(source);
      const context = await createContext(strapi, { ...parts, runId: null, actor: null });
      const state = newState();
      const samples: PreviewSample[] = [];
      const onSample = (sample: PreviewSample) => {
        const shown = samples.filter(({ action }) => action === sample.action).length;
        if (shown < SAMPLES_PER_ACTION) samples.push(sample);
      };
      try {
        const isComplete = await pass(context, {
          mode: 'changes',
          isDry: true,
          isDeleteAllowed: false,
          state,
          limit: parts.config.maxRecordsPerPreview,
          onSample,
        });
        return { counts: state.counts, samples, warnings: [...context.warnings], isComplete };
      } catch (error) {
        throw toSourceError(error);
      } finally {
        await parts.media.close();
      }
    },

    /** A few records, as they are there and as the mapping makes them. */
    async sample(connection: OpenConnection, mapping: TypeMapping): Promise<SampleRecord[]> {
      const shape = shapeOf(strapi, mapping.uid);
      const pages = connections().connector(connection).read({
        type: mapping.remoteType,
        cursor: null,
        isFull: true,
        allLocales: false,
      });
      try {
        for await (const { records } of pages) {
          return records.slice(0, SAMPLE_RECORDS).map(({ id, title, data }) => {
            const { values, wanted } = applyMapping(data, mapping, shape);
            return { id, title, remote: data, mapped: { ...values, ...wanted } };
          });
        }
        return [];
      } catch (error) {
        throw toSourceError(error);
      }
    },
  };
};
