import type { ContentNode } from '../../../../shared/analysis';
import { LENGTHS, type SuggestTask, type TaskKind } from './task';

type Options = {
  kind: TaskKind;
  locale: string;
  field: string;
  nodes: readonly ContentNode[];
  keyphrase: string;
  passage?: string;
  brandVoice: string;
  count: number;
  /** What the schema allows. */
  maxLength?: number;
};

/** What a provider is told, from the texts of an entry. */
export function buildTask(options: Options): SuggestTask {
  const { kind, locale, field, nodes, keyphrase, passage, brandVoice, count, maxLength } = options;
  const own = nodes.find(({ path }) => path === field);
  const body = nodes.filter(({ role }) => role === 'body' || role === 'summary');
  const before = passage ?? own?.text ?? '';
  // A rewrite may be as long as what it replaces and a bit more.
  const usual = kind === 'rewrite' ? Math.ceil(before.length * 1.5) + 40 : LENGTHS[kind];
  return {
    kind,
    locale: locale || 'en',
    before,
    title: nodes.find(({ role }) => role === 'title')?.text ?? '',
    text: body
      .filter(({ path }) => path !== field || kind === 'rewrite')
      .map(({ text }) => text)
      .join('\n\n'),
    headings: body.flatMap(({ paragraphs }) =>
      paragraphs.filter((paragraph) => paragraph.kind === 'heading').map(({ text }) => text),
    ),
    ...(keyphrase ? { keyphrase } : {}),
    ...(own?.name ? { fileName: own.name } : {}),
    ...(brandVoice ? { brandVoice } : {}),
    maxLength: Math.min(usual, maxLength ?? usual),
    count: kind === 'keyphrases' ? Math.max(count, 5) : count,
  };
}
