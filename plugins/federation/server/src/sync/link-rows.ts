import { hashOf } from '../core/canonical';
import type { Wanted } from '../core/map/apply-mapping';
import type { Doc } from '../core/shape';
import type { SyncContext } from './context';
import type { Prepared } from './prepare';
import type { LinkRow, StatusName } from './rows';

type Change = {
  localId?: string;
  base?: Doc;
  remoteHash: string;
  pending?: Record<string, Wanted[]>;
};

/** The link between a record and its entry, as it is after this step. */
export async function saveLink(
  { tables, source }: SyncContext,
  { record, uid, locale, key, link }: Prepared,
  { localId, base, remoteHash, pending }: Change,
): Promise<LinkRow> {
  const metadata = {
    ...link?.metadata,
    title: record.title.slice(0, 250),
    url: record.url,
    pending: pending ?? link?.metadata?.pending ?? {},
  };
  const data = {
    metadata,
    remoteHash,
    localLocale: locale,
    ...(localId !== undefined && { localId }),
    ...(base && { base, baseHash: hashOf(base) }),
  };
  const updated = link ? await tables.links.update({ key }, data) : null;
  return (
    updated ??
    tables.links.create({
      ...data,
      key,
      site: source.site,
      sourceId: source.documentId,
      remoteType: record.type,
      remoteId: record.id,
      remoteLocale: record.locale,
      localUid: uid,
      localId: localId ?? '',
      mode: 'synced',
      isSample: source.isSample === true,
    })
  );
}

/** How the record stands now; a good step forgets failed ones. */
export async function saveStatus(
  { tables, source, runId, now }: Pick<SyncContext, 'tables' | 'source' | 'runId' | 'now'>,
  link: LinkRow,
  {
    status,
    error = null,
    attempts = 0,
  }: { status: StatusName; error?: string | null; attempts?: number },
): Promise<void> {
  const data = { status, lastError: error, attempts, lastSync: now(), runId, nextAttempt: null };
  const known = await tables.statuses.update({ contentId: link.documentId }, data);
  if (known) return;
  await tables.statuses.create({
    ...data,
    contentId: link.documentId,
    sourceId: source.documentId,
    site: source.site,
    isSample: source.isSample === true,
  });
}

/**
 * A record that could not be written is tried again in the next runs, and after that set aside
 * until it changes at the source or somebody asks for it. The others go on.
 */
export async function saveFailure(
  context: SyncContext,
  prepared: Prepared,
  error: string,
): Promise<{ isSetAside: boolean }> {
  const known = prepared.link
    ? await context.tables.statuses.findOne({ contentId: prepared.link.documentId })
    : null;
  const attempts = (known?.attempts ?? 0) + 1;
  const isSetAside = attempts >= context.config.maxAttempts;
  const link = await saveLink(context, prepared, {
    // Without the hash it is looked at again; with it, only when it changes.
    remoteHash: isSetAside ? prepared.remoteHash : '',
  });
  const status = isSetAside ? 'quarantined' : 'error';
  await saveStatus(context, link, { status, error: error.slice(0, 1_000), attempts });
  return { isSetAside };
}
