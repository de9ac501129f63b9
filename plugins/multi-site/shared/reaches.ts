/** How far something of the application reaches. `unknown`: nobody has decided about it. */
export const REACHES = ['scoped', 'shared', 'global', 'unknown'] as const;
export type Reach = (typeof REACHES)[number];
