import { AsyncLocalStorage } from 'node:async_hooks';

const storage = new AsyncLocalStorage<true>();

/** Runs the monitor's own work: what it asks the database or the network is not counted. */
export const runOwn = <T>(work: () => T): T => storage.run(true, work);

export const isOwn = (): boolean => storage.getStore() === true;
