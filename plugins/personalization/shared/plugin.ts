/** The only place where ids, uids, actions and header names of this plugin are spelled out. */

export const PLUGIN_ID = 'personalization';

export const UID = {
  profile: 'plugin::personalization.profile',
  recommendation: 'plugin::personalization.recommendation',
  rule: 'plugin::personalization.rule',
  audience: 'plugin::personalization.audience',
  variant: 'plugin::personalization.variant',
  event: 'plugin::personalization.event',
  model: 'plugin::personalization.model',
  counter: 'plugin::personalization.counter',
  setting: 'plugin::personalization.setting',
  browserKey: 'plugin::personalization.browser-key',
  run: 'plugin::personalization.run',
  lease: 'plugin::personalization.lease',
} as const;

/**
 * Permission actions. Last segments are unique, because `useRBAC` names its
 * flags after the last segment only (`…read-sites` becomes `canReadSites`).
 */
export const ACTION = {
  read: 'plugin::personalization.overview.read-personalization',
  manageRules: 'plugin::personalization.rules.manage-rules',
  readVisitors: 'plugin::personalization.visitors.read-visitors',
  manageVisitors: 'plugin::personalization.visitors.manage-visitors',
  manage: 'plugin::personalization.settings.manage-personalization',
} as const;

/** What an editor needs for everyday work; the first-open checklist grants it on a click. */
export const EVERYDAY_ACTIONS = [ACTION.read, ACTION.manageRules, ACTION.readVisitors] as const;

export const HEADER = {
  visitor: 'X-Visitor-Id',
  /** Proof that the visitor id was issued by this server to whoever sends it. */
  visitorToken: 'X-Visitor-Token',
  /** Hash of the facts that decided; a cache in front keeps answers apart by it. */
  key: 'X-P13n-Key',
  /** Why the default content was delivered although rules were there. */
  fallback: 'X-P13n-Fallback',
} as const;

/** Query parameter of the content API: `personalize=false`, or facts as `name:value,name:value`. */
export const PERSONALIZE_PARAM = 'personalize';
/** Query parameter of the content API: a signed preview token. */
export const PREVIEW_PARAM = 'personalizePreview';

export const CONSENTS = ['none', 'contextual', 'full'] as const;
export type Consent = (typeof CONSENTS)[number];

export const RULE_STATES = ['draft', 'active', 'archived'] as const;
export type RuleState = (typeof RULE_STATES)[number];
