import { PLUGIN_ID } from '../../../shared/plugin';
import type { Remembered } from './choose-site';

const CHOICE_KEY = `${PLUGIN_ID}.site`;
const FAVOURITES_KEY = `${PLUGIN_ID}.favourites`;
const RECENTS_KEY = `${PLUGIN_ID}.recents`;
const ANNOUNCE_KEY = `${PLUGIN_ID}.announce`;

/** How many recently used sites are kept. */
const RECENTS_LIMIT = 5;

/** What this tab is on. A tab's own, because two tabs may be on two sites. */
export const readTabChoice = () => read(sessionStorage, CHOICE_KEY, isRemembered);

/** What the last used tab was on: where a new tab begins. */
export const readLastChoice = () => read(localStorage, CHOICE_KEY, isRemembered);

export function rememberChoice(choice: Remembered) {
  write(sessionStorage, CHOICE_KEY, choice);
  write(localStorage, CHOICE_KEY, choice);
}

export const readFavourites = () => read(localStorage, FAVOURITES_KEY, isStringList) ?? [];

export function toggleFavourite(id: string): string[] {
  const favourites = readFavourites();
  const next = favourites.includes(id)
    ? favourites.filter((favourite) => favourite !== id)
    : [...favourites, id];
  write(localStorage, FAVOURITES_KEY, next);
  return next;
}

export const readRecents = () => read(localStorage, RECENTS_KEY, isStringList) ?? [];

export function rememberRecent(id: string) {
  const others = readRecents().filter((recent) => recent !== id);
  write(localStorage, RECENTS_KEY, [id, ...others].slice(0, RECENTS_LIMIT));
}

/** A switch reloads the admin; this carries over that it still has to be told. */
export const askForAnnouncement = () => sessionStorage.setItem(ANNOUNCE_KEY, 'true');

export function takeAnnouncement(): boolean {
  const isAsked = sessionStorage.getItem(ANNOUNCE_KEY) !== null;
  sessionStorage.removeItem(ANNOUNCE_KEY);
  return isAsked;
}

/** Storage is shared with anybody's scripts: what has not the expected shape counts as absent. */
function read<T>(storage: Storage, key: string, isExpected: (value: unknown) => value is T) {
  try {
    const value: unknown = JSON.parse(storage.getItem(key) ?? 'null');
    return isExpected(value) ? value : null;
  } catch {
    return null;
  }
}

function write(storage: Storage, key: string, value: unknown) {
  storage.setItem(key, JSON.stringify(value));
}

function isRemembered(value: unknown): value is Remembered {
  if (typeof value !== 'object' || value === null) return false;
  const { id, name } = value as Record<string, unknown>;
  return typeof id === 'string' && typeof name === 'string';
}

function isStringList(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
