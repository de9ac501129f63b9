import { getFetchClient } from '@strapi/strapi/admin';
import type { ShareLabel, ShareLabelsResponse } from '../../../shared/contracts/shares';

type Wanted = { contentType: string; documentId: string };
type Waiting = Wanted & {
  resolve: (label: ShareLabel | null) => void;
  reject: (cause: unknown) => void;
};

/** Cells of a list ask within one frame: one request for all of them. */
const COLLECT_MS = 20;
const MOST_AT_ONCE = 50;

let waiting: Waiting[] = [];

export const loadShareLabel = (wanted: Wanted): Promise<ShareLabel | null> =>
  new Promise((resolve, reject) => {
    waiting.push({ ...wanted, resolve, reject });
    if (waiting.length === 1) setTimeout(flush, COLLECT_MS);
  });

function flush() {
  const all = waiting;
  waiting = [];
  for (const contentType of new Set(all.map((one) => one.contentType))) {
    const group = all.filter((one) => one.contentType === contentType);
    for (let start = 0; start < group.length; start += MOST_AT_ONCE) {
      void ask(contentType, group.slice(start, start + MOST_AT_ONCE));
    }
  }
}

async function ask(contentType: string, group: readonly Waiting[]) {
  const documentIds = group.map(({ documentId }) => documentId).join(',');
  const params = new URLSearchParams({ contentType, documentIds });
  try {
    const url = `/multi-site/shares/labels?${params.toString()}`;
    const { data } = await getFetchClient().get<ShareLabelsResponse>(url);
    for (const { documentId, resolve } of group) resolve(data.data[documentId] ?? null);
  } catch (error) {
    for (const { reject } of group) reject(error);
  }
}
