export * from './growthbook';
export * from './statistics';
export { takeChanges, wordDiff, type WordChange } from './word-diff';
export {
  analyticsEvent,
  EVENT_LIMITS,
  eventBatch,
  readEvents,
  type AnalyticsEvent,
  type EventBatch,
} from './events';
export * from './overlay';
export { checkPattern, compilePattern, type WebAddress } from './web-addresses';
