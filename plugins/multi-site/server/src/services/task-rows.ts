import { naturalKey } from 'suite-kit/server';
import type { TaskEvent } from '../../../shared/contracts/tasks';

/** A row of the table of tasks as Strapi returns it. */
export type TaskRow = {
  id: number;
  documentId: string;
  site: number;
  entryUid: string;
  entryDocumentId: string;
  entryLocale: string | null;
  stage: string;
  assigneeId: number | null;
  dueOn: string | null;
  history: TaskEvent[] | null;
  version: number;
  updatedAt: string;
};

/** What a task is about. `locale` is '' where the type is not translated. */
export type TaskEntry = { site: number; uid: string; documentId: string; locale: string };

/** Longer histories lose their oldest lines. */
const MAX_EVENTS = 300;

export const withEvents = (history: readonly TaskEvent[] | null, events: readonly TaskEvent[]) =>
  [...(history ?? []), ...events].slice(-MAX_EVENTS);

export const keyOf = ({ site, uid, documentId, locale }: TaskEntry) =>
  naturalKey([site, uid, documentId, locale]);

/** A whole row, because Strapi's export expects its own columns to be filled. */
export function toTaskRow(entry: TaskEntry & { stage: string }) {
  const key = keyOf(entry);
  const now = new Date();
  return {
    key,
    document_id: key.slice(0, 24),
    site: entry.site,
    entry_uid: entry.uid,
    entry_document_id: entry.documentId,
    entry_locale: entry.locale,
    stage: entry.stage,
    history: '[]',
    version: 1,
    is_sample: false,
    created_at: now,
    updated_at: now,
    published_at: now,
  };
}
