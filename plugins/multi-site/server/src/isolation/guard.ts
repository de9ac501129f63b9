import { decide, type Decision, type SiteContext } from '../core/site-context';
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
}) {
  const { tables } = deps;
  const narrowed = new WeakMap<KnexQuery, Mark>();
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
      return decision;
    },

    /** Remembers a finished query, so that the net below looks again only if it was changed. */
    markNarrowed(query: KnexQuery) {
      narrowed.set(query, { table: query._single.table, statements: [...query._statements] });
    },
    isNarrowed(query: KnexQuery): boolean {
      const mark = narrowed.get(query);
      return (
        mark !== undefined &&
        mark.table === query._single.table &&
        mark.statements.length === query._statements.length &&
        mark.statements.every((statement, index) => statement === query._statements[index])
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

/** A finished query: taken apart or added to, it does not match any more. */
type Mark = { table: unknown; statements: readonly unknown[] };

const IDLE: SiteContext = { kind: 'unscoped' };
