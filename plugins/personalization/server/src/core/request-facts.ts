import { attributeOf } from '../../../shared/attributes';
import type { Consent } from '../../../shared/plugin';

export type Headers = Readonly<Record<string, string | string[] | undefined>>;

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
/** Where CDNs put the country. They overwrite what a visitor sends there; we only read it. */
const COUNTRY_HEADERS = [
  'cf-ipcountry',
  'x-vercel-ip-country',
  'cloudfront-viewer-country',
  'x-country-code',
];
const BOTS =
  /bot\b|crawl|spider|slurp|preview|headless|lighthouse|pingdom|monitor|curl\/|wget\/|python-requests/i;

const text = (headers: Headers, name: string): string => {
  const value = headers[name];
  return (Array.isArray(value) ? value[0] : value) ?? '';
};

export const isBot = (headers: Headers): boolean => BOTS.test(text(headers, 'user-agent'));

/** Sec-GPC and DNT are a "no" to profiles, whatever was said elsewhere. */
export function effectiveConsent(
  headers: Headers,
  { stored, fallback }: { stored: Consent | null; fallback: Consent },
): Consent {
  const wish = stored ?? fallback;
  const isRefused = text(headers, 'sec-gpc') === '1' || text(headers, 'dnt') === '1';
  return isRefused && wish === 'full' ? 'contextual' : wish;
}

/**
 * What the request alone says: device, language, country, time, and what the front end passes
 * on as `name:value,name:value` (a server asks for its visitor and knows these things better).
 * Only attributes that need no profile can be passed on.
 */
export function requestFacts(
  headers: Headers,
  { given, now, timeZone }: { given: string; now: number; timeZone: string },
): Record<string, unknown> {
  const passed = readFacts(given);
  const facts: Record<string, unknown> = {
    device: deviceOf(text(headers, 'user-agent')),
    language: languageOf(text(headers, 'accept-language')),
    country: countryOf(headers),
    ...timeFacts(now, timeZone),
    referrer: hostOf(text(headers, 'referer')),
  };
  const utm: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(passed)) {
    if (name.startsWith('utm.')) utm[name.slice(4)] = value;
    else facts[name] = name === 'hour' ? Number(value) : value;
  }
  return { ...facts, utm };
}

export function readFacts(given: string): Record<string, string> {
  const pairs = given.split(',').flatMap((part) => {
    const at = part.indexOf(':');
    if (at < 1) return [];
    const name = part.slice(0, at).trim();
    const isAllowed = attributeOf(name)?.isContextual === true && name !== 'audiences';
    return isAllowed
      ? [
          [
            name,
            part
              .slice(at + 1)
              .trim()
              .slice(0, 100),
          ] as const,
        ]
      : [];
  });
  return Object.fromEntries(pairs);
}

function deviceOf(agent: string): string {
  if (/ipad|tablet|(android(?!.*mobile))/i.test(agent)) return 'tablet';
  return /mobi|iphone|ipod/i.test(agent) ? 'mobile' : 'desktop';
}

const languageOf = (accept: string): string | null =>
  /^([a-z]{2,3})/i.exec(accept.trim())?.[1]?.toLowerCase() ?? null;

function countryOf(headers: Headers): string | null {
  const value = COUNTRY_HEADERS.map((name) => text(headers, name)).find((one) => one !== '');
  return value && /^[a-z]{2}$/i.test(value) ? value.toUpperCase() : null;
}

function hostOf(address: string): string | null {
  return URL.canParse(address) ? new URL(address).hostname : null;
}

function timeFacts(now: number, timeZone: string): { hour: number; weekday: string } {
  const parts = formatterOf(timeZone).formatToParts(now);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  const weekday = part('weekday').toLowerCase();
  return {
    hour: Number(part('hour')) % 24,
    weekday: WEEKDAYS.includes(weekday) ? weekday : (WEEKDAYS[new Date(now).getUTCDay()] ?? ''),
  };
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Making one takes longer than all the rest. */
function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en', {
    timeZone,
    hour: '2-digit',
    hourCycle: 'h23',
    weekday: 'long',
  });
  formatters.set(timeZone, made);
  return made;
}
