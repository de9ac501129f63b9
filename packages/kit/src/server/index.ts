export { adminRouteOf } from './admin-route';
export { createAsyncValue, type AsyncValue } from './async-value';
export { auditContentType, createAudit, type Audit, type AuditEntry, type Refusal } from './audit';
export {
  browserKeyContentType,
  createBrowserKeys,
  findBrowserKeys,
  type BrowserKey,
  type BrowserKeys,
} from './browser-key';
export { defineConfig } from './config';
export {
  contentTypeOf,
  contentTypesOf,
  populateAll,
  readEntry,
  titleOf,
  type ContentType,
  type Entry,
  type EntryRef,
} from './content';
export { defineErrors, type ErrorRow } from './errors';
export { everydayActions } from './everyday-actions';
export { changedAttributes, imageOf, readImage, type EntryImage } from './entry-image';
export { handle, type Ctx } from './handler';
export * from './jobs';
export * from './http';
export { createIntake, createRateLimiter, type Intake, type RateLimiter } from './intake';
export { naturalKey } from './natural-key';
export { afterSync, beforeSync, keepOwnTables } from './own-tables';
export { persistTables } from './persisted-tables';
export {
  listSites,
  NO_SITE,
  runInSite,
  runUnscoped,
  siteNumberFor,
  siteScope,
  type SiteRef,
  type SiteScope,
} from './ports';
export { createSecretBox, type SecretBox } from './secret-box';
export { serviceGetter } from './services';
export { rowsOf, type Pagination, type SiteRows } from './site-rows';
export { resolveTableNames, type TableNames } from './table-names';
export { publishTiming, subscribeTimings, type Timing, type TimingArea } from './timings';
export * from './overlay';
