import type { ReactNode } from 'react';
import type { PageState } from './PageFrame';

type Facts = {
  /** False until the permission is known. */
  isAllowed: boolean;
  isLoading: boolean;
  /** What went wrong, as a sentence; null if nothing did. */
  problem: string | null;
  onRetry: () => void;
  /** What to show if there is nothing to show. */
  empty?: { message: string; action?: ReactNode } | null;
};

/** Which of the five states a screen is in. */
export function pageState({ isAllowed, isLoading, problem, onRetry, empty }: Facts): PageState {
  if (isLoading) return { kind: 'loading' };
  if (!isAllowed) return { kind: 'forbidden' };
  if (problem !== null) return { kind: 'error', message: problem, onRetry };
  return empty ? { kind: 'empty', ...empty } : { kind: 'content' };
}
