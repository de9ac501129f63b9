import { randomBytes } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { createSecretBox } from 'suite-kit/server';
import type {
  Revalidation,
  RevalidationChange,
  RevalidationDelivery,
  SaveRevalidationBody,
} from '../../../shared/contracts/revalidation';
import type { Site } from '../../../shared/contracts/sites';
import { UID } from '../../../shared/plugin';
import { errors } from '../errors';
import type { Delivery, Target } from '../revalidation/rows';
import { createTeller, type Sent } from '../revalidation/teller';
import { createTelling } from '../revalidation/telling';
import { service } from './service';

/** Deliveries that are shown. */
const SHOWN = 20;

/** Typed loosely by Strapi. */
type Transactions = {
  transaction(work: (given: { onCommit(callback: () => void): void }) => void): Promise<void>;
};

/** Tells a site's front end what to fetch anew: signed, retried with a cap, never in a request. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const targets = () => strapi.db.query(UID.revalidation);
  const deliveries = () => strapi.db.query(UID.revalidationDelivery);
  const box = createSecretBox(strapi);
  let teller: ReturnType<typeof createTeller> | null = null;
  // Asked before every write of a document.
  let enabled: { at: number; sites: Promise<ReadonlySet<number>> } | null = null;

  const find = (site: number): Promise<Target | null> => targets().findOne({ where: { site } });

  async function send(site: Site, target: Target, changes: readonly RevalidationChange[]) {
    teller ??= createTeller(strapi);
    const told = { site, at: new Date(), changes };
    return teller.send({ url: box.open(target.target), secret: box.open(target.secret), told });
  }
  const telling = createTelling(strapi, { find, send });

  /** As this instance knew it at most `stateMaxAgeMs` ago. */
  async function enabledSites(): Promise<ReadonlySet<number>> {
    const { maxAgeMs } = service(strapi, 'state');
    // Whoever holds SQLite's only connection must not wait for a read that waits for it.
    if (strapi.db.inTransaction()) return readEnabled();
    if (!enabled || Date.now() - enabled.at >= maxAgeMs) {
      enabled = { at: Date.now(), sites: readEnabled() };
      enabled.sites.catch(() => (enabled = null));
    }
    return enabled.sites;
  }

  async function readEnabled(): Promise<ReadonlySet<number>> {
    const rows: Target[] = await targets().findMany({ where: { isEnabled: true } });
    return new Set(rows.map(({ site }) => site));
  }

  async function describe(site: number): Promise<Revalidation | null> {
    const target = await find(site);
    if (!target) return null;
    const rows: Delivery[] = await deliveries().findMany({
      where: { site },
      orderBy: { id: 'desc' },
      limit: SHOWN,
    });
    const { isEnabled } = target;
    return { url: box.open(target.target), isEnabled, deliveries: rows.map(toDelivery) };
  }

  return {
    async start() {
      await telling.start();
      for (const site of await enabledSites()) await telling.lookAgain(site);
    },
    async stop() {
      await telling.stop();
      await teller?.close();
      teller = null;
    },

    enabledSites,

    /** Writes down what changed; it is told in the background. */
    async add(site: number, changes: readonly RevalidationChange[]) {
      for (const change of changes) {
        await deliveries().create({ data: { site, change, state: 'waiting', attempts: 0 } });
      }
      if (!strapi.db.inTransaction()) return telling.begin(site);
      // The run looks for rows that are there only after the commit.
      const transactions = strapi.db as unknown as Transactions;
      return transactions.transaction(({ onCommit }) => onCommit(() => void telling.begin(site)));
    },

    describe,

    async save(site: number, { url, isEnabled, newSecret }: SaveRevalidationBody) {
      const former = await find(site);
      const secret = former && !newSecret ? null : randomBytes(32).toString('base64url');
      const data = {
        target: box.seal(url),
        isEnabled,
        ...(secret ? { secret: box.seal(secret) } : {}),
      };
      if (former) await targets().update({ where: { site }, data });
      else await targets().create({ data: { ...data, site } });
      enabled = null;
      if (isEnabled) await telling.lookAgain(site);
      const saved = await describe(site);
      return saved && secret ? { ...saved, secret } : saved;
    },

    /** Nothing is told any more, and nothing is kept. */
    async remove(site: number) {
      await targets().deleteMany({ where: { site } });
      await deliveries().deleteMany({ where: { site } });
      enabled = null;
    },

    /** One request with a made-up change, now and once. */
    async test(site: Site): Promise<Sent> {
      const target = await find(site.number);
      if (!target) throw errors.NO_REVALIDATION();
      const change: RevalidationChange = {
        event: 'test',
        contentType: 'test',
        documentId: 'test',
        locale: null,
        tags: [`site:${site.slug}`, 'test'],
        address: { old: null, new: null },
      };
      return send(site, target, [change]);
    },
  };
};

const toDelivery = (row: Delivery): RevalidationDelivery => ({
  id: row.documentId,
  at: row.createdAt,
  state: row.state,
  change: row.change,
  attempts: row.attempts,
  status: row.status,
  error: row.error,
});
