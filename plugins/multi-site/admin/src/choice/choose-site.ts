import type { SwitchResponse, SwitchSite } from '../../../shared/contracts/switch';
import { NETWORK } from '../../../shared/plugin';

export type SwitchData = SwitchResponse['data'];

/** What one browser tab works on. */
export type Choice =
  /** Nobody is signed in, or the server has not answered yet. */
  | { kind: 'unsettled' }
  /** Only one site exists: no header is sent and nothing of the switcher shows. */
  | { kind: 'inactive' }
  | { kind: 'site'; site: SwitchSite }
  /** All sites at once. */
  | { kind: 'network' }
  /** Signed in, but a member of no site. */
  | { kind: 'none' }
  /** The site went away while the tab was open; nothing is sent until the person chooses again. */
  | ({ kind: 'lost' } & Remembered);

/** The site a tab remembers: the name is kept to be able to speak of it once it is gone. */
export type Remembered = { id: string; name: string };

/**
 * Picks what a tab works on: what it was on, else what the last used tab was on,
 * else the oldest site that is not archived, because everything belonged to it
 * before there was a second one. Only what the person may open counts.
 */
export function chooseSite(data: SwitchData, wishes: (Remembered | null)[]): Choice {
  if (!data.active) return { kind: 'inactive' };
  for (const wish of wishes) {
    const choice = wish && accessible(data, wish.id);
    if (choice) return choice;
  }
  const byAge = [...data.sites].sort((a, b) => a.number - b.number);
  const first = byAge.find((site) => site.status !== 'archived') ?? byAge[0];
  if (first) return { kind: 'site', site: first };
  return data.canAccessNetwork ? { kind: 'network' } : { kind: 'none' };
}

/** The choice that `id` stands for, or null if this person may not make it. */
export function accessible(data: SwitchData, id: string): Choice | null {
  if (id === NETWORK) return data.canAccessNetwork ? { kind: 'network' } : null;
  const site = data.sites.find((candidate) => candidate.id === id);
  return site ? { kind: 'site', site } : null;
}

/** What the header says for a choice; null sends none. */
export function headerValue(choice: Choice): string | null {
  if (choice.kind === 'site') return choice.site.id;
  return choice.kind === 'network' ? NETWORK : null;
}
