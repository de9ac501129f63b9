import type { Site, SiteProblem } from '../../../shared/contracts/sites';
import { normalizeDomain } from './host';
import { slugify } from '../../../shared/slug';

/** What a person may write about a site, before it is checked. */
export type SiteDraft = {
  name?: string;
  slug?: string;
  domain?: string | null;
  aliases?: string[];
  pathPrefix?: string | null;
};

/** The same with everything in the form in which it is compared and stored. */
export function normalizeDraft<Draft extends SiteDraft>(draft: Draft): Draft {
  const result = { ...draft };
  if (draft.domain !== undefined) {
    result.domain = draft.domain?.trim() ? (normalizeDomain(draft.domain) ?? draft.domain) : null;
  }
  if (draft.aliases) {
    result.aliases = [...new Set(draft.aliases.map((alias) => normalizeDomain(alias) ?? alias))];
  }
  if (draft.pathPrefix !== undefined) result.pathPrefix = draft.pathPrefix?.trim() || null;
  return result;
}

/** Adds the number behind a taken slug: `shop`, `shop-2`, `shop-3`. */
export function freeSlug(name: string, taken: ReadonlySet<string>): string {
  const base = slugify(name) || 'site';
  for (let count = 1; ; count += 1) {
    const slug = count === 1 ? base : `${base.slice(0, 55).replace(/-+$/, '')}-${count}`;
    if (!taken.has(slug)) return slug;
  }
}

/**
 * What collides with other sites or makes no sense. Expects a normalised draft; the shape of
 * single fields is the contract's business.
 */
export function findProblems({
  draft,
  others,
  mayName = true,
}: {
  draft: SiteDraft;
  others: readonly Site[];
  /** Whoever runs one site is not told what the others are called. */
  mayName?: boolean;
}): SiteProblem[] {
  const nameOf = (site: Site) => (mayName ? `“${site.name}”` : 'Another site');
  const problems: SiteProblem[] = [];
  const report = (path: string, code: string, message: string) =>
    problems.push({ path, code, message });

  const sameName = others.find((site) => site.name.toLowerCase() === draft.name?.toLowerCase());
  if (sameName) report('name', 'NAME_TAKEN', 'Another site is called like this already.');

  const sameSlug = others.find((site) => site.slug === draft.slug);
  if (sameSlug) report('slug', 'SLUG_TAKEN', `${nameOf(sameSlug)} uses this slug already.`);

  const prefix = draft.pathPrefix;
  const samePrefix = prefix ? others.find((site) => site.pathPrefix === prefix) : undefined;
  if (samePrefix) {
    report('pathPrefix', 'PREFIX_TAKEN', `${nameOf(samePrefix)} uses this path prefix already.`);
  }

  const owners = new Map(
    others.flatMap((site) =>
      [site.domain, ...site.aliases].filter((host) => host !== null).map((host) => [host, site]),
    ),
  );
  const checkHost = (path: string, host: string) => {
    if (normalizeDomain(host) !== host) {
      report(path, 'HOST_INVALID', `“${host}” is no host name. Write it like shop.example.com.`);
      return;
    }
    const owner = owners.get(host);
    if (!owner) return;
    const place = mayName ? nameOf(owner) : 'another site';
    report(path, 'HOST_TAKEN', `“${host}” leads to ${place} already.`);
  };
  if (draft.domain) checkHost('domain', draft.domain);
  draft.aliases?.forEach((alias, index) => {
    checkHost(`aliases.${index}`, alias);
    if (alias === draft.domain) {
      report(`aliases.${index}`, 'HOST_TWICE', `“${alias}” is the domain already.`);
    }
  });
  return problems;
}

/** Does this change by which address people reach the site? That can take one from another site. */
export function changesAddress(site: Site, change: SiteDraft & { isDefault?: boolean }): boolean {
  const wanted = normalizeDraft(change);
  const isMoved = (['slug', 'domain', 'pathPrefix'] as const).some(
    (field) => wanted[field] !== undefined && wanted[field] !== site[field],
  );
  const isRenamed =
    wanted.aliases !== undefined && wanted.aliases.join('\n') !== site.aliases.join('\n');
  return isMoved || isRenamed || (wanted.isDefault === true && !site.isDefault);
}
