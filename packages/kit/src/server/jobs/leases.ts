import type { Core } from '@strapi/strapi';
import { databaseNow } from './clock';

type Row = {
  id: number;
  name: string;
  holder: string | null;
  fence: number;
  expiresAt: string | null;
  mark: string | null;
};

type Transaction = Parameters<Parameters<Core.Strapi['db']['connection']['transaction']>[0]>[0];

export type Lease = {
  name: string;
  /** Greater than that of every holder before. */
  fence: number;
  /** False: it was taken over meanwhile, stop at once. */
  renew(): Promise<boolean>;
  /** Free for the next one. */
  release(): Promise<void>;
  /** Inside a transaction the answer holds until its end: the row is locked. */
  isHeld(trx?: Transaction): Promise<boolean>;
};

export type Leases = ReturnType<typeof createLeases>;

/**
 * Names that one holder at a time has, over all instances on this database. A holder that died
 * loses it when its time is up; one that only slept finds a greater fence and can write nothing.
 */
export function createLeases({
  strapi,
  uid,
  holder,
  now = () => databaseNow(strapi),
}: {
  strapi: Core.Strapi;
  uid: string;
  /** Who this is; another string in every process. */
  holder: string;
  now?: () => number | Promise<number>;
}) {
  const rows = () => strapi.db.query(uid);
  const find = (name: string): Promise<Row | null> => rows().findOne({ where: { name } });

  /** The row that everybody competes for. Two who make it at once make one. */
  async function ensure(name: string): Promise<Row> {
    const known = await find(name);
    if (known) return known;
    const table = strapi.db.metadata.get(uid).tableName;
    await strapi.db.connection(table).insert({ name, fence: 0 }).onConflict('name').ignore();
    const made = await find(name);
    if (!made) throw new Error(`The lease “${name}” could not be written.`);
    return made;
  }

  /** Changes the row only if nobody else did since it was read. */
  async function swap(where: object, data: object): Promise<boolean> {
    const { count } = await rows().updateMany({ where, data: data as never });
    return count === 1;
  }

  function leaseOf(name: string, fence: number, ttlMs: number): Lease {
    const mine = { name, fence, holder };
    return {
      name,
      fence,
      renew: async () => swap(mine, { expiresAt: new Date((await now()) + ttlMs) }),
      async release() {
        await swap(mine, { holder: null, expiresAt: null });
      },
      async isHeld(trx) {
        if (trx) {
          const table = strapi.db.metadata.get(uid).tableName;
          const row: { fence: number; holder: string | null } | undefined = await trx(table)
            .where({ name })
            .forUpdate()
            .first('fence', 'holder');
          return row?.fence === fence && row.holder === holder;
        }
        const row = await find(name);
        const isMine = row?.fence === fence && row.holder === holder;
        return isMine && row.expiresAt !== null && Date.parse(row.expiresAt) > (await now());
      },
    };
  }

  return {
    /** Null while somebody else has it. */
    async acquire(name: string, ttlMs: number): Promise<Lease | null> {
      const row = await ensure(name);
      const moment = await now();
      const isTaken = row.expiresAt !== null && Date.parse(row.expiresAt) > moment;
      if (isTaken) return null;
      const fence = row.fence + 1;
      const isWon = await swap(
        { name, fence: row.fence },
        { fence, holder, expiresAt: new Date(moment + ttlMs) },
      );
      return isWon ? leaseOf(name, fence, ttlMs) : null;
    },

    /**
     * True for the first one to ask, over all instances: for clocks that tick everywhere.
     *
     * @param mark grows with every tick, for example its time as an ISO text.
     */
    async claimOnce(name: string, mark: string): Promise<boolean> {
      const row = await ensure(name);
      if (row.mark !== null && row.mark >= mark) return false;
      return swap({ name, fence: row.fence }, { fence: row.fence + 1, holder, mark });
    },
  };
}
