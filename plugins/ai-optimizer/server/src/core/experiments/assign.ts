import { bucketRanges, chooseVariation, hash } from 'suite-kit/shared';

export type Split = {
  seed: string;
  coverage: number;
  /** Of the original first. */
  weights: readonly number[];
};

/** Weights that sum to one, however they were entered. */
export function shares(weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return total === 0
    ? weights.map(() => 1 / weights.length)
    : weights.map((weight) => weight / total);
}

/**
 * Which variation a visitor gets: 0 the original, 1… the variants, -1 takes no part. The same for
 * the same visitor at any time on any server, and in any SDK that follows GrowthBook's
 * specification (hash version 2).
 */
export function assign(visitor: string, { seed, coverage, weights }: Split): number {
  if (visitor === '') return -1;
  const place = hash(seed, visitor, 2);
  return place === null
    ? -1
    : chooseVariation(place, bucketRanges(weights.length, coverage, shares(weights)));
}

const BOT =
  /bot|crawl|spider|slurp|preview|headless|lighthouse|facebookexternalhit|embedly|curl|wget|python|httpclient|monitor/i;

/** Programs are no visitors: they get the original, and their events do not count. */
export const isBot = (userAgent: string | undefined): boolean => !userAgent || BOT.test(userAgent);
