import type { RuleAction } from '../../../shared/contracts/rules';
import type { Applied } from './rule-engine';

export type Filter = { attribute: string; value: string };
/** What the rules want done with a list of one content type. */
export type Ordering = {
  hidden: string[];
  /** In the order of their slots. */
  pinned: string[];
  boosted: Filter[];
  buried: Filter[];
};

export function orderingFor(uid: string, applied: readonly Applied[]): Ordering | null {
  const actions = applied.map(({ action }) => action).filter((action) => isFor(action, uid));
  if (actions.length === 0) return null;
  const pins = actions.flatMap((action) => (action.type === 'pin' ? [action] : []));
  const filters = (type: 'boost' | 'bury') =>
    actions.flatMap((action) =>
      action.type === type ? [{ attribute: action.attribute, value: action.value }] : [],
    );
  return {
    hidden: actions.flatMap((action) => (action.type === 'hide' ? [action.documentId] : [])),
    pinned: pins.sort((a, b) => a.slot - b.slot).map(({ documentId }) => documentId),
    boosted: filters('boost'),
    buried: filters('bury'),
  };
}

const isFor = (action: RuleAction, uid: string) => 'uid' in action && action.uid === uid;

/** Moves what is boosted to the front and what is buried to the end; the rest keeps its order. */
export function reorder<Row extends { documentId: string }>(
  rows: readonly Row[],
  { boosted, buried }: { boosted: ReadonlySet<string>; buried: ReadonlySet<string> },
): Row[] {
  const rank = ({ documentId }: Row) =>
    (boosted.has(documentId) ? -1 : 0) + (buried.has(documentId) ? 1 : 0);
  return [...rows].sort((a, b) => rank(a) - rank(b));
}
