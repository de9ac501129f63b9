import { useCallback } from 'react';
import type { Condition } from '../../../../shared/contracts/alerts';
import { useFormat } from '../../components/format';
import { useTexts } from '../../texts';
import { UNITS } from './rule-values';

/** A rule in one sentence, as its name may say something else. */
export function useRuleSentence() {
  const t = useTexts();
  const format = useFormat();
  return useCallback(
    ({ condition, forSeconds }: { condition: Condition; forSeconds: number }): string => {
      const after = Math.round(forSeconds / 60);
      if (condition.kind === 'absence') {
        return t('sentence.absence', { minutes: condition.windowMinutes });
      }
      if (condition.kind === 'burn-rate') {
        return t('sentence.burn-rate', {
          objective: format.unit(condition.objective * 100, '%'),
          good: t(`good.${condition.good}`),
        });
      }
      const signal = t(`signal.${condition.signal}`);
      if (condition.kind === 'anomaly') return t('sentence.anomaly', { signal });
      return t(`sentence.${condition.comparison}`, {
        signal,
        limit: format.unit(condition.threshold, UNITS[condition.signal]),
        after,
      });
    },
    [format, t],
  );
}
