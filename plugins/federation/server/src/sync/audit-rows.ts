import type { Lost } from '../core/merge/document';
import type { Doc } from '../core/shape';
import type { SyncContext } from './context';
import { titleOf, type Place } from './entries';
import type { LinkRow } from './rows';

type Entry = {
  action: string;
  link: LinkRow;
  place: Place;
  before: Doc | null;
  after: Doc | null;
  lost?: Lost[];
  /** The link before this step. */
  previous: LinkRow | null;
};

/** One line of the audit: it is what undo restores from, and where lost values stay readable. */
export async function recordAudit(
  {
    tables,
    source,
    runId,
    actor,
    now,
  }: Pick<SyncContext, 'tables' | 'source' | 'runId' | 'actor' | 'now'>,
  { action, link, place, before, after, lost = [], previous }: Entry,
): Promise<void> {
  await tables.audit.create({
    site: source.site,
    at: now(),
    action,
    actor,
    runId,
    sourceId: source.documentId,
    contentId: link.documentId,
    uid: place.uid,
    localId: place.documentId,
    locale: place.locale,
    title: (titleOf(after ?? {}) || titleOf(before ?? {}) || link.metadata?.title || '').slice(
      0,
      250,
    ),
    before,
    after,
    lost,
    link: previous && {
      base: previous.base,
      remoteHash: previous.remoteHash,
      localId: previous.localId,
    },
    isSample: source.isSample === true,
  });
}
