import type { Severity } from '../../../shared/plugin';

/** One alert as it is told to others. */
export type Told = {
  id: string;
  rule: string;
  ruleName: string;
  severity: Severity;
  labels: Record<string, string>;
  /** `p95 of answers 1,240 ms, limit 800 ms`: a sentence made where the units are known. */
  summary: string;
  note: string;
  value: number | null;
  startsAt: number;
  endsAt: number | null;
  isTest?: boolean;
};

type Message = {
  status: 'firing' | 'resolved';
  channel: string;
  url: string;
  alerts: readonly Told[];
};

const ZERO_TIME = '0001-01-01T00:00:00Z';

const iso = (at: number | null) => (at === null ? ZERO_TIME : new Date(at).toISOString());

const labelsOf = ({ ruleName, severity, labels }: Told): Record<string, string> => ({
  alertname: ruleName,
  severity,
  ...labels,
});

/** Alertmanager's webhook, version 4: receivers made for it take ours. */
export function alertmanagerPayload({ status, channel, url, alerts }: Message) {
  const all = alerts.map(labelsOf);
  const [first = {}] = all;
  const commonLabels = Object.fromEntries(
    Object.entries(first).filter(([key, value]) => all.every((labels) => labels[key] === value)),
  );
  return {
    version: '4',
    groupKey: `{}:{alertname="${first.alertname ?? ''}"}`,
    truncatedAlerts: 0,
    status,
    receiver: channel,
    groupLabels: { alertname: first.alertname ?? '' },
    commonLabels,
    commonAnnotations: {},
    externalURL: url,
    alerts: alerts.map((alert) => ({
      status,
      labels: labelsOf(alert),
      annotations: { summary: alert.summary, description: alert.note },
      startsAt: iso(alert.startsAt),
      endsAt: iso(status === 'resolved' ? alert.endsAt : null),
      generatorURL: url,
      fingerprint: alert.id,
    })),
  };
}

const titleOf = ({ status, alerts }: Message): string => {
  const [first] = alerts;
  const more = alerts.length > 1 ? ` (${alerts.length})` : '';
  const state = status === 'firing' ? 'Alert' : 'Resolved';
  return `${first?.isTest ? 'Test: ' : ''}${state}: ${first?.ruleName ?? ''}${more}`;
};

const lineOf = ({ labels, summary }: Told): string => {
  const where = Object.entries(labels)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ');
  return where ? `${where}: ${summary}` : summary;
};

/** Text of an e-mail. */
export function mailPayload(message: Message): { subject: string; text: string } {
  const { alerts, url } = message;
  const notes = [...new Set(alerts.map(({ note }) => note).filter(Boolean))];
  const lines = [
    titleOf(message),
    '',
    ...alerts.map(lineOf),
    ...notes.flatMap((note) => ['', note]),
    '',
    url,
  ];
  return { subject: titleOf(message).replaceAll(/[\r\n]/g, ' '), text: lines.join('\n') };
}

/** `&`, `<` and `>` are the only signs Slack gives a meaning. */
const slackText = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

export function slackPayload(message: Message): { text: string } {
  const lines = message.alerts.map((alert) => `• ${slackText(lineOf(alert))}`);
  return { text: [`*${slackText(titleOf(message))}*`, ...lines, `<${message.url}>`].join('\n') };
}

/** An address as people may see it: without what opens it. */
export function hintOf(kind: 'email' | 'webhook' | 'slack', target: string): string {
  if (kind === 'email') return target;
  try {
    const { origin, pathname } = new URL(target);
    return pathname.length > 1 ? `${origin}/…` : origin;
  } catch {
    return '…';
  }
}

/** How long to wait before the next try: 15 s, 1 min, 4 min, 16 min, then given up. */
export function retryDelayMs(attempts: number): number | null {
  return attempts >= 5 ? null : 15_000 * 4 ** (attempts - 1);
}
