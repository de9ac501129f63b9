import type { Core } from '@strapi/strapi';
import { SHORT_NAMES, type Names } from '../core/names';
import type { Guard } from '../isolation/guard';
import type { ScopedTables } from '../isolation/scoped-tables';

/** What was found out about this app at its start, for everything that comes later. */
export default (_: { strapi: Core.Strapi }) => {
  let names: Names = SHORT_NAMES;
  let guard: Guard | null = null;
  let uninstall: (() => void) | null = null;

  return {
    names: () => names,
    setNames(decided: Names) {
      names = decided;
    },
    guard: () => guard,
    tables(): ScopedTables {
      if (!guard) throw new Error('multi-site asked for its tables before the database was ready.');
      return guard.tables;
    },
    started(parts: { guard: Guard; uninstall: () => void }) {
      ({ guard, uninstall } = parts);
    },
    stop() {
      uninstall?.();
      uninstall = null;
      guard = null;
    },
  };
};
