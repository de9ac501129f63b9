import { randomInt } from 'node:crypto';

/** Old id → new id, for every type that is copied. */
export type IdMaps = ReturnType<typeof createIdMaps>;

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const SIGNS = `${LETTERS}0123456789`;
const DOCUMENT_ID_LENGTH = 24;

export function createIdMaps() {
  const rows = new Map<string, Map<number, number>>();
  const documents = new Map<string, string>();
  return {
    rowsOf: (uid: string): ReadonlyMap<number, number> => rows.get(uid) ?? EMPTY,
    types: () => [...rows.keys()],
    add(uid: string, from: number, to: number) {
      const known = rows.get(uid) ?? new Map<number, number>();
      rows.set(uid, known.set(from, to));
    },
    find: (uid: string, from: number) => rows.get(uid)?.get(from) ?? null,
    /** Drafts, published rows and locales of one document stay one document. */
    documentOf(uid: string, from: string): string {
      const key = `${uid} ${from}`;
      const id = documents.get(key) ?? createDocumentId();
      documents.set(key, id);
      return id;
    },
  };
}

const EMPTY: ReadonlyMap<number, number> = new Map();

/** Like Strapi's own: a letter, then letters and digits. */
function createDocumentId(): string {
  const signs = Array.from(
    { length: DOCUMENT_ID_LENGTH - 1 },
    () => SIGNS[randomInt(SIGNS.length)],
  );
  return `${LETTERS[randomInt(LETTERS.length)] ?? 'a'}${signs.join('')}`;
}

/**
 * What becomes of one row of a link table: its ends lead to the copies, or, where a target is no
 * site's business, to where they led before. Null where it would lead out of the copied set.
 */
export function mapLink(
  row: Readonly<Record<string, unknown>>,
  {
    ends,
    morph,
    find,
    isKept,
  }: {
    ends: readonly { column: string; uid: string }[];
    morph: { idColumn: string; typeColumn: string } | null;
    find: (uid: string, id: number) => number | null;
    /** Rows of this type belong to one site, or to the entry that holds them. */
    isKept: (uid: string) => boolean;
  },
): Record<string, unknown> | null {
  const { id: _id, ...rest } = row;
  const copy: Record<string, unknown> = rest;
  const all = [
    ...ends,
    ...(morph ? [{ column: morph.idColumn, uid: String(row[morph.typeColumn]) }] : []),
  ];
  let isMoved = false;
  for (const { column, uid } of all) {
    const from = row[column];
    if (from === null || from === undefined) continue;
    const to = find(uid, Number(from));
    if (to === null && isKept(uid)) return null;
    if (to === null) continue;
    copy[column] = to;
    isMoved = true;
  }
  return isMoved ? copy : null;
}
