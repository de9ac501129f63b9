import { createHmac } from 'node:crypto';
import type { RevalidationChange } from '../../../shared/contracts/revalidation';

/** A published row of a document, with its address where the site has a pattern for its type. */
export type PublishedRow = {
  id: number;
  locale: string | null;
  updatedAt: string;
  address: string | null;
};
type Subject = { contentType: string; documentId: string; site: string };

/** How often one change is told, and how long is waited after each failure. */
export const WAITS_MS = [1_000, 5_000, 20_000, 60_000] as const;
export const MAX_ATTEMPTS = WAITS_MS.length + 1;

/** What visitors see differently now. Drafts change nothing here. */
export function changesBetween(
  before: readonly PublishedRow[],
  after: readonly PublishedRow[],
  subject: Subject,
): RevalidationChange[] {
  const locales = new Set([...before, ...after].map(({ locale }) => locale));
  return [...locales].flatMap((locale): RevalidationChange[] => {
    const old = before.find((row) => row.locale === locale);
    const now = after.find((row) => row.locale === locale);
    const isSame = old && now && old.id === now.id && old.updatedAt === now.updatedAt;
    if (isSame) return [];
    return [
      {
        event: !old ? 'publish' : !now ? 'unpublish' : 'update',
        contentType: subject.contentType,
        documentId: subject.documentId,
        locale,
        tags: tagsOf(subject, locale),
        address: { old: old?.address ?? null, new: now?.address ?? null },
      },
    ];
  });
}

/** From the widest to the narrowest; none holds a comma or a space. */
function tagsOf({ contentType, documentId, site }: Subject, locale: string | null): string[] {
  const entry = `${contentType}:${documentId}`;
  return [`site:${site}`, contentType, entry, ...(locale ? [`${entry}:${locale}`] : [])];
}

export type Told = {
  site: { id: string; slug: string; domain: string | null };
  at: Date;
  changes: readonly RevalidationChange[];
};

/** The body of one request: every change, and all tags and addresses ready to be used. */
export function revalidationPayload({ site, at, changes }: Told) {
  const addresses = changes.flatMap(({ address }) => [address.old, address.new]);
  const paths = [...new Set(addresses.filter((path) => path !== null))];
  const hasHost = site.domain !== null && !site.domain.startsWith('*.');
  return {
    event: 'revalidate',
    at: at.toISOString(),
    site: { id: site.id, slug: site.slug, domain: site.domain },
    tags: [...new Set(changes.flatMap(({ tags }) => tags))],
    paths,
    urls: hasHost ? paths.map((path) => `https://${site.domain ?? ''}${path}`) : [],
    changes,
  };
}

/** `t=<seconds>,v1=<HMAC-SHA256 of "t.body">`, as many webhooks do it. */
export function signatureOf(body: string, { secret, at }: { secret: string; at: Date }): string {
  const seconds = Math.floor(at.getTime() / 1000);
  return `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')}`;
}
