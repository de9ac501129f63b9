import type { Site } from '../../../shared/contracts/sites';
import { slugify } from '../../../shared/slug';

/** What a field says, and the site that it means. `null`: none, such entries stay. */
export type Match = { value: string; site: Site | null };

/**
 * Finds the site that each value of a field means: the one it was given by hand, else the one
 * with this slug, name or domain. Two sites of one name mean none: nobody guesses.
 */
export function matchSites(
  values: readonly string[],
  { sites, given = {} }: { sites: readonly Site[]; given?: Readonly<Record<string, string>> },
): Match[] {
  const open = sites.filter(({ status }) => status !== 'archived');
  const only = (found: readonly Site[]) => (found.length === 1 ? (found[0] ?? null) : null);
  return values.map((value) => {
    const wanted = given[value];
    if (wanted !== undefined) {
      return { value, site: open.find(({ slug, id }) => slug === wanted || id === wanted) ?? null };
    }
    const plain = value.trim().toLowerCase();
    const slug = slugify(value);
    const bySlug = open.find((site) => slug !== '' && site.slug === slug);
    const byName = only(open.filter((site) => site.name.trim().toLowerCase() === plain));
    const byDomain = open.find((site) => site.domain === plain);
    return { value, site: bySlug ?? byName ?? byDomain ?? null };
  });
}
