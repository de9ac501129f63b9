/** Facts about a visitor or a request; nested objects are reached by dots. */
export type Attributes = Readonly<Record<string, unknown>>;

/** GrowthBook condition JSON (specification 0.8.0), Mongo-like. */
export type Condition = Readonly<Record<string, unknown>>;

/** Saved groups by id: a list of values, or a condition of its own. */
export type SavedGroup =
  | readonly (string | number)[]
  | { type: 'list'; values: readonly (string | number)[]; attributeKey?: string }
  | { type: 'condition'; condition: Condition };
export type Groups = Readonly<Record<string, SavedGroup>>;

/** Something that tests text. Throws on what it does not understand. */
export type RegexFactory = (
  source: string,
  options: { isCaseInsensitive: boolean },
) => { test(text: string): boolean };

export type ConditionOptions = {
  groups?: Groups;
  /** For expressions that are no plain prefix, suffix or part; without it they match nothing. */
  regex?: RegexFactory;
};

export type Test = (value: unknown) => boolean;
