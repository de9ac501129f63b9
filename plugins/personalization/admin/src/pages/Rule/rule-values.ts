import type { Rule, SaveRuleBody } from '../../../../shared/contracts/rules';
import { EMPTY_TREE, type RuleGroup } from '../../../../shared/rule-tree';

/** A rule as it is edited; the API takes it as it is. */
export type RuleDraft = Omit<SaveRuleBody, 'tree' | 'site'> & {
  tree: RuleGroup;
  /** Of a new rule in the network view; elsewhere the site is known. */
  site?: number;
};

export const NEW_RULE: RuleDraft = {
  name: '',
  tree: EMPTY_TREE,
  audiences: [],
  actions: [],
  schedule: { from: null, to: null },
  coverage: 1,
};

const LONGEST_NAME = 120;

/** What a neighbour knows of a rule that shall be made. */
export const newRule = ({ name = '' }: { name?: string }): RuleDraft => ({
  ...NEW_RULE,
  name: name.slice(0, LONGEST_NAME),
});

export const toDraft = ({
  name,
  tree,
  audiences,
  actions,
  schedule,
  coverage,
}: Rule): RuleDraft => ({
  name,
  tree,
  audiences,
  actions,
  schedule,
  coverage,
});

/** A moment as `<input type="datetime-local">` takes it, in the browser's time zone. */
export function toLocal(iso: string | null): string {
  if (!iso) return '';
  const date = new Date(iso);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

export const fromLocal = (value: string): string | null =>
  value ? new Date(value).toISOString() : null;
