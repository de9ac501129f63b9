/** What can be suggested. */
export const TASKS = [
  'title',
  'metaTitle',
  'metaDescription',
  'summary',
  'slug',
  'keyphrases',
  'altText',
  'rewrite',
] as const;
export type TaskKind = (typeof TASKS)[number];

/** Everything a provider is given; nothing else of the entry leaves the server. */
export type SuggestTask = {
  kind: TaskKind;
  locale: string;
  /** The field as it is. */
  before: string;
  title: string;
  /** Plain text of the entry. */
  text: string;
  headings: readonly string[];
  keyphrase?: string;
  /** Name of the file, for alternative texts. */
  fileName?: string;
  /** How the house writes. */
  brandVoice?: string;
  maxLength: number;
  count: number;
};

export type Usage = { tokensIn: number; tokensOut: number };
export type Proposal = { values: string[]; usage: Usage; model: string };
export type CallOptions = { signal: AbortSignal };

/** A way to get suggestions: the engine on board, or a model behind an API. */
export type SuggestionProvider = {
  id: 'local' | 'openai';
  model: string;
  /** Tokens that a call may use at most: what is reserved of the budget before it is made. */
  estimate(task: SuggestTask): Usage;
  suggest(task: SuggestTask, options: CallOptions): Promise<Proposal>;
  complete(request: Completion, options: CallOptions): Promise<{ text: string; usage: Usage }>;
  embed(
    texts: readonly string[],
    options: CallOptions,
  ): Promise<{ vectors: number[][]; usage: Usage }>;
};

export type Completion = { system?: string; prompt: string; maxTokens?: number };

/** Length a text of this kind may have, where the schema says nothing shorter. */
export const LENGTHS: Readonly<Record<TaskKind, number>> = {
  title: 90,
  metaTitle: 60,
  metaDescription: 156,
  summary: 320,
  slug: 70,
  keyphrases: 60,
  altText: 125,
  rewrite: 4000,
};
