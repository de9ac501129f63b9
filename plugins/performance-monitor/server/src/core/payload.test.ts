import {
  alertmanagerPayload,
  hintOf,
  mailPayload,
  retryDelayMs,
  slackPayload,
  type Told,
} from './payload';

const alert: Told = {
  id: 'a1',
  rule: 'r1',
  ruleName: 'Slow <answers> & more',
  severity: 'critical',
  labels: { route: '/api/articles' },
  summary: 'p95 1,240 ms, limit 800 ms',
  note: 'Call Ada.',
  value: 1240,
  startsAt: 1_800_000_000_000,
  endsAt: null,
};
const message = (status: 'firing' | 'resolved', alerts: Told[] = [alert]) => ({
  status,
  channel: 'Ops',
  url: 'https://cms.example/admin',
  alerts,
});

it('speaks Alertmanager 4', () => {
  const payload = alertmanagerPayload(
    message('firing', [alert, { ...alert, id: 'a2', labels: { route: '/b' } }]),
  );
  expect(payload).toMatchObject({
    version: '4',
    status: 'firing',
    receiver: 'Ops',
    commonLabels: { alertname: alert.ruleName, severity: 'critical' },
    externalURL: 'https://cms.example/admin',
  });
  expect(payload.commonLabels).not.toHaveProperty('route');
  expect(payload.alerts[0]).toEqual({
    status: 'firing',
    labels: { alertname: alert.ruleName, severity: 'critical', route: '/api/articles' },
    annotations: { summary: alert.summary, description: 'Call Ada.' },
    startsAt: '2027-01-15T08:00:00.000Z',
    endsAt: '0001-01-01T00:00:00Z',
    generatorURL: 'https://cms.example/admin',
    fingerprint: 'a1',
  });
});

it('tells when a resolved alert ended', () => {
  const resolved = { ...alert, endsAt: 1_800_000_060_000 };
  const [first] = alertmanagerPayload(message('resolved', [resolved])).alerts;
  expect(first?.endsAt).toBe('2027-01-15T08:01:00.000Z');
});

it('writes mail with one line of subject', () => {
  const mail = mailPayload(message('firing', [{ ...alert, ruleName: 'a\r\nBcc: b' }]));
  expect(mail.subject).toBe('Alert: a  Bcc: b');
  expect(mail.text).toContain('route /api/articles: p95 1,240 ms');
  expect(mail.text).toContain('Call Ada.');
});

it('escapes what means something in Slack', () => {
  expect(slackPayload(message('resolved')).text).toContain(
    '*Resolved: Slow &lt;answers&gt; &amp; more*',
  );
});

it.each([
  ['email', 'ops@example.org', 'ops@example.org'],
  ['slack', 'https://hooks.slack.com/services/T0/B0/secret', 'https://hooks.slack.com/…'],
  ['webhook', 'https://user:pass@example.org', 'https://example.org'],
] as const)('hides what opens an address: %s', (kind, target, expected) => {
  expect(hintOf(kind, target)).toBe(expected);
});

it('waits longer each time, then gives up', () => {
  expect([1, 2, 3, 4, 5].map(retryDelayMs)).toEqual([15_000, 60_000, 240_000, 960_000, null]);
});
