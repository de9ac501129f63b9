/** Audiences and rules of the demo, made from what the site writes about. */

type Tree = { combinator: 'and' | 'or'; not?: boolean; rules: object[] };
const all = (...rules: object[]): Tree => ({ combinator: 'and', rules });
const any = (...rules: object[]): Tree => ({ combinator: 'or', rules });
const clause = (field: string, operator: string, value: unknown) => ({ field, operator, value });

const ARTICLE = 'api::article.article';

export const GOAL = 'Newsletter signed up';
export const KEY_LABEL = 'Demo website';

/** What a rule has when it does not say otherwise. */
export const CONDITION = {
  tree: all(),
  audiences: [],
  actions: [],
  schedule: { from: null, to: null },
  coverage: 1,
};

export type RuleSeed = { name: string; isDraft?: boolean } & Record<string, unknown>;

export const AUDIENCES = (first: string, second: string) => [
  {
    name: `Likes ${first}`,
    description: `Read several entries about ${first} lately.`,
    tree: all(clause('interests', 'includes', first)),
  },
  {
    name: `Likes ${second}`,
    description: `Read several entries about ${second} lately.`,
    tree: all(clause('interests', 'includes', second)),
  },
  {
    name: 'Regulars',
    description: 'Came at least three times.',
    tree: all(clause('visits', '>=', 3)),
  },
  {
    name: 'Returning on the phone',
    description: 'Were here before and read on a phone.',
    tree: all(clause('isReturning', '=', true), clause('device', '=', 'mobile')),
  },
  {
    name: 'Newcomers',
    description: 'Their first visit, or one long ago.',
    tree: any(clause('isReturning', '=', false), clause('daysSinceLastSeen', '>', 20)),
  },
];

const keyOf = (name: string) => name.toLowerCase().replace(/[\s_-]+/g, '-');

export const RULES = ({
  first,
  second,
  articles,
  variants,
}: {
  first: string;
  second: string;
  articles: readonly string[];
  variants: readonly string[];
}): RuleSeed[] => [
  ...variants.slice(0, 1).map((variant) => ({
    name: 'Short version for returning readers',
    tree: all(clause('isReturning', '=', true)),
    actions: [{ type: 'showVariant', variant }],
  })),
  {
    name: `More ${first} for those who like it`,
    audiences: [keyOf(`Likes ${first}`)],
    actions: [{ type: 'boost', uid: ARTICLE, attribute: 'tags', value: first }],
  },
  {
    name: `More ${second} for those who like it`,
    audiences: [keyOf(`Likes ${second}`)],
    actions: [{ type: 'boost', uid: ARTICLE, attribute: 'tags', value: second }],
  },
  {
    name: 'Recommend to regulars',
    audiences: ['regulars'],
    actions: [{ type: 'recommend', slot: 'read-next', limit: 6 }],
  },
  {
    name: 'Welcome newcomers',
    audiences: ['newcomers'],
    actions: [{ type: 'setAttribute', name: 'banner', value: 'welcome' }],
  },
  {
    name: 'Weekend reading first',
    isDraft: true,
    tree: all(clause('weekday', 'in', 'saturday, sunday')),
    actions: [{ type: 'pin', uid: ARTICLE, documentId: articles.at(-1) ?? '', slot: 1 }],
  },
];
