import type { Interaction } from '../core/recommender';
import type { ProfileRow } from './types';

/** What a visitor looked at, the latest first. */
export const historyOf = ({ behaviorPatterns }: ProfileRow): Interaction[] =>
  (behaviorPatterns?.lastItems ?? []).map(({ documentId, t }) => ({ documentId, t }));
