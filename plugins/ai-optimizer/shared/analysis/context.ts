import { findPhrase } from './stem';
import { languageOf, sentencesOf, wordsOf, type Span } from './text';
import type { AnalysisOptions, ContentNode, Evidence, Light, Paragraph, Role } from './types';

export type Sentence = Span & { path: string; words: number; paragraph: number };
export type Prose = Paragraph & { path: string; words: number };

/** Everything the checks look at, worked out once. */
export type Context = {
  language: string;
  options: AnalysisOptions;
  nodes: readonly ContentNode[];
  body: readonly ContentNode[];
  prose: readonly Prose[];
  sentences: readonly Sentence[];
  words: number;
  textOf: (role: Role) => string | undefined;
  pathOf: (role: Role) => string;
  phrases: readonly string[];
};

export function readContext(nodes: readonly ContentNode[], options: AnalysisOptions): Context {
  const language = languageOf(options.locale);
  const body = nodes.filter(({ role }) => role === 'body' || role === 'summary');
  const prose = body.flatMap(({ path, paragraphs }) =>
    paragraphs.map((paragraph) => ({ ...paragraph, path, words: wordsOf(paragraph.text).length })),
  );
  const sentences = prose.flatMap((paragraph, index) =>
    paragraph.kind === 'heading'
      ? []
      : sentencesOf(paragraph.text, language).map((span) => ({
          ...span,
          start: paragraph.start + span.start,
          path: paragraph.path,
          words: wordsOf(span.text).length,
          paragraph: index,
        })),
  );
  const nodeOf = (role: Role) => nodes.find((node) => node.role === role);
  const keyphrase = options.keyphrase?.trim() ?? '';
  return {
    language,
    options,
    nodes,
    body,
    prose,
    sentences,
    words: prose.reduce((sum, { words }) => sum + words, 0),
    textOf: (role) => nodeOf(role)?.text,
    pathOf: (role) => nodeOf(role)?.path ?? '',
    phrases: keyphrase === '' ? [] : [keyphrase, ...(options.synonyms ?? [])],
  };
}

/** What a check found; null where it does not apply. */
export type Finding = {
  light: Light;
  value: number;
  threshold: string;
  evidence?: Evidence[];
} | null;

const MAX_EVIDENCE = 20;
const MAX_EXCERPT = 160;

export function evidenceOf(
  spans: readonly { path: string; text: string; start: number; note?: string }[],
): Evidence[] {
  return spans.slice(0, MAX_EVIDENCE).map(({ path, text, start, note }) => {
    const trimmed = text.trim();
    const from = start + (text.length - text.trimStart().length);
    return {
      path,
      start: from,
      end: from + trimmed.length,
      excerpt: trimmed.slice(0, MAX_EXCERPT),
      ...(note ? { note } : {}),
    };
  });
}

/** Light by a share that should be low: at most `good`, at most `fair`. */
export const lowIsGood = (value: number, limits: { good: number; fair: number }): Light =>
  value <= limits.good ? 'good' : value <= limits.fair ? 'fair' : 'poor';

export const highIsGood = (value: number, limits: { good: number; fair: number }): Light =>
  value >= limits.good ? 'good' : value >= limits.fair ? 'fair' : 'poor';

export const hasPhrase = (context: Context, text: string): boolean =>
  context.phrases.some((phrase) => findPhrase(text, phrase, context.language).length > 0);
