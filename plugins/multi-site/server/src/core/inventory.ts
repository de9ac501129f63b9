import type { InventoryItem } from '../../../shared/contracts/isolation';
import type { Scope } from '../../../shared/plugin';
import type { Reach } from '../../../shared/reaches';

export type TableFacts = {
  /** Types and the scope of each; `global` ones too. */
  types: ReadonlyMap<string, { uid: string; scope: Scope }>;
  components: ReadonlySet<string>;
  /** Types of this suite that say in a column of their own which site a row is of. */
  ownSites: ReadonlyMap<string, string>;
  /** Link tables and the scopes of what their columns lead to. */
  links: ReadonlyMap<string, readonly Scope[]>;
  /** Tables without a content type that are known, and what each is for. */
  internal: ReadonlyMap<string, string>;
};

/** What a table of the database is, as far as sites are concerned. */
export function classifyTable(table: string, facts: TableFacts): InventoryItem {
  const type = facts.types.get(table);
  if (type) {
    const own = facts.ownSites.get(type.uid);
    return own
      ? { name: table, reach: 'scoped', because: `${type.uid}, by its own column ${own}` }
      : { name: table, reach: toReach(type.scope), because: type.uid };
  }
  if (facts.components.has(table)) {
    return { name: table, reach: 'scoped', because: 'a component, with the entry that holds it' };
  }
  const ends = facts.links.get(table);
  if (ends) return { name: table, reach: narrowest(ends), because: 'links, by what they lead to' };
  const purpose = facts.internal.get(table);
  if (purpose) return { name: table, reach: 'global', because: purpose };
  return { name: table, reach: 'unknown', because: 'no content type of this application' };
}

const toReach = (scope: Scope): Reach => (scope === 'site' ? 'scoped' : scope);

function narrowest(scopes: readonly Scope[]): Reach {
  if (scopes.includes('site')) return 'scoped';
  return scopes.includes('shared') ? 'shared' : 'global';
}

/** A link is as narrow as what it leads to. */
export function classifyRelation(
  name: string,
  scopes: { from: Scope; to: readonly Scope[] },
): InventoryItem {
  const { from, to } = scopes;
  if (to.length === 0) {
    return { name, reach: 'unknown', because: 'it leads to a type that does not exist' };
  }
  const reach = narrowest(to);
  if (reach === 'scoped') {
    const because = from === 'site' ? 'both ends on one site' : 'only what the site may see';
    return { name, reach, because };
  }
  return reach === 'shared'
    ? { name, reach, because: 'it leads to shared content' }
    : { name, reach, because: 'it leads to no content of a site' };
}

type RouteFacts = {
  method: string;
  path: string;
  /** Composed by Strapi: the site is settled before policies and controllers. */
  isComposed: boolean;
  /** Scopes of the types of the API it belongs to; undefined where it belongs to no API. */
  apiScopes?: readonly Scope[];
  pluginName?: string;
};

/** Paths that serve no content, whoever answers them. */
const OPEN_PATHS: readonly [RegExp, string][] = [
  [/^\/_health$/, 'says that the server is up'],
  [/^\/favicon\.ico$/, 'a picture'],
  [/^\/uploads(\/|$|\()/, 'stored media, open to who knows the address'],
  [/^\/($|\(|:path|\*|\{)/, 'files of the public folder'],
];
/** Files of the admin panel are the only routes there that Strapi does not compose. */
const ADMIN_FILES = /^\/admin(\/|$|:|\(|\{)/;

/** Plugins of Strapi whose routes act on all sites at once; people's own roles open them. */
const GLOBAL_PLUGINS = new Map([
  ['admin', 'the installation: people, roles, tokens, webhooks, own account'],
  ['content-type-builder', 'the schema, which all sites have in common'],
  ['users-permissions', 'front-end users, one list for all sites'],
  ['i18n', 'languages, one list for all sites'],
  ['email', 'settings of the installation'],
  ['cloud', 'settings of the installation'],
  ['documentation', 'the schema, which all sites have in common'],
]);

export function classifyRoute(facts: RouteFacts): InventoryItem {
  const { method, path, isComposed, apiScopes, pluginName = '' } = facts;
  const name = `${method} ${path}`;
  const open = OPEN_PATHS.find(([pattern]) => pattern.test(path));
  if (open) return { name, reach: 'global', because: open[1] };
  if (!isComposed) {
    return ADMIN_FILES.test(path)
      ? { name, reach: 'global', because: 'files of the admin panel' }
      : { name, reach: 'unknown', because: 'it runs past Strapi’s authentication' };
  }
  const purpose = GLOBAL_PLUGINS.get(pluginName);
  if (purpose) return { name, reach: 'global', because: purpose };
  if (apiScopes && apiScopes.length > 0 && !apiScopes.includes('site')) {
    return { name, reach: narrowest(apiScopes), because: 'as its content types say' };
  }
  return { name, reach: 'scoped', because: 'the site is settled before it runs' };
}
