import type { Condition } from 'suite-kit/shared';
import { attributeOf } from './attributes';

/**
 * The tree that the rule builder edits (react-querybuilder's own shape) and what it means. The
 * tree is stored as it is, so that it comes back as it was drawn; the condition is made from it
 * here, because the library's own export does not escape text.
 */
export type RuleClause = { id?: string; field: string; operator: string; value: unknown };
export type RuleGroup = {
  id?: string;
  combinator: 'and' | 'or';
  not?: boolean;
  rules: (RuleClause | RuleGroup)[];
};

export const EMPTY_TREE: RuleGroup = { combinator: 'and', rules: [] };

export const isGroup = (part: RuleClause | RuleGroup): part is RuleGroup => 'rules' in part;

export const OPERATORS = {
  text: ['=', '!=', 'in', 'notIn', 'contains', 'beginsWith', 'endsWith', 'exists', 'missing'],
  number: ['=', '!=', '<', '<=', '>', '>=', 'exists', 'missing'],
  boolean: ['='],
  list: ['includes', 'excludes', 'includesAny', 'includesAll'],
} as const;

export type OperatorName = (typeof OPERATORS)[keyof typeof OPERATORS][number];

/** GrowthBook condition of a tree. A group with "not" becomes `$nor`; an empty one lets everyone pass. */
export function toCondition(group: RuleGroup): Condition {
  const parts = group.rules.map((part) => (isGroup(part) ? toCondition(part) : clause(part)));
  const inner: Condition =
    parts.length === 0 ? {} : { [group.combinator === 'or' ? '$or' : '$and']: parts };
  return group.not ? { $not: inner } : inner;
}

function clause({ field, operator, value }: RuleClause): Condition {
  return { [field]: expectation(field, operator as OperatorName, value) };
}

function expectation(field: string, operator: OperatorName, value: unknown): unknown {
  const typed = typedValue(field, value);
  switch (operator) {
    case '=':
      return attributeOf(field)?.kind === 'text' ? { $eq: typed } : typed;
    case '!=':
      return { $ne: typed };
    case '<':
      return { $lt: typed };
    case '<=':
      return { $lte: typed };
    case '>':
      return { $gt: typed };
    case '>=':
      return { $gte: typed };
    case 'in':
    case 'includesAny':
      return { $in: listOf(value) };
    case 'notIn':
      return { $nin: listOf(value) };
    case 'includes':
      return { $in: [textOf(value)] };
    case 'excludes':
      return { $nin: [textOf(value)] };
    case 'includesAll':
      return { $all: listOf(value) };
    case 'contains':
      return { $regexi: escapeText(textOf(value)) };
    case 'beginsWith':
      return { $regexi: `^${escapeText(textOf(value))}` };
    case 'endsWith':
      return { $regexi: `${escapeText(textOf(value))}$` };
    case 'exists':
      return { $exists: true };
    case 'missing':
      return { $exists: false };
  }
}

const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value).trim()
    : '';

function typedValue(field: string, value: unknown): string | number | boolean {
  const kind = attributeOf(field)?.kind ?? 'text';
  const text = textOf(value);
  if (kind === 'number') return Number(text);
  if (kind === 'boolean') return text !== 'false';
  return text;
}

function listOf(value: unknown): string[] {
  const parts = Array.isArray(value) ? value.map(textOf) : textOf(value).split(',');
  return parts.map((part) => part.trim()).filter(Boolean);
}

const escapeText = (text: string) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/** What is missing in a tree: a sentence's code and the clause, for the form. */
export function treeProblems(group: RuleGroup): { code: 'no-value' | 'no-field'; field: string }[] {
  return group.rules.flatMap((part) => {
    if (isGroup(part)) return treeProblems(part);
    if (!attributeOf(part.field)) return [{ code: 'no-field' as const, field: part.field }];
    const needsValue = part.operator !== 'exists' && part.operator !== 'missing';
    const text = Array.isArray(part.value) ? part.value.join('') : textOf(part.value);
    const isMissing = needsValue && text === '';
    return isMissing ? [{ code: 'no-value' as const, field: part.field }] : [];
  });
}

/** Names of the attributes that a condition asks for. */
export function attributesIn(condition: Condition): string[] {
  const names = new Set<string>();
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(walk);
    if (typeof value !== 'object' || value === null) return;
    for (const [key, part] of Object.entries(value)) {
      if (key.startsWith('$')) walk(part);
      else names.add(key);
    }
  };
  walk(condition);
  return [...names];
}
