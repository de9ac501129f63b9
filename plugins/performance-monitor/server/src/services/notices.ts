import type { Core } from '@strapi/strapi';
import { naturalKey } from 'suite-kit/server';
import type { ChannelTest } from '../../../shared/contracts/alerts';
import { PLUGIN_ID, UID } from '../../../shared/plugin';
import { createSender } from '../adapters/sending';
import { retryDelayMs, type Told } from '../core/payload';
import { optionsOf } from './options';
import type { RuleRow } from './rules';
import { service } from './service';

type Row = {
  id: number;
  alert: string;
  channel: string;
  channelName: string;
  transition: 'firing' | 'resolved';
  attempts: number;
  payload: Told | null;
};

const SENT_AT_ONCE = 50;

/**
 * Messages about alerts: queued in the database together with the change they tell of, sent by
 * whoever holds the lease, tried again with growing pauses. The key of a row is the change and the
 * channel, so that nothing is told twice.
 */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const query = () => strapi.db.query(UID.delivery);
  let sender: ReturnType<typeof createSender> | null = null;

  function theSender() {
    const allowedHosts = optionsOf(strapi)
      .allowedHosts.split(',')
      .map((host) => host.trim())
      .filter(Boolean);
    const base = strapi.config.get<string>('server.url') || '';
    const adminUrl = `${base.replace(/\/$/, '')}/admin/plugins/${PLUGIN_ID}/alerts`;
    sender ??= createSender(strapi, { allowedHosts, adminUrl });
    return sender;
  }

  async function settle(rows: readonly Row[], outcome: ChannelTest, now: number) {
    for (const row of rows) {
      const attempts = row.attempts + 1;
      const delay = outcome.isSent ? null : retryDelayMs(attempts);
      const state = outcome.isSent ? 'sent' : delay === null ? 'failed' : 'queued';
      await query().update({
        where: { id: row.id },
        data: {
          state,
          attempts,
          status: outcome.status,
          error: outcome.error,
          sentAt: outcome.isSent ? now : null,
          nextAttemptAt: delay === null ? null : now + delay,
        },
      });
    }
  }

  return {
    /** One row a channel; a row that is there already stays as it is. */
    async queue(entry: {
      rule: RuleRow;
      told: Told;
      transition: 'firing' | 'resolved';
      /** Moment of the change: the same one is never told twice. */
      at: number;
      isSilenced: boolean;
    }): Promise<void> {
      const { rule, told, transition, at, isSilenced } = entry;
      for (const channelId of rule.channels ?? []) {
        const key = naturalKey([told.id, transition, at, channelId]);
        if (await query().findOne({ where: { key } })) continue;
        const channel: { name: string } | null = await strapi.db
          .query(UID.channel)
          .findOne({ where: { documentId: channelId } });
        await query().create({
          data: {
            key,
            alert: told.id,
            channel: channelId,
            channelName: channel?.name ?? '',
            site: rule.site,
            transition,
            state: isSilenced ? 'silenced' : 'queued',
            attempts: 0,
            nextAttemptAt: at,
            payload: told,
            isSample: false,
          },
        });
      }
    },

    /** Sends what is due; alerts of one rule and change go to a channel as one message. */
    async sendDue(now: number): Promise<void> {
      const due: Row[] = await query().findMany({
        where: { state: 'queued', nextAttemptAt: { $lte: now } },
        orderBy: { id: 'asc' },
        limit: SENT_AT_ONCE,
      });
      const groups = new Map<string, Row[]>();
      for (const row of due) {
        const key = `${row.channel} ${row.transition} ${row.payload?.rule ?? ''}`;
        groups.set(key, [...(groups.get(key) ?? []), row]);
      }
      for (const rows of groups.values()) {
        const [first] = rows;
        if (!first) continue;
        const channel = await service(strapi, 'channels').open(first.channel);
        const gone = { isSent: false, status: null, error: 'The channel is gone or switched off.' };
        const alerts = rows.flatMap(({ payload }) => payload ?? []);
        const outcome = channel
          ? await theSender().send(channel, { status: first.transition, alerts })
          : gone;
        await settle(rows, outcome, now);
      }
    },

    async test(channelId: string): Promise<ChannelTest> {
      await service(strapi, 'channels').get(channelId);
      const channel = await service(strapi, 'channels').open(channelId);
      if (!channel) return { isSent: false, status: null, error: 'The channel is switched off.' };
      const told: Told = {
        id: 'test',
        rule: 'test',
        ruleName: 'Health',
        severity: 'warning',
        labels: {},
        summary: 'This is what an alert looks like. Nothing is wrong.',
        note: '',
        value: null,
        startsAt: Date.now(),
        endsAt: null,
        isTest: true,
      };
      return theSender().send(channel, { status: 'firing', alerts: [told] });
    },

    prune: (before: number) =>
      query().deleteMany({ where: { state: { $ne: 'queued' }, nextAttemptAt: { $lt: before } } }),

    async stop(): Promise<void> {
      await sender?.close();
      sender = null;
    },
  };
};
