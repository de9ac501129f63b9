import { isOperator } from './compile';
import { textTest } from './text-test';
import type { RegexFactory } from './types';
import { hasOnlyOperators, isForbiddenPath, isRecord } from './values';

const GROUPS = new Set(['$or', '$and', '$nor']);
const MAX_DEPTH = 10;
const MAX_CLAUSES = 200;

type Options = {
  regex?: RegexFactory;
  /** Whether a path may be used; all may when left out. */
  isKnownPath?: (path: string) => boolean;
};

/** What keeps a condition from being saved, one sentence a problem; an empty list if nothing. */
export function checkCondition(condition: unknown, options: Options = {}): string[] {
  const problems: string[] = [];
  let clauses = 0;
  const walk = (value: unknown, depth: number): void => {
    if (depth > MAX_DEPTH) return void problems.push(`Groups are nested deeper than ${MAX_DEPTH}.`);
    if (!isRecord(value)) return void problems.push('A condition has to be an object.');
    for (const [key, part] of Object.entries(value)) {
      if (GROUPS.has(key)) {
        if (Array.isArray(part)) part.forEach((one) => walk(one, depth + 1));
        else problems.push(`${key} needs a list of conditions.`);
      } else if (key === '$not') walk(part, depth + 1);
      else if (key === '$savedGroup') clauses += 1;
      else if (key.startsWith('$')) problems.push(`There is no group "${key}".`);
      else {
        clauses += 1;
        problems.push(...checkPath(key, part, options));
      }
    }
  };
  walk(condition, 1);
  if (clauses > MAX_CLAUSES) problems.push(`There are more than ${MAX_CLAUSES} clauses.`);
  return [...new Set(problems)];
}

function checkPath(path: string, value: unknown, options: Options): string[] {
  if (isForbiddenPath(path)) return [`"${path}" cannot be used as an attribute.`];
  if (options.isKnownPath && !options.isKnownPath(path))
    return [`There is no attribute "${path}".`];
  return isRecord(value) && hasOnlyOperators(value) ? checkOperators(value, options) : [];
}

function checkOperators(value: Record<string, unknown>, options: Options): string[] {
  return Object.entries(value).flatMap(([name, expected]) => {
    if (!isOperator(name)) return [`There is no operator "${name}".`];
    if (name === '$regex' || name === '$regexi') return checkText(expected, options);
    const isNested = name === '$not' || name === '$elemMatch' || name === '$size';
    return isNested && isRecord(expected) && hasOnlyOperators(expected)
      ? checkOperators(expected, options)
      : [];
  });
}

function checkText(expected: unknown, { regex }: Options): string[] {
  if (typeof expected !== 'string' || expected.length > 500) {
    return ['An expression is text of at most 500 characters.'];
  }
  try {
    textTest(expected, { isCaseInsensitive: false, regex });
    return [];
  } catch {
    return [
      `The expression "${expected}" cannot be used: it is not understood, or could run forever.`,
    ];
  }
}
