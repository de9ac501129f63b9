import { createHmac, timingSafeEqual } from 'node:crypto';

/** Ids as stored: nobody who reads the table can tell who it is without the site's key. */
export const userIdOf = (secret: string, kind: 'visitor' | 'user', id: string): string =>
  createHmac('sha256', secret).update(`${kind}:${id}`).digest('hex').slice(0, 40);

const seal = (secret: string, purpose: string, payload: string) =>
  createHmac('sha256', secret).update(`${purpose}.${payload}`).digest('base64url');

/** `payload.signature`; the purpose keeps a preview from being used as a visitor's proof. */
export function signToken(
  secret: string,
  purpose: 'visitor' | 'preview' | 'receipt',
  content: Record<string, unknown>,
): string {
  const payload = Buffer.from(JSON.stringify(content)).toString('base64url');
  return `${payload}.${seal(secret, purpose, payload)}`;
}

/** What a token says; null when it is not ours, was changed, or is over (`exp`, milliseconds). */
export function readToken(
  secret: string,
  purpose: 'visitor' | 'preview' | 'receipt',
  { token, now }: { token: string; now: number },
): Record<string, unknown> | null {
  const [payload, signature, ...rest] = token.split('.');
  if (!payload || !signature || rest.length > 0) return null;
  const expected = Buffer.from(seal(secret, purpose, payload));
  const given = Buffer.from(signature);
  if (expected.length !== given.length || !timingSafeEqual(expected, given)) return null;
  try {
    const content = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as Record<
      string,
      unknown
    >;
    return typeof content.exp === 'number' && content.exp < now ? null : content;
  } catch {
    return null;
  }
}
