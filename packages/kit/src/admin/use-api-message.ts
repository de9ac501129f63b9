import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import { MESSAGES } from './messages';

/** What RTK Query hands over when a request fails; every field may be missing. */
export type ApiProblem = { message?: string; details?: unknown };

/**
 * The sentence for a failed request: our translation of its stable code, else
 * what the server said, else a plain apology.
 */
export const useApiMessage = (pluginId: string) => {
  const { formatMessage, messages } = useIntl();
  return useCallback(
    (error: unknown): string => {
      const problem = (error ?? {}) as ApiProblem;
      const code = codeOf(problem.details);
      const id = code ? `${pluginId}.error.${code}` : null;
      if (id && messages[id]) return formatMessage({ id });
      return problem.message || formatMessage(MESSAGES.unknownProblem);
    },
    [formatMessage, messages, pluginId],
  );
};

function codeOf(details: unknown): string | null {
  if (typeof details !== 'object' || details === null) return null;
  const { code } = details as { code?: unknown };
  return typeof code === 'string' ? code : null;
}
