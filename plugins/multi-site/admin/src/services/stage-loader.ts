import { getFetchClient } from '@strapi/strapi/admin';
import type { StagesResponse } from '../../../shared/contracts/tasks';

export type StageOf = StagesResponse['data'][string];
export type Wanted = { contentType: string; documentId: string; locale: string | null };
type Waiting = Wanted & {
  resolve: (stage: StageOf | null) => void;
  reject: (cause: unknown) => void;
};

/** Cells of a list ask within one frame: one request for all of them. */
const COLLECT_MS = 20;
const MOST_AT_ONCE = 50;

let waiting: Waiting[] = [];

export const loadStage = (wanted: Wanted): Promise<StageOf | null> =>
  new Promise((resolve, reject) => {
    waiting.push({ ...wanted, resolve, reject });
    if (waiting.length === 1) setTimeout(flush, COLLECT_MS);
  });

function flush() {
  const groups = new Map<string, Waiting[]>();
  for (const one of waiting) {
    const key = `${one.contentType} ${one.locale ?? ''}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  waiting = [];
  for (const group of groups.values()) {
    for (let start = 0; start < group.length; start += MOST_AT_ONCE) {
      void ask(group.slice(start, start + MOST_AT_ONCE));
    }
  }
}

async function ask(group: Waiting[]) {
  const [first] = group;
  if (!first) return;
  const { contentType, locale } = first;
  const params = new URLSearchParams({
    contentType,
    documentIds: group.map(({ documentId }) => documentId).join(','),
    ...(locale ? { locale } : {}),
  });
  try {
    const url = `/multi-site/sites/current/tasks/stages?${params.toString()}`;
    const { data } = await getFetchClient().get<StagesResponse>(url);
    for (const { documentId, resolve } of group) resolve(data.data[documentId] ?? null);
  } catch (error) {
    for (const { reject } of group) reject(error);
  }
}
