import { naturalKey } from 'suite-kit/server';
import type { SyncContext } from './context';

const keyOf = ({ source }: SyncContext, stream: string) => naturalKey([source.documentId, stream]);

export async function readCursor(context: SyncContext, stream: string): Promise<unknown> {
  const row = await context.tables.checkpoints.findOne({ key: keyOf(context, stream) });
  return row?.cursor ?? null;
}

export async function saveCursor(context: SyncContext, stream: string, cursor: unknown) {
  if (cursor === undefined) return;
  const { tables, source } = context;
  const key = keyOf(context, stream);
  const known = await tables.checkpoints.update({ key }, { cursor });
  if (known) return;
  await tables.checkpoints.create({
    key,
    stream,
    cursor,
    site: source.site,
    sourceId: source.documentId,
    isSample: source.isSample === true,
  });
}
