import { createAsyncValue } from 'suite-kit/server';

const writing = createAsyncValue<true>();

/** Marks what a run writes, so that locks meant for people do not stop it. */
export const asFederation = <T>(work: () => T): T => writing.run(true, work);

export const isFederation = (): boolean => writing.getStore() === true;
