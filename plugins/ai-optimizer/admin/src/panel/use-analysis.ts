import { useEffect, useState } from 'react';
import { analyse, extract, languageOf, type Analysis } from '../../../shared/analysis';
import type { PanelType } from '../../../shared/contracts/scores';

const DEBOUNCE_MS = 300;

type Input = {
  values: unknown;
  type: PanelType | undefined;
  locale: string;
  keyphrase: string;
  updatedAt?: string;
};

/** The analysis of what stands in the form, shortly after the last key. */
export function useAnalysis({
  values,
  type,
  locale,
  keyphrase,
  updatedAt,
}: Input): Analysis | null {
  const [analysis, setAnalysis] = useState<Analysis | null>(null);
  useEffect(() => {
    if (!type) return;
    const run = () => {
      const language = languageOf(locale || 'en');
      setAnalysis(
        analyse(extract(values, type.schema), {
          locale: locale || 'en',
          keyphrase,
          synonyms: type.synonyms,
          weights: type.weights,
          terms: type.terms.filter((term) => !term.locale || languageOf(term.locale) === language),
          ...(updatedAt ? { updatedAt: Date.parse(updatedAt), now: Date.now() } : {}),
        }),
      );
    };
    const timer = setTimeout(run, DEBOUNCE_MS);
    return () => clearTimeout(timer);
  }, [values, type, locale, keyphrase, updatedAt]);
  return analysis;
}
