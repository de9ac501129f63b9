import { naturalKey } from 'suite-kit/server';
import type { SyncContext } from './context';
import type { ConflictRow, LinkRow } from './rows';

type Found = {
  kind: ConflictRow['kind'];
  path: string;
  base: unknown;
  local: unknown;
  remote: unknown;
};

export const openKey = (contentId: string, path: string) => naturalKey([contentId, path, 'open']);

/** Puts conflicts into the inbox; one that waits there already shows the newest values. */
export async function openConflicts(
  { tables, source, runId }: SyncContext,
  { link, title, conflicts }: { link: LinkRow; title: string; conflicts: Found[] },
): Promise<void> {
  for (const { kind, path, base, local, remote } of conflicts) {
    const key = openKey(link.documentId, path);
    // In an object, because a JSON column does not tell null from nothing.
    const values = { base: { value: base }, local: { value: local }, remote: { value: remote } };
    const known = await tables.conflicts.update({ key }, { ...values, kind, runId, title });
    if (known) continue;
    await tables.conflicts.create({
      ...values,
      key,
      kind,
      path,
      runId,
      title: title.slice(0, 250),
      site: source.site,
      sourceId: source.documentId,
      contentId: link.documentId,
      uid: link.localUid,
      localId: link.localId,
      locale: link.localLocale,
      state: 'open',
      isSample: source.isSample === true,
    });
  }
}

/** Conflicts that are none any more, because one side came round to the other. */
export async function closeSettled(
  { tables, now }: SyncContext,
  link: LinkRow,
  remaining: { path: string }[],
): Promise<void> {
  const open = await tables.conflicts.findMany({
    where: { contentId: link.documentId, state: 'open' },
  });
  for (const conflict of open) {
    if (remaining.some(({ path }) => path === conflict.path)) continue;
    await tables.conflicts.update(
      { id: conflict.id },
      {
        state: 'superseded',
        resolvedAt: now(),
        key: naturalKey([conflict.contentId, conflict.path, conflict.id]),
      },
    );
  }
}
