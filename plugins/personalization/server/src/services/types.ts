import type { Condition } from 'suite-kit/shared';
import type { RuleAction } from '../../../shared/contracts/rules';
import type { Consent, RuleState } from '../../../shared/plugin';
import type { RuleGroup } from '../../../shared/rule-tree';
import type { BehaviorPatterns } from '../core/profile';

type Row = { id: number; documentId: string; site: number; createdAt: string; updatedAt: string };

export type Conditions = { tree: RuleGroup; match: Condition; spec: 'growthbook-0.8.0' };

export type ProfileRow = Row & {
  userId: string;
  isKnown: boolean;
  traits: Record<string, unknown> | null;
  preferences: Record<string, unknown> | null;
  behaviorPatterns: BehaviorPatterns | null;
  consent: Consent | null;
  consentVersion: number | null;
  consentAt: string | null;
  visits: number;
  firstSeen: string;
  lastSeen: string;
  isSample: boolean;
};
export type RuleContent = {
  ruleName: string;
  conditions: Conditions;
  actions: RuleAction[];
  audiences: string[];
  schedule: { from: string | null; to: string | null };
  coverage: number;
};
export type RuleRow = Row &
  RuleContent & {
    priority: number;
    state: RuleState;
    version: number;
    history: { version: number; at: string; by: string; content: RuleContent }[] | null;
    isSample: boolean;
  };
export type AudienceRow = Row & {
  key: string;
  name: string;
  description: string | null;
  conditions: Conditions;
  isSample: boolean;
};
export type SettingRow = Row & {
  key: string;
  data: Record<string, unknown> | null;
  secret: string;
};
export type EventRow = Row & {
  key: string;
  userId: string;
  type: string;
  name: string;
  contentUid: string;
  contentId: string;
  path: string;
  at: string;
};
export type CounterRow = Row & {
  key: string;
  day: string;
  name: string;
  label: string;
  value: number;
};
