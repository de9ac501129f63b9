/** Names that the specification wants and an app may have taken before us. */
export type Names = {
  /** Put before `sites`, `site_users`, `site_content`: '' or 'multi_site_'. */
  tablePrefix: '' | 'multi_site_';
  column: 'site_id' | 'multi_site_id';
  /** Path of the content API below /api. */
  route: '/sites' | '/multi-site/sites';
};

export const SHORT_NAMES: Names = { tablePrefix: '', column: 'site_id', route: '/sites' };
export const OUR_TABLES = ['sites', 'site_users', 'site_content'] as const;

export type AppNames = {
  tables: ReadonlySet<string>;
  /** Columns of the types that get a site column. */
  columns: ReadonlySet<string>;
  /** Paths of the content API, without /api, parameters as `:id`. */
  routes: ReadonlySet<string>;
};

/**
 * Takes no name that is already taken, and never goes back from a longer name to a short one:
 * what is stored under it would be lost.
 */
export function decideNames({
  taken,
  former = SHORT_NAMES,
  wish = 'auto',
}: {
  taken: AppNames;
  former?: Names;
  wish?: 'auto' | 'prefixed';
}): Names {
  const isPrefixed = wish === 'prefixed';
  const hasTable = OUR_TABLES.some((table) => taken.tables.has(table));
  const hasRoute = [...taken.routes].some((path) => /^\/sites(\/|$)/.test(path));
  return {
    tablePrefix: isPrefixed || hasTable || former.tablePrefix ? 'multi_site_' : '',
    column:
      isPrefixed || taken.columns.has('site_id') || former.column === 'multi_site_id'
        ? 'multi_site_id'
        : 'site_id',
    route: isPrefixed || hasRoute ? '/multi-site/sites' : '/sites',
  };
}
