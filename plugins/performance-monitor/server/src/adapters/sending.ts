import { createHmac } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { createHttpClient } from 'suite-kit/server';
import { alertmanagerPayload, mailPayload, slackPayload, type Told } from '../core/payload';

export type Target = {
  name: string;
  kind: 'email' | 'webhook' | 'slack';
  target: string;
  secret: string | null;
};

export type Sent = { isSent: boolean; status: number | null; error: string | null };

type Message = { status: 'firing' | 'resolved'; alerts: readonly Told[] };
type EmailService = { send(mail: { to: string; subject: string; text: string }): Promise<unknown> };

const TIMEOUT_MS = 10_000;
const MAX_ANSWER = 64 * 1024;

const SIGNATURE_HEADER = 'x-health-signature';

/**
 * Sends one message to one channel; never throws. Web addresses are asked through the kit's client:
 * public ones only, unless the operator named the host.
 */
export function createSender(
  strapi: Core.Strapi,
  { allowedHosts, adminUrl }: { allowedHosts: readonly string[]; adminUrl: string },
) {
  const client = createHttpClient({
    allowedHosts: [...allowedHosts],
    timeoutMs: TIMEOUT_MS,
    maxBytes: MAX_ANSWER,
    maxRedirects: 0,
    userAgent: 'strapi-performance-monitor',
  });

  async function post(target: Target, payload: unknown): Promise<Sent> {
    const body = JSON.stringify(payload);
    const { status } = await client.request(target.target, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...signature(target.secret, body) },
      body,
    });
    const isSent = status >= 200 && status < 300;
    return { isSent, status, error: isSent ? null : `The receiver answered ${status}.` };
  }

  async function mail(
    { target }: Target,
    message: { subject: string; text: string },
  ): Promise<Sent> {
    if (!('email' in strapi.plugins)) {
      return { isSent: false, status: null, error: 'Strapi’s e-mail plugin is not there.' };
    }
    const email = strapi.plugin('email').service('email') as unknown as EmailService;
    await email.send({ to: target, ...message });
    return { isSent: true, status: null, error: null };
  }

  return {
    async send(target: Target, message: Message): Promise<Sent> {
      const full = { ...message, channel: target.name, url: adminUrl };
      try {
        if (target.kind === 'email') return await mail(target, mailPayload(full));
        if (target.kind === 'slack') return await post(target, slackPayload(full));
        return await post(target, alertmanagerPayload(full));
      } catch (error) {
        return { isSent: false, status: null, error: reasonOf(error) };
      }
    },
    close: () => client.close(),
  };
}

/** `t=<seconds>,v1=<HMAC-SHA256 of "t.body">`, as many webhooks do it; nothing without a key. */
function signature(secret: string | null, body: string): Record<string, string> {
  if (secret === null) return {};
  const seconds = Math.floor(Date.now() / 1000);
  const digest = createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex');
  return { [SIGNATURE_HEADER]: `t=${seconds},v1=${digest}` };
}

const REASONS: Record<string, string> = {
  PRIVATE_ADDRESS:
    'The address leads into a private network. If that is meant, name its host in the option allowedHosts.',
  BAD_ADDRESS: 'This is no web address.',
  TIMEOUT: 'The receiver did not answer in time.',
  TOO_MANY_REDIRECTS: 'The receiver sends on to another address. Enter that one.',
  NO_CONNECTION: 'The receiver cannot be reached.',
  TOO_LARGE: 'The receiver answered too much.',
};

/** Addresses are secret, and messages of libraries often hold them. */
function reasonOf(error: unknown): string {
  const { code } = (error ?? {}) as { code?: unknown };
  return (typeof code === 'string' && REASONS[code]) || 'Sending did not work.';
}
