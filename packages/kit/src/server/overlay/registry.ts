import type { Core } from '@strapi/strapi';
import { createAsyncValue } from '../async-value';
import type { OverlayRegistry } from './types';

const KEY = Symbol.for('strapi-suite.overlays');

type Holder = { [KEY]?: OverlayRegistry };

/** The registry of this Strapi; null while no plugin has overlays. */
export const findRegistry = (strapi: Core.Strapi): OverlayRegistry | null =>
  (strapi as unknown as Holder)[KEY] ?? null;

export function registryOf(strapi: Core.Strapi): OverlayRegistry {
  const holder = strapi as unknown as Holder;
  holder[KEY] ??= {
    contract: 1,
    layers: new Map(),
    live: new Map(),
    isDirty: true,
    disabled: null,
    failures: { count: 0, last: null },
    bare: createAsyncValue(),
    stop: [],
  };
  return holder[KEY];
}

/** Runs our own reads and writes as if there were no overlays. */
export const runBare = <T>(strapi: Core.Strapi, work: () => T): T =>
  registryOf(strapi).bare.run(true, work);

/** Decoration fails open: the plain content is delivered, the failure counted and told once. */
export function countFailure(strapi: Core.Strapi, error: unknown) {
  const { failures } = registryOf(strapi);
  failures.count += 1;
  const message = error instanceof Error ? error.message : String(error);
  if (failures.last === message) return;
  failures.last = message;
  strapi.log.error(`[overlay] A variant could not be delivered, the original was: ${message}`);
}
