/** What the analysis knows of a Strapi schema: the same in the panel and on the server. */
export type Attribute = {
  type: string;
  component?: string;
  components?: readonly string[];
  repeatable?: boolean;
  multiple?: boolean;
  target?: string;
  targetField?: string;
};
export type Attributes = Readonly<Record<string, Attribute>>;
export type ContentSchema = {
  attributes: Attributes;
  components: Readonly<Record<string, Attributes>>;
};

export const ROLES = ['title', 'metaTitle', 'metaDescription', 'slug', 'summary', 'body'] as const;
export type Role = (typeof ROLES)[number] | 'alt' | 'relation';

type ParagraphKind = 'paragraph' | 'heading' | 'item' | 'quote' | 'code';
export type Paragraph = { kind: ParagraphKind; level?: number; text: string; start: number };
export type Link = { href: string; text: string };

/** One field of an entry as plain text. Offsets of paragraphs and evidence count in `text`. */
export type ContentNode = {
  /** As the edit view names it: `sections.0.text`, `seo.metaTitle`. */
  path: string;
  kind: 'string' | 'text' | 'markdown' | 'blocks' | 'media' | 'relation';
  role: Role;
  text: string;
  paragraphs: Paragraph[];
  links: Link[];
  /** For media: the file's name. */
  name?: string;
};

export type Light = 'good' | 'fair' | 'poor';
export type Evidence = { path: string; start: number; end: number; excerpt: string; note?: string };
export const GROUPS = ['readability', 'search', 'structure', 'words'] as const;
export type Group = (typeof GROUPS)[number];

export type Check = {
  id: string;
  group: Group;
  light: Light;
  /** What was measured, in the check's unit. */
  value: number;
  /** What is asked for, as a person would say it: `<= 25`, `120-156`. */
  threshold: string;
  weight: number;
  evidence: Evidence[];
};

export type Figures = {
  words: number;
  sentences: number;
  syllables: number;
  readingMinutes: number;
  formulas: Record<string, number>;
};

export type Analysis = { score: number; engineVersion: string; checks: Check[]; figures: Figures };

/** A word the house does not want, or wants instead. */
export type Term = { term: string; replacement?: string; reason?: string };

export type AnalysisOptions = {
  locale: string;
  keyphrase?: string;
  synonyms?: readonly string[];
  /** Weight of a check by its id; 0 switches it off. */
  weights?: Readonly<Record<string, number>>;
  terms?: readonly Term[];
  /** Milliseconds; with `now` it tells how old the text is. */
  updatedAt?: number;
  now?: number;
};
