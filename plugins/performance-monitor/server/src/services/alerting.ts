import type { Core } from '@strapi/strapi';
import { createLeases, runUnscoped, type Lease } from 'suite-kit/server';
import { PLUGIN_ID, UID } from '../../../shared/plugin';
import { runOwn } from '../collect/own-work';
import { conditionHolds, nextAlertState, type AlertState } from '../core/alert-state';
import type { Told } from '../core/payload';
import { summaryOf } from '../core/summary';
import { limitOf } from './evaluation';
import { keyOfLabels, stateOf, type AlertRow } from './events';
import { optionsOf } from './options';
import type { RuleRow } from './rules';
import { service } from './service';

const LEASE = 'alerts-and-upkeep';
const MINUTE_MS = 60_000;
const UPKEEP_EVERY_MS = 5 * MINUTE_MS;
const HISTORY_MS = 180 * 24 * 60 * MINUTE_MS;
/** Groups of one rule that can be alerts at once; a rule by route must not become a flood. */
const MOST_GROUPS = 50;

type Seen = { labels: Record<string, string>; value: number | null; row: AlertRow | undefined };

/** The clock of alerts and upkeep: every instance ticks, the one with the lease works. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  let timer: NodeJS.Timeout | null = null;
  let lease: Lease | null = null;
  let running: Promise<void> = Promise.resolve();
  let upkeepAt = 0;

  async function seenOf(rule: RuleRow, now: number): Promise<Seen[]> {
    const open = await service(strapi, 'events').openOf(rule.documentId);
    const values = (await service(strapi, 'evaluation').valuesNow(rule, now)).slice(0, MOST_GROUPS);
    const seen = values.map(({ labels, value }) => {
      const key = keyOfLabels(labels);
      const row = open.get(key);
      open.delete(key);
      return { labels, value, row };
    });
    // A group that is measured no more has no data; its rule says what that means.
    const gone = [...open.values()].map((row) => ({ labels: row.labels ?? {}, value: null, row }));
    return [...seen, ...gone];
  }

  async function evaluateRule(rule: RuleRow, now: number): Promise<void> {
    for (const { labels, value, row } of await seenOf(rule, now)) {
      const before = stateOf(row);
      const limit = limitOf(rule.condition);
      const isActive = conditionHolds({ ...limit, value, before, noData: rule.noData });
      const timing = {
        forMs: rule.forSeconds * 1000,
        keepFiringForMs: rule.keepFiringForSeconds * 1000,
      };
      const { state, transition } = nextAlertState(before, { isActive, value, now, timing });
      if (state === null && !row) continue;
      const isNew = state !== null && !row && state.state === 'resolved';
      if (isNew) continue;
      const saved = await service(strapi, 'events').save({ rule, row, labels, state });
      if (saved && state) await tell({ rule, row: saved, labels, state, transition, now });
    }
  }

  async function tell(entry: {
    rule: RuleRow;
    row: AlertRow;
    labels: Record<string, string>;
    state: AlertState;
    transition: string | null;
    now: number;
  }): Promise<void> {
    const { rule, row, labels, state, transition, now } = entry;
    const notifiedAt = row.notifiedAt === null ? 0 : Number(row.notifiedAt);
    const isDue = state.state === 'firing' && now - notifiedAt >= rule.repeatMinutes * MINUTE_MS;
    const isChange = transition === 'firing' || transition === 'resolved';
    if (!isChange && !isDue) return;
    const told: Told = {
      id: row.documentId,
      rule: rule.documentId,
      ruleName: rule.name,
      severity: rule.severity,
      labels,
      summary: summaryOf(rule.condition, state.value, limitOf(rule.condition).unit),
      note: rule.note,
      value: state.value,
      startsAt: state.activeAt,
      endsAt: state.resolvedAt,
    };
    const isSilenced =
      (await service(strapi, 'silences').covers(rule, now)) || (await isInhibited(rule));
    await service(strapi, 'notices').queue({
      rule,
      told,
      transition: state.state === 'resolved' ? 'resolved' : 'firing',
      at: isChange ? now : notifiedAt + rule.repeatMinutes * MINUTE_MS,
      isSilenced,
    });
    await service(strapi, 'events').notified(row.id, now);
  }

  /** While nothing answers at all, nobody needs to hear that it is slow, too. */
  async function isInhibited(rule: RuleRow): Promise<boolean> {
    if (rule.condition.kind === 'absence') return false;
    const rules = await service(strapi, 'rules').enabled();
    const silent = rules.filter(
      (other) =>
        other.condition.kind === 'absence' &&
        (other.isNetwork === true || other.site === rule.site),
    );
    const states = await service(strapi, 'events').statesOf(
      silent.map((other) => other.documentId),
    );
    return [...states.values()].includes('firing');
  }

  async function upkeep(now: number): Promise<void> {
    if (now - upkeepAt < UPKEEP_EVERY_MS) return;
    upkeepAt = now;
    const minute = Math.floor(now / MINUTE_MS);
    await service(strapi, 'roll-up').rollUp(minute);
    await service(strapi, 'roll-up').prune(minute);
    await service(strapi, 'traces').prune(now);
    const before = now - HISTORY_MS;
    await service(strapi, 'events').prune(before);
    await service(strapi, 'notices').prune(before);
    await service(strapi, 'silences').prune(before);
    await service(strapi, 'markers').prune(now - 2 * 365 * 24 * 60 * MINUTE_MS);
  }

  async function evaluate(now: number): Promise<void> {
    for (const rule of await service(strapi, 'rules').enabled()) {
      try {
        await evaluateRule(rule, now);
      } catch (error) {
        // One rule that cannot be evaluated must not silence the others.
        strapi.log.error(`[${PLUGIN_ID}] The alert rule “${rule.name}” could not be evaluated.`);
        strapi.log.error(error);
      }
    }
    await service(strapi, 'notices').sendDue(now);
  }

  async function hold(): Promise<boolean> {
    if (lease && (await lease.renew())) return true;
    const { instance } = service(strapi, 'monitor');
    lease = await createLeases({ strapi, uid: UID.lease, holder: instance }).acquire(
      LEASE,
      optionsOf(strapi).evaluateMs * 3,
    );
    return lease !== null;
  }

  async function tick(): Promise<void> {
    try {
      await service(strapi, 'monitor').flush();
      if (!(await hold())) return;
      await evaluate(Date.now());
      await upkeep(Date.now());
    } catch (error) {
      strapi.log.warn(`[${PLUGIN_ID}] Alerts could not be evaluated; the next try is soon.`);
      strapi.log.warn(error instanceof Error ? error.message : String(error));
    }
  }

  /** One round at a time. */
  function run(): Promise<void> {
    running = running.then(() => runOwn(() => runUnscoped(strapi, tick)));
    return running;
  }

  return {
    run,

    start(): void {
      timer = setInterval(() => void run(), optionsOf(strapi).evaluateMs);
      timer.unref();
    },

    async stop(): Promise<void> {
      if (timer) clearInterval(timer);
      timer = null;
      await running;
      await runOwn(async () => {
        await lease?.release();
        await service(strapi, 'notices').stop();
      });
      lease = null;
    },
  };
};
