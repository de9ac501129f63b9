import type { Fingerprint } from '../core/fingerprint';

type Known = { sql: string; fingerprint: Fingerprint };

/** Statements of one length that are compared one after the other, and kept at most. */
const MOST_OF_LENGTH = 8;

/**
 * Fingerprints by statement. A statement is a new string each time it is asked, and a map would
 * read all of it for a hash before it compares it; its length is known, and comparing is quick.
 */
export class StatementCache {
  private lengths = new Map<number, Known[]>();
  private size = 0;

  constructor(private readonly limit: number) {}

  get(sql: string): Fingerprint | undefined {
    const list = this.lengths.get(sql.length);
    if (!list) return undefined;
    for (const known of list) if (known.sql === sql) return known.fingerprint;
    return undefined;
  }

  set(sql: string, fingerprint: Fingerprint): void {
    if (this.size >= this.limit) {
      this.lengths = new Map();
      this.size = 0;
    }
    const list = this.lengths.get(sql.length);
    if (!list) this.lengths.set(sql.length, [{ sql, fingerprint }]);
    else if (list.length < MOST_OF_LENGTH) list.push({ sql, fingerprint });
    // The oldest goes; its place is as good as any.
    else list[this.size % MOST_OF_LENGTH] = { sql, fingerprint };
    this.size += 1;
  }
}
