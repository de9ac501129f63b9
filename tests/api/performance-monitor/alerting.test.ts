import { createHmac } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { createSuperAdmin, type AdminPersona, type App } from '../../harness';
import type {
  AlertEvent,
  Channel,
  ChannelTest,
  Rule,
  RuleTest,
} from '../../../plugins/performance-monitor/shared/contracts/alerts';
import { evaluate, openShowcase, ROOT, startMonitored } from './lib';

type Answer<T> = { data: T };
type Received = { headers: http.IncomingHttpHeaders; text: string };
const SECRET = 'a-long-secret-key';

/** A receiver as Alertmanager's webhooks have it. */
const startReceiver = async () => {
  const received: Received[] = [];
  let status = 200;
  const server = http.createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      received.push({ headers: request.headers, text: Buffer.concat(chunks).toString('utf8') });
      response.writeHead(status).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // TCP, so not a pipe's name
  return {
    received,
    host: `127.0.0.1:${port}`,
    answer: (next: number) => (status = next),
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
};

describe('alerts', () => {
  let receiver: Awaited<ReturnType<typeof startReceiver>>;
  let app: App;
  let admin: AdminPersona;
  let channel: Channel;

  beforeAll(async () => {
    receiver = await startReceiver();
    app = await startMonitored({ allowedHosts: receiver.host });
    admin = await createSuperAdmin(app);
    await openShowcase(app);
    const { status, body } = await admin.post<Answer<Channel>>(`${ROOT}/channels`, {
      name: 'Operators',
      kind: 'webhook',
      target: `http://${receiver.host}/hook/very-secret`,
      secret: SECRET,
    });
    expect(status).toBe(201);
    channel = body.data;
  });
  afterAll(async () => {
    await app.stop();
    await receiver.stop();
  });

  const events = async () =>
    (await admin.get<Answer<AlertEvent[]>>(`${ROOT}/alerts/events`)).body.data;

  const rule = (changes: object = {}) => ({
    name: 'Too much traffic',
    severity: 'critical',
    condition: {
      kind: 'threshold',
      signal: 'api-traffic',
      comparison: 'above',
      threshold: 2,
      windowMinutes: 2,
    },
    filters: { route: '/api/articles' },
    forSeconds: 0,
    channels: [channel.id],
    note: 'Call Ada.',
    ...changes,
  });

  it('keeps the address of a channel to itself', async () => {
    expect(channel.hint).toBe(`http://${receiver.host}/…`);
    expect(channel.hasSecret).toBe(true);
    const rows = await app.strapi.db.query('plugin::performance-monitor.channel').findMany();
    expect(JSON.stringify(rows)).not.toMatch(/very-secret|a-long-secret/);
    const { text } = await admin.get(`${ROOT}/channels`);
    expect(text).not.toMatch(/very-secret|a-long-secret/);
  });

  it('sends a test, signed', async () => {
    const { body } = await admin.post<Answer<ChannelTest>>(`${ROOT}/channels/${channel.id}/test`);
    expect(body.data).toEqual({ isSent: true, status: 200, error: null });
    const [message] = receiver.received.splice(0);
    const [, seconds = '', digest = ''] =
      /^t=(\d+),v1=([0-9a-f]+)$/.exec(String(message?.headers['x-health-signature'])) ?? [];
    const expected = createHmac('sha256', SECRET)
      .update(`${seconds}.${message?.text}`)
      .digest('hex');
    expect(digest).toBe(expected);
  });

  it('does not reach into the private network', async () => {
    const { body: made } = await admin.post<Answer<Channel>>(`${ROOT}/channels`, {
      name: 'Inside',
      kind: 'webhook',
      target: 'http://127.0.0.1:9/',
    });
    const { body } = await admin.post<Answer<ChannelTest>>(`${ROOT}/channels/${made.data.id}/test`);
    expect(body.data.isSent).toBe(false);
    expect(body.data.error).toContain('private network');
    expect((await admin.delete(`${ROOT}/channels/${made.data.id}`)).status).toBe(200);
  });

  it('tells once when it begins, and once when it is over', async () => {
    await Promise.all(Array.from({ length: 12 }, () => app.get('/api/articles')));
    const { status, body } = await admin.post<Answer<Rule>>(`${ROOT}/alerts/rules`, rule());
    expect(status).toBe(201);
    await evaluate(app);
    await evaluate(app);
    const [event] = await events();
    expect(event).toMatchObject({ state: 'firing', ruleName: 'Too much traffic' });
    expect(event?.value).toBeGreaterThan(2);
    expect(event?.deliveries).toMatchObject([{ transition: 'firing', state: 'sent', status: 200 }]);
    expect(receiver.received).toHaveLength(1);
    const firing = JSON.parse(receiver.received[0]?.text ?? '{}');
    expect(firing).toMatchObject({ version: '4', status: 'firing', receiver: 'Operators' });
    expect(firing.alerts[0].labels).toMatchObject({
      alertname: 'Too much traffic',
      severity: 'critical',
    });

    const changed = { ...rule(), condition: { ...rule().condition, threshold: 1000 } };
    await admin.put(`${ROOT}/alerts/rules/${body.data.id}`, changed);
    await evaluate(app);
    await evaluate(app);
    const [over] = await events();
    expect(over).toMatchObject({ id: event?.id, state: 'resolved' });
    expect(receiver.received).toHaveLength(2);
    const resolved = JSON.parse(receiver.received[1]?.text ?? '{}');
    expect(resolved).toMatchObject({ status: 'resolved' });
    expect(resolved.alerts[0].fingerprint).toBe(firing.alerts[0].fingerprint);
    await admin.delete(`${ROOT}/alerts/rules/${body.data.id}`);
    receiver.received.splice(0);
  });

  it('records but tells nobody while there is a silence', async () => {
    const { body: made } = await admin.post<Answer<Rule>>(
      `${ROOT}/alerts/rules`,
      rule({ name: 'Quiet' }),
    );
    const silence = await admin.post(`${ROOT}/alerts/silences`, { rule: made.data.id, minutes: 5 });
    expect(silence.status).toBe(201);
    await Promise.all(Array.from({ length: 12 }, () => app.get('/api/articles')));
    await evaluate(app);
    const event = (await events()).find(({ ruleName }) => ruleName === 'Quiet');
    expect(event).toMatchObject({ state: 'firing' });
    expect(event?.deliveries).toMatchObject([{ state: 'silenced' }]);
    expect(receiver.received).toEqual([]);
    await admin.delete(`${ROOT}/alerts/rules/${made.data.id}`);
  });

  it('tries again when the receiver is not well, and says so', async () => {
    receiver.answer(503);
    const { body: made } = await admin.post<Answer<Rule>>(
      `${ROOT}/alerts/rules`,
      rule({ name: 'Retry' }),
    );
    await Promise.all(Array.from({ length: 12 }, () => app.get('/api/articles')));
    await evaluate(app);
    const event = (await events()).find(({ ruleName }) => ruleName === 'Retry');
    expect(event?.deliveries).toMatchObject([{ state: 'queued', attempts: 1, status: 503 }]);
    receiver.answer(200);
    await app.strapi.db
      .query('plugin::performance-monitor.delivery')
      .updateMany({ where: { state: 'queued' }, data: { nextAttemptAt: 0 } });
    await evaluate(app);
    const again = (await events()).find(({ ruleName }) => ruleName === 'Retry');
    expect(again?.deliveries).toMatchObject([{ state: 'sent', attempts: 2 }]);
    await admin.delete(`${ROOT}/alerts/rules/${made.data.id}`);
    receiver.received.splice(0);
  });

  it('says what a rule would do without telling anybody', async () => {
    const { body } = await admin.post<Answer<RuleTest>>(`${ROOT}/alerts/preview`, rule());
    expect(body.data.now[0]).toMatchObject({ holds: true, labels: {} });
    expect(body.data.unit).toBe('1/min');
    expect(receiver.received).toEqual([]);
  });

  it.each([
    ['no name', { name: '' }],
    ['an unknown signal', { condition: { kind: 'threshold', signal: 'weather', threshold: 1 } }],
    [
      'a promise of everything',
      { condition: { kind: 'burn-rate', good: 'no-errors', objective: 1 } },
    ],
    ['a channel that is not there', { channels: ['nobody'] }],
    ['a field nobody knows', { whatever: 1 }],
  ])('refuses a rule with %s', async (_name, changes) => {
    const { status } = await admin.post(`${ROOT}/alerts/rules`, rule(changes));
    expect(status).toBe(400);
  });

  it('does not let go of a channel that rules use', async () => {
    const { body: made } = await admin.post<Answer<Rule>>(
      `${ROOT}/alerts/rules`,
      rule({ name: 'Uses' }),
    );
    const refused = await admin.delete<{ error: { details: { code: string } } }>(
      `${ROOT}/channels/${channel.id}`,
    );
    expect(refused.status).toBe(409);
    expect(refused.body.error.details.code).toBe('PERFORMANCE_MONITOR_CHANNEL_IN_USE');
    await admin.delete(`${ROOT}/alerts/rules/${made.data.id}`);
  });
});
