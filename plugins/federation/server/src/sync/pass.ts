import { setImmediate as breathe } from 'node:timers/promises';
import type { HeldDeletes, RunMode } from '../../../shared/contracts/runs';
import type { Counts, PreviewAction, PreviewSample } from '../../../shared/contracts/sources';
import type { TypeMapping } from '../../../shared/contracts/mappings';
import { applyPending, applyRecord } from './apply';
import { readCursor, saveCursor } from './checkpoints';
import type { SyncContext } from './context';
import { decide, decideByHash } from './decide';
import { applyDelete, decideDelete, findVanished } from './deletes';
import { saveFailure } from './link-rows';
import { preparePage, resolveRecord, type Prepared } from './prepare';
import { isLocalized } from './shapes';

export const noCounts = (): Counts => ({
  created: 0,
  updated: 0,
  unchanged: 0,
  conflicts: 0,
  deleted: 0,
  skipped: 0,
  failed: 0,
});

const COUNTED: Record<PreviewAction, keyof Counts> = {
  created: 'created',
  updated: 'updated',
  unchanged: 'unchanged',
  conflict: 'conflicts',
  deleted: 'deleted',
  skipped: 'skipped',
  failed: 'failed',
};

/** Where a pass is; enough to go on after its process was killed. */
export type PassState = {
  counts: Counts;
  held: HeldDeletes[];
  /** Types that are done. */
  finished: string[];
  /** Records of the present type that were counted. */
  counted: number;
};

export const newState = (): PassState => ({
  counts: noCounts(),
  held: [],
  finished: [],
  counted: 0,
});

type Options = {
  mode: RunMode;
  isDry: boolean;
  isDeleteAllowed: boolean;
  state: PassState;
  limit: number;
  signal?: AbortSignal;
  onProgress?: (done: number, total: number | null, note: string) => Promise<void>;
  onState?: (state: PassState) => Promise<void>;
  onSample?: (sample: PreviewSample) => void;
};

/**
 * Goes through a source once. A preview is the same pass with `isDry`: it reads and decides, and
 * stops before it writes.
 *
 * @returns false when there was more than `limit` allows.
 */
export async function pass(context: SyncContext, options: Options): Promise<boolean> {
  let isComplete = true;
  for (const mapping of context.source.mappings) {
    if (options.state.finished.includes(streamOf(mapping))) continue;
    isComplete = (await passType(context, mapping, options)) && isComplete;
    options.state.finished.push(streamOf(mapping));
    options.state.counted = 0;
    await options.onState?.(options.state);
  }
  if (!options.isDry) await settlePending(context, options.signal);
  return isComplete;
}

const streamOf = ({ remoteType, uid }: TypeMapping) => `${remoteType}>${uid}`;

async function passType(
  context: SyncContext,
  mapping: TypeMapping,
  options: Options,
): Promise<boolean> {
  const { state, signal, isDry } = options;
  const stream = streamOf(mapping);
  const model = context.model(mapping.uid);
  const isFull = options.mode !== 'changes' || (await hasUnsettled(context));
  let position = 0;
  let cursor: unknown;
  let isWhole = true;

  const pages = context.connector.read({
    type: mapping.remoteType,
    cursor: await readCursor(context, stream),
    isFull,
    allLocales: model !== undefined && isLocalized(model),
    signal,
  });
  for await (const page of pages) {
    cursor = page.cursor;
    if (page.isUnchanged) state.counts.unchanged += await countLinks(context, mapping);
    for (const prepared of await preparePage(context, mapping, page.records)) {
      signal?.throwIfAborted();
      const action = await settleRecord(context, prepared, options);
      position += 1;
      // After a restart the first ones were counted already; now they are unchanged.
      if (position > state.counted) {
        state.counts[COUNTED[action]] += 1;
        state.counted = position;
      }
      await options.onProgress?.(position, page.total, mapping.remoteType);
      // Requests of visitors and editors come in between.
      await breathe();
    }
    await options.onState?.(state);
    if (position >= options.limit) {
      isWhole = false;
      break;
    }
  }
  if (!isWhole) return false;
  await settleVanished(context, mapping, options);
  // Only now: everything before the cursor is written.
  if (!isDry) await saveCursor(context, stream, cursor);
  return true;
}

async function settleRecord(
  context: SyncContext,
  prepared: Prepared,
  { isDry, onSample }: Options,
): Promise<PreviewAction> {
  const { record } = prepared;
  const tell = (action: PreviewAction, fields: string[], note: string | null = null) => {
    onSample?.({
      action,
      remoteType: record.type,
      remoteId: record.id,
      title: record.title,
      fields,
      note,
    });
    return action;
  };
  const quick = decideByHash(prepared);
  if (quick) return tell(quick, []);
  try {
    const resolved = await resolveRecord(context, prepared);
    if (!isDry) {
      const { action, fields } = await applyRecord(context, prepared, resolved);
      return tell(action, fields);
    }
    const { action, merge, remote, note } = await decide(context, prepared, resolved);
    const fields = merge
      ? [...merge.changed, ...merge.conflicts.map(({ path }) => path)]
      : Object.keys(remote);
    return tell(action, fields, note);
  } catch (error) {
    await context.assertMine();
    const text = error instanceof Error ? error.message : String(error);
    context.warn(`${record.title || record.id}: ${text}`);
    if (!isDry) await saveFailure(context, prepared, text);
    return tell('failed', [], text);
  }
}

async function settleVanished(context: SyncContext, mapping: TypeMapping, options: Options) {
  const { state, isDry, isDeleteAllowed, signal, onSample } = options;
  const { links, held } = await findVanished(context, mapping, {
    isAllowed: isDeleteAllowed,
    signal,
  });
  if (held) {
    state.held.push(held);
    context.warn(
      `${held.count} entries of "${held.remoteType}" are gone at the source at once. Nothing was removed: confirm it in the run.`,
    );
  }
  for (const link of links) {
    signal?.throwIfAborted();
    const decision = isDry
      ? (await decideDelete(context, link)).decision
      : await applyDelete(context, link);
    if (decision === 'unchanged' || decision === 'skipped') continue;
    state.counts[COUNTED[decision]] += 1;
    onSample?.({
      action: decision,
      remoteType: link.remoteType,
      remoteId: link.remoteId,
      title: link.metadata?.title ?? '',
      fields: [],
      note: null,
    });
    await breathe();
  }
}

/** Failed records are only found again by reading everything. */
const hasUnsettled = async ({ tables, source }: SyncContext) =>
  (await tables.statuses.count({ sourceId: source.documentId, status: 'error' })) > 0;

const countLinks = ({ tables, source }: SyncContext, { remoteType, uid }: TypeMapping) =>
  tables.links.count({ sourceId: source.documentId, remoteType, localUid: uid });

/** Links that came before their targets: also those that wait since an earlier run. */
async function settlePending(context: SyncContext, signal?: AbortSignal) {
  const { tables, source } = context;
  const waiting = await tables.statuses.findMany({
    where: { sourceId: source.documentId, status: { $in: ['pending', 'conflict'] } },
  });
  for (const { contentId } of waiting) {
    signal?.throwIfAborted();
    const link = await tables.links.findOne({ documentId: contentId });
    if (link?.mode === 'synced') await applyPending(context, link);
    await breathe();
  }
}
