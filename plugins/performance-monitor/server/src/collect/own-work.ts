import { createAsyncValue } from 'suite-kit/server';

const storage = createAsyncValue<true>();

/** Runs the monitor's own work: what it asks the database or the network is not counted. */
export const runOwn = <T>(work: () => T): T => storage.run(true, work);

export const isOwn = (): boolean => storage.getStore() === true;
