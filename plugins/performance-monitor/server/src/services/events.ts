import type { Core } from '@strapi/strapi';
import type { AlertEvent, Delivered, Rule } from '../../../shared/contracts/alerts';
import { UID } from '../../../shared/plugin';
import type { AlertState } from '../core/alert-state';
import { ownedRows } from './owned-rows';
import type { RuleRow } from './rules';

type Moment = string | number | null;
export type AlertRow = {
  id: number;
  documentId: string;
  rule: string;
  ruleName: string;
  severity: AlertEvent['severity'];
  labels: Record<string, string> | null;
  labelsKey: string;
  state: AlertState['state'];
  value: number | null;
  activeAt: Moment;
  firedAt: Moment;
  resolvedAt: Moment;
  keepFiringSince: Moment;
  notifiedAt: Moment;
};
type DeliveryRow = Omit<Delivered, 'id' | 'channel' | 'sentAt'> & {
  documentId: string;
  alert: string;
  channelName: string;
  sentAt: Moment;
};

const number = (value: Moment) => (value === null ? null : Number(value));

export const keyOfLabels = (labels: Record<string, string>): string =>
  JSON.stringify(Object.entries(labels).sort(([a], [b]) => a.localeCompare(b)));

/** Alerts as they were: pending, firing, resolved. In the database, so that a restart changes nothing. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const rows = () => ownedRows<AlertRow>(strapi, UID.alert);
  const query = () => strapi.db.query(UID.alert);

  async function deliveriesOf(ids: readonly string[]): Promise<Map<string, Delivered[]>> {
    const found: DeliveryRow[] = await strapi.db.query(UID.delivery).findMany({
      where: { alert: { $in: [...ids] } },
      orderBy: { id: 'asc' },
    });
    const map = new Map<string, Delivered[]>();
    for (const row of found) {
      const {
        documentId: id,
        channelName: channel,
        transition,
        state,
        attempts,
        status,
        error,
      } = row;
      const delivered = { id, channel, transition, state, attempts, status, error };
      const list = map.get(row.alert) ?? [];
      map.set(row.alert, [...list, { ...delivered, sentAt: number(row.sentAt) }]);
    }
    return map;
  }

  return {
    async page(options: { state: 'open' | 'resolved' | 'all'; page: number; pageSize: number }) {
      const { state, page, pageSize } = options;
      const where = state === 'all' ? {} : { isOpen: state === 'open' };
      const orderBy = [{ isOpen: 'desc' }, { activeAt: 'desc' }, { id: 'desc' }];
      const found = await rows().findPage({ where, orderBy, page, pageSize });
      const deliveries = await deliveriesOf(found.rows.map(({ documentId }) => documentId));
      const events = found.rows.map(
        (row): AlertEvent => ({
          id: row.documentId,
          rule: row.rule,
          ruleName: row.ruleName,
          severity: row.severity,
          state: row.state,
          labels: row.labels ?? {},
          value: row.value,
          activeAt: Number(row.activeAt),
          firedAt: number(row.firedAt),
          resolvedAt: number(row.resolvedAt),
          deliveries: deliveries.get(row.documentId) ?? [],
        }),
      );
      return { events, pagination: found.pagination };
    },

    countFiring: () => rows().count({ state: 'firing' }),

    async statesOf(rules: readonly string[]): Promise<Map<string, Rule['state']>> {
      const open: AlertRow[] = await query().findMany({
        where: { rule: { $in: [...rules] }, isOpen: true },
      });
      const states = new Map<string, Rule['state']>();
      for (const { rule, state } of open) {
        if (state !== 'resolved' && states.get(rule) !== 'firing') states.set(rule, state);
      }
      return states;
    },

    async openOf(rule: string): Promise<Map<string, AlertRow>> {
      const open: AlertRow[] = await query().findMany({ where: { rule, isOpen: true } });
      return new Map(open.map((row) => [row.labelsKey, row]));
    },

    /** Writes the new state; a pending alert that went away leaves no trace. */
    async save(entry: {
      rule: RuleRow;
      row: AlertRow | undefined;
      labels: Record<string, string>;
      state: AlertState | null;
    }): Promise<AlertRow | null> {
      const { rule, row, labels, state } = entry;
      if (state === null) {
        if (row) await query().delete({ where: { id: row.id } });
        return null;
      }
      const data = {
        ...state,
        isOpen: state.state !== 'resolved',
        severity: rule.severity,
        ruleName: rule.name,
      };
      if (row) return query().update({ where: { id: row.id }, data });
      return query().create({
        data: {
          ...data,
          rule: rule.documentId,
          site: rule.site,
          isNetwork: rule.isNetwork === true,
          labels,
          labelsKey: keyOfLabels(labels),
          isSample: false,
        },
      });
    },

    notified: (id: number, at: number) =>
      query().update({ where: { id }, data: { notifiedAt: at } }),

    forgetPending: (rule: string) => query().deleteMany({ where: { rule, state: 'pending' } }),

    /** The rule is gone: what it said ends with it, and nobody is told. */
    async endOf(rule: string): Promise<void> {
      await query().deleteMany({ where: { rule, state: 'pending' } });
      await query().updateMany({
        where: { rule, isOpen: true },
        data: { isOpen: false, state: 'resolved', resolvedAt: Date.now() },
      });
    },

    prune: (before: number) =>
      query().deleteMany({ where: { isOpen: false, resolvedAt: { $lt: before } } }),
  };
};

export const stateOf = (row: AlertRow | undefined): AlertState | null =>
  row
    ? {
        state: row.state,
        activeAt: Number(row.activeAt),
        firedAt: number(row.firedAt),
        resolvedAt: number(row.resolvedAt),
        keepFiringSince: number(row.keepFiringSince),
        value: row.value,
      }
    : null;
