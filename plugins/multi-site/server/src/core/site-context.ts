import type { Scope } from '../../../shared/plugin';

/** For which site code is running. */
export type SiteContext =
  | { kind: 'site'; number: number }
  /** A person or token that may see all sites at once, and does. */
  | { kind: 'network' }
  /** No request, or code that asked for it: nothing is narrowed. */
  | { kind: 'unscoped' }
  /** A request before (or without) a decision: site content is closed to it. */
  | { kind: 'unsettled'; reason: () => Error };

/**
 * What a query on one table has to do. `null` condition: leave it as it is. `shared`: documents of
 * other sites that may be read besides.
 */
export type Decision =
  | {
      allow: true;
      condition: number | null;
      stamp: number | null;
      report?: 'unscoped-write';
      shared?: readonly string[];
    }
  | { allow: false; error: 'unsettled' | 'shared-read-only' | 'choose-site'; reason?: () => Error };

type Operation = 'read' | 'insert' | 'change';

/**
 * The one rule everything stands on: may this query run, which site is it narrowed to, and
 * which site do its new rows get?
 *
 * @param isActive false while only one site exists: nothing is narrowed then, new rows are
 *   stamped with that site so that a second one can be opened at once.
 */
export function decide({
  scope,
  context,
  operation,
  isActive,
  onlySite,
}: {
  scope: Scope;
  context: SiteContext;
  operation: Operation;
  isActive: boolean;
  onlySite: number | null;
}): Decision {
  if (scope === 'global') return PASS;
  if (!isActive) {
    return scope === 'site' ? { allow: true, condition: null, stamp: onlySite } : PASS;
  }
  if (context.kind === 'unscoped') {
    const isStray = scope === 'site' && operation === 'insert';
    return isStray ? { ...PASS, report: 'unscoped-write' } : PASS;
  }
  if (context.kind === 'unsettled') {
    return { allow: false, error: 'unsettled', reason: context.reason };
  }
  if (scope === 'shared') {
    const isOwner = context.kind === 'network' || operation === 'read';
    return isOwner ? PASS : { allow: false, error: 'shared-read-only' };
  }
  if (context.kind === 'network') {
    return operation === 'insert' ? { allow: false, error: 'choose-site' } : PASS;
  }
  return onlyOn(context.number);
}

/** The same decision object for the same site, time after time: this runs for every query. */
let lastDecision: Extract<Decision, { allow: true }> = { allow: true, condition: 0, stamp: 0 };
function onlyOn(site: number): Decision {
  if (lastDecision.condition !== site) {
    lastDecision = Object.freeze({ allow: true, condition: site, stamp: site });
  }
  return lastDecision;
}

const PASS = { allow: true, condition: null, stamp: null } as const;
