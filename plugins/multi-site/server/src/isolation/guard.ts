import { decide, type Decision, type SiteContext } from '../core/site-context';
import type { ShareDirectory } from '../core/share-directory';
import { errors } from '../errors';
import type { ScopedTables } from './scoped-tables';
import type { KnexQuery } from './strapi-internals';

export type Finding = {
  kind: 'no-site' | 'raw-sql' | 'foreign-link' | 'unscoped-write';
  table: string;
};

export type GuardState = {
  /** True once there is more than one site: from then on the border is closed. */
  isActive: boolean;
  /** The site that gets new rows while it is the only one. */
  onlySite: number | null;
  /** Report mode: nothing is refused, findings are listed. */
  isReporting: boolean;
};

type Allowed = Extract<Decision, { allow: true }>;
export type Guard = ReturnType<typeof createGuard>;

/**
 * What all layers ask: may this statement run here, and narrowed to which site? Throws the
 * plugin's errors where it may not. Called for every query, so it allocates next to nothing.
 */
export function createGuard(deps: {
  tables: ScopedTables;
  context: () => SiteContext;
  state: () => GuardState;
  report: (finding: Finding) => void;
  unscopedWrites: 'allow' | 'warn' | 'refuse';
  shares?: () => ShareDirectory;
  /** Up to how many shared documents of a type are named one by one in a statement. */
  inlineShares?: number;
}) {
  const { tables } = deps;
  const trusted = new WeakSet<object>();

  function refuse(decision: Extract<Decision, { allow: false }>): never {
    if (decision.error === 'shared-read-only') throw errors.SHARED_READ_ONLY();
    if (decision.error === 'choose-site') throw errors.CHOOSE_SITE_TO_CREATE();
    throw decision.reason ? decision.reason() : errors.NO_SITE_FOR_REQUEST();
  }

  return {
    tables,
    context: deps.context,
    state: deps.state,
    report: deps.report,
    inlineShares: deps.inlineShares ?? DEFAULT_INLINE_SHARES,

    /** Null for tables that are no site's business. */
    decide(uid: string, operation: 'read' | 'insert' | 'change'): Allowed | null {
      const entry = tables.byUid(uid);
      if (!entry) return null;
      const { isActive, onlySite, isReporting } = deps.state();
      const context = isActive || isReporting ? deps.context() : IDLE;
      if (isReporting && context.kind === 'unsettled') {
        deps.report({ kind: 'no-site', table: entry.table });
      }
      const decision = decide({ scope: entry.scope, context, operation, isActive, onlySite });
      if (!decision.allow) return refuse(decision);

      const isStray =
        decision.report === 'unscoped-write' ||
        (isReporting && operation === 'insert' && context.kind === 'unscoped');
      if (isStray) {
        if (isActive && deps.unscopedWrites === 'refuse') throw errors.UNSCOPED_WRITE_REFUSED();
        const isWanted = isReporting || deps.unscopedWrites !== 'allow';
        if (isWanted) deps.report({ kind: 'unscoped-write', table: entry.table });
      }
      if (operation !== 'read' || decision.condition === null || entry.scope !== 'site') {
        return decision;
      }
      const shared = deps.shares?.().visible(decision.condition, uid);
      return shared ? { ...decision, shared } : decision;
    },

    /** Does the site that the code runs for read anything of other sites? */
    hasShares(): boolean {
      const shares = deps.shares?.();
      return shares !== undefined && !shares.isEmpty && deps.context().kind === 'site';
    },

    /** Whose document it is, if the site that the code runs for reads it as a shared one. */
    ownerOfShared(uid: string, documentId: string): number | null {
      const context = deps.context();
      if (!deps.state().isActive || context.kind !== 'site') return null;
      return deps.shares?.().ownerFor(context.number, uid, documentId) ?? null;
    },

    /** Remembers a finished query, so that the net below looks again only if it was changed. */
    markNarrowed(query: KnexQuery) {
      const marked = query as Marked;
      marked[TABLE] = query._single.table;
      marked[STATEMENTS] = query._statements;
      marked[LENGTH] = query._statements.length;
    },
    isNarrowed(query: KnexQuery): boolean {
      const marked = query as Marked;
      return (
        marked[STATEMENTS] === query._statements &&
        marked[LENGTH] === query._statements.length &&
        marked[TABLE] === query._single.table
      );
    },

    /** The site the code runs for; -1, which no row has, for a request without one. */
    siteNow(): number {
      const context = deps.context();
      return context.kind === 'site' ? context.number : -1;
    },

    /** True inside one site, and for a request that has none: there the border is closed. */
    isInside(): boolean {
      if (!deps.state().isActive) return false;
      const { kind } = deps.context();
      return kind === 'site' || kind === 'unsettled';
    },

    /** Raw SQL of our own inside a query. */
    trust<T>(raw: T): T {
      trusted.add(raw as object);
      return raw;
    },
    isTrusted: (raw: object) => trusted.has(raw),
  };
}

/**
 * A finished query: taken apart or added to, it does not match any more (knex adds statements to
 * its list and takes some away by making a new one). Kept on the query itself, because a weak map
 * costs more than all the rest here; a clone of the query has a list of its own.
 */
const TABLE = Symbol('multi-site.narrowed-table');
const STATEMENTS = Symbol('multi-site.narrowed-statements');
const LENGTH = Symbol('multi-site.narrowed-length');
type Marked = KnexQuery & { [TABLE]?: unknown; [STATEMENTS]?: unknown; [LENGTH]?: number };

export const DEFAULT_INLINE_SHARES = 500;

const IDLE: SiteContext = { kind: 'unscoped' };
