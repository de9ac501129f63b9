export { defineConfig } from './config';
export { defineErrors, type ErrorRow } from './errors';
export { handle, type Ctx } from './handler';
export { naturalKey } from './natural-key';
export { persistTables } from './persisted-tables';
export { serviceGetter } from './services';
