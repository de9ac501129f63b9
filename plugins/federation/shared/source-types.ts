/** Apart from the contract, which the admin may not load. */
export const SOURCE_TYPES = ['feed', 'strapi'] as const;
export type SourceType = (typeof SOURCE_TYPES)[number];
