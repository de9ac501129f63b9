/** What one site's list of origins makes of the headers that Strapi's own CORS has set. */
export type CorsDecision =
  | { kind: 'leave' }
  | { kind: 'allow'; origin: string }
  | { kind: 'refuse' };

/** A site that names no origins leaves everything as Strapi's middleware says. */
export function decideCors(
  origin: string | null,
  allowed: readonly string[] | undefined,
): CorsDecision {
  if (!origin || !allowed || allowed.length === 0) return { kind: 'leave' };
  const isAllowed = allowed.some((one) => one.toLowerCase() === origin.toLowerCase());
  return isAllowed ? { kind: 'allow', origin } : { kind: 'refuse' };
}
