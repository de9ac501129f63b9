import { readContext, type Context, type Finding } from './context';
import { countText, formulasFor } from './formulas';
import * as readability from './readability-checks';
import * as search from './search-checks';
import * as structure from './structure-checks';
import type { Analysis, AnalysisOptions, Check, ContentNode, Group, Light } from './types';

/** Changes with every rule that can move a score: scores of two versions are not compared. */
export const ENGINE_VERSION = '1';

type Rule = {
  id: string;
  group: Group;
  weight: number;
  run: (context: Context, formulas: Record<string, number>) => Finding;
};
const rule = (group: Group, id: string, weight: number, run: Rule['run']): Rule => ({
  id,
  group,
  weight,
  run,
});

const RULES: readonly Rule[] = [
  rule('readability', 'reading-ease', 3, readability.readingEase),
  rule('readability', 'sentence-length', 3, readability.sentenceLength),
  rule('readability', 'paragraph-length', 2, readability.paragraphLength),
  rule('readability', 'section-length', 2, readability.sectionLength),
  rule('readability', 'passive-voice', 1, readability.passiveVoice),
  rule('readability', 'transition-words', 1, readability.transitionWords),
  rule('readability', 'repeated-starts', 1, readability.repeatedStarts),
  rule('search', 'title-width', 3, search.titleLength),
  rule('search', 'meta-description', 3, search.metaDescription),
  rule('search', 'slug', 1, search.slugShape),
  rule('search', 'word-count', 3, search.wordCount),
  rule('search', 'phrase-title', 3, search.phraseInTitle),
  rule('search', 'phrase-slug', 1, search.phraseInSlug),
  rule('search', 'phrase-intro', 2, search.phraseInIntro),
  rule('search', 'phrase-headings', 1, search.phraseInHeadings),
  rule('search', 'phrase-meta', 2, search.phraseInMeta),
  rule('search', 'phrase-alt', 1, search.phraseInAlt),
  rule('search', 'phrase-density', 2, search.phraseDensity),
  rule('structure', 'subheadings', 2, structure.subheadings),
  rule('structure', 'heading-order', 2, structure.headingOrder),
  rule('structure', 'alt-texts', 3, structure.altTexts),
  rule('structure', 'inner-links', 1, structure.innerLinks),
  rule('structure', 'outer-links', 1, structure.outerLinks),
  rule('structure', 'empty-links', 2, structure.emptyLinks),
  rule('structure', 'share-image', 1, structure.shareImage),
  rule('structure', 'freshness', 1, structure.freshness),
  rule('words', 'inclusive-words', 2, structure.inclusiveWords),
  rule('words', 'word-list', 3, structure.wordList),
];

export const DEFAULT_WEIGHTS: Readonly<Record<string, number>> = Object.fromEntries(
  RULES.map(({ id, weight }) => [id, weight]),
);

const POINTS: Record<Light, number> = { good: 1, fair: 0.5, poor: 0 };
const WORDS_A_MINUTE = 200;

/** The score of an entry from 0 to 100, and every check behind it with what it saw. */
export function analyse(nodes: readonly ContentNode[], options: AnalysisOptions): Analysis {
  const context = readContext(nodes, options);
  const counts = countText(
    context.sentences.map(({ text }) => text),
    context.language,
  );
  const formulas = formulasFor(context.language, counts);
  const checks = RULES.flatMap((entry): Check[] => {
    const weight = options.weights?.[entry.id] ?? entry.weight;
    const finding = weight > 0 ? entry.run(context, formulas) : null;
    if (!finding) return [];
    const { evidence = [], ...rest } = finding;
    return [
      { id: entry.id, group: entry.group, weight, ...rest, value: round(rest.value), evidence },
    ];
  });
  return {
    score: scoreOf(checks),
    engineVersion: ENGINE_VERSION,
    checks,
    figures: {
      words: context.words,
      sentences: counts.sentences,
      syllables: counts.syllables,
      readingMinutes: Math.max(1, Math.round(context.words / WORDS_A_MINUTE)),
      formulas: Object.fromEntries(
        Object.entries(formulas).map(([name, value]) => [name, round(value)]),
      ),
    },
  };
}

function scoreOf(checks: readonly Check[]): number {
  const weights = checks.reduce((sum, { weight }) => sum + weight, 0);
  if (weights === 0) return 0;
  const points = checks.reduce((sum, { weight, light }) => sum + weight * POINTS[light], 0);
  return Math.round((100 * points) / weights);
}

const round = (value: number) => Math.round(value * 100) / 100;
