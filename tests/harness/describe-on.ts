import { laneDatabase, type DatabaseKind } from './storage';

/**
 * A group of tests for some databases only. In the other lanes it is skipped, counted, and named
 * with the reason.
 */
export const describeOn = (
  databases: readonly DatabaseKind[],
  { name, why }: { name: string; why: string },
  tests: () => void,
): void => {
  if (databases.includes(laneDatabase())) describe(name, tests);
  else describe.skip(`${name} (${why})`, tests);
};
