import {
  compileCondition,
  hash,
  type Attributes,
  type Condition,
  type RegexFactory,
} from 'suite-kit/shared';
import type { RuleAction } from '../../../shared/contracts/rules';

export type EngineRule = {
  id: string;
  name: string;
  /** Highest first. */
  priority: number;
  match: Condition;
  audiences: readonly string[];
  actions: readonly RuleAction[];
  from: number | null;
  to: number | null;
  coverage: number;
};
export type EngineAudience = { key: string; match: Condition };

/** Which entry a variant belongs to, as `uid:documentId:locale`; null when it is gone. */
export type EntryOfVariant = (variant: string) => string | null;

export type Applied = { rule: EngineRule; action: RuleAction };
export type Decision = {
  audiences: string[];
  /** Rules that matched, highest priority first. */
  matched: string[];
  applied: Applied[];
  isHoldout: boolean;
};

type Compiled = EngineRule & { test: (facts: Attributes) => boolean; index: number };
export type Engine = ReturnType<typeof buildEngine>;

/**
 * All active rules of a site, compiled once. Per visitor: audiences first, then every rule in
 * its order, and what each wants unless a rule above took the same place.
 */
export function buildEngine({
  rules,
  audiences,
  regex,
  entryOf,
}: {
  rules: readonly EngineRule[];
  audiences: readonly EngineAudience[];
  regex: RegexFactory;
  entryOf: EntryOfVariant;
}) {
  const groups = audiences.map(({ key, match }) => ({
    key,
    test: compileCondition(match, { regex }),
  }));
  const compiled: Compiled[] = [...rules]
    .sort((a, b) => b.priority - a.priority || a.id.localeCompare(b.id))
    .map((rule, index) => ({ ...rule, index, test: compileCondition(rule.match, { regex }) }));

  const audiencesOf = (facts: Attributes): string[] =>
    groups.filter(({ test }) => test(facts)).map(({ key }) => key);

  function isInForce({ from, to }: EngineRule, now: number): boolean {
    return (from === null || from <= now) && (to === null || now < to);
  }

  function decide(
    facts: Attributes,
    { visitor, now, holdout }: { visitor: string; now: number; holdout: number },
  ): Decision {
    const own = audiencesOf(facts);
    const all = { ...facts, audiences: own };
    const isHoldout = holdout > 0 && isBelow('holdout', visitor, holdout);
    const applied: Applied[] = [];
    const matched: string[] = [];
    const taken = new Set<string>();
    for (const rule of compiled) {
      if (!isInForce(rule, now) || !isFor(rule, own) || !rule.test(all)) continue;
      if (rule.coverage < 1 && !isBelow(rule.id, visitor, rule.coverage)) continue;
      matched.push(rule.id);
      if (isHoldout) continue;
      for (const action of rule.actions) {
        const place = placeOf(action, entryOf);
        if (place === null || taken.has(place)) continue;
        taken.add(place);
        applied.push({ rule, action });
      }
    }
    return { audiences: own, matched, applied, isHoldout };
  }

  return { rules: compiled as readonly EngineRule[], audiences, audiencesOf, decide, isInForce };
}

const isFor = ({ audiences }: EngineRule, own: readonly string[]): boolean =>
  audiences.length === 0 || audiences.some((key) => own.includes(key));

/** The same visitor always falls on the same side, for each seed anew. */
export const isBelow = (seed: string, visitor: string, share: number): boolean =>
  (hash(seed, visitor, 2) ?? 1) < share;

/** What an action takes: of two that take the same, the rule of higher priority has it. */
export function placeOf(action: RuleAction, entryOf: EntryOfVariant): string | null {
  switch (action.type) {
    case 'showVariant': {
      const entry = entryOf(action.variant);
      return entry === null ? null : `variant ${entry}`;
    }
    case 'hide':
    case 'pin':
      return `entry ${action.uid}:${action.documentId}`;
    case 'boost':
    case 'bury':
      return `order ${action.uid} ${action.attribute} ${action.value}`;
    case 'recommend':
      return `slot ${action.slot}`;
    case 'setAttribute':
      return `attribute ${action.name}`;
  }
}

/** Content type whose answers an action changes; null: only what `resolve` says. */
export function touchedType(action: RuleAction, entryOf: EntryOfVariant): string | null {
  if (action.type === 'showVariant')
    return entryOf(action.variant)?.split(':').slice(0, 3).join(':') ?? null;
  return 'uid' in action ? action.uid : null;
}
