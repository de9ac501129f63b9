export { toSearch, type Query, type QueryValue } from './address';
export {
  createClient,
  type ClientOptions,
  type Entry,
  type Many,
  type One,
  type Recommendation,
} from './client';
export { SuiteError } from './errors';
export type { Assignment } from './experiments';
export type { RequestOptions } from './request';
export { browserStore, memoryStore, type KeyValueStore } from './storage';
export type { Consent } from './visitor';
