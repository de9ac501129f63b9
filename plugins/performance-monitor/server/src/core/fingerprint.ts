import { createHash } from 'node:crypto';
import { tokenizeSql, type SqlDialect, type SqlToken } from './sql-tokens';

export type Fingerprint = {
  /** 16 hexadecimal digits; equal for statements that differ in values only. */
  id: string;
  /** The statement with `?` for every value. */
  sql: string;
  /** `select`, `insert`, … */
  verb: string;
  tables: string[];
  /** Whether it reads the rows that belong to a list of others, as a populate does. */
  isLoad: boolean;
};

/** A statement is read up to here; what is behind is not looked at, so it cannot be stored. */
const MAX_READ = 20_000;
const MAX_STORED = 4_000;

/** What kind of statement this is, without any value in it. */
export function fingerprintOf(sql: string, dialect: SqlDialect): Fingerprint {
  const tokens = foldLists(foldSigns(tokenizeSql(sql.slice(0, MAX_READ), dialect)));
  const text = write(tokens, dialect).slice(0, MAX_STORED);
  const id = createHash('sha256').update(text).digest('hex').slice(0, 16);
  const verb = verbOf(tokens);
  return {
    id,
    sql: text,
    verb,
    tables: tablesOf(tokens),
    isLoad: verb === 'select' && hasValueList(tokens),
  };
}

/** `in (?)`, whatever the length of the list. */
const hasValueList = (tokens: readonly SqlToken[]) =>
  tokens.some(
    (token, at) =>
      token.kind === 'word' &&
      token.text === 'in' &&
      isSign(tokens[at + 1], '(') &&
      isValue(tokens[at + 2]),
  );

const isSign = (token: SqlToken | undefined, text: string) =>
  token?.kind === 'sign' && token.text === text;
const isValue = (token: SqlToken | undefined) =>
  token?.kind === 'literal' || token?.kind === 'number';

/** `= -5` and `= 5` are the same statement; `a - 5` keeps its sign. */
function foldSigns(tokens: SqlToken[]): SqlToken[] {
  return tokens.filter((token, at) => {
    const isBeforeNumber = isSign(token, '-') && tokens[at + 1]?.kind === 'number';
    if (!isBeforeNumber) return true;
    const before = tokens[at - 1];
    const isOperand =
      before !== undefined &&
      (isValue(before) || before.kind === 'name' || isSign(before, ')') || isPlainWord(before));
    return isOperand;
  });
}

const OPERATORS = new Set([
  'select',
  'where',
  'and',
  'or',
  'in',
  'between',
  'limit',
  'offset',
  'then',
  'else',
  'when',
  'values',
  'set',
  'by',
  'return',
  'returning',
  'like',
  'not',
  'is',
  'on',
  'having',
]);
const isPlainWord = (token: SqlToken) => token.kind === 'word' && !OPERATORS.has(token.text);

/** `(?, ?, ?)` becomes `(?)`, and `(?), (?)` becomes `(?)`: the length of a list is a value too. */
function foldLists(tokens: SqlToken[]): SqlToken[] {
  const out: SqlToken[] = [];
  for (const token of tokens) {
    const isRepeated =
      isValue(token) && isSign(out.at(-1), ',') && isValue(out.at(-2)) && isListStart(out.at(-3));
    if (isRepeated) out.pop();
    else out.push(token);
    foldRows(out);
  }
  return out;
}

const isListStart = (token: SqlToken | undefined) => isSign(token, '(') || isSign(token, '[');

function foldRows(out: SqlToken[]) {
  const last = out.slice(-7);
  const pattern = ['(', null, ')', ',', '(', null, ')'];
  const isRow = pattern.every((sign, at) =>
    sign === null ? isValue(last[at]) : isSign(last[at], sign),
  );
  if (isRow) out.splice(-4);
}

const TIGHT_BEFORE = new Set([',', ')', '.', ']', ';', '::']);
const TIGHT_AFTER = new Set(['(', '.', '[', '::']);

function write(tokens: readonly SqlToken[], dialect: SqlDialect): string {
  let text = '';
  let before: string | null = null;
  for (const token of tokens) {
    const part = textOf(token, dialect);
    const sign = token.kind === 'sign' ? token.text : '';
    const isTight = before === null || TIGHT_AFTER.has(before) || TIGHT_BEFORE.has(sign);
    text += isTight || (isJoined(before, sign) && part !== '(') ? part : ` ${part}`;
    before = token.kind === 'sign' ? token.text : part;
  }
  return text;
}

/** Words that a name must not be without quotes: the statement has to be run again to be explained. */
const RESERVED = new Set(
  'all and as asc between by case check column cross default desc distinct else end exists for foreign from full group having in index inner is join key left like limit not null offset on or order outer primary references right select set table then to union unique user values when where with'.split(
    ' ',
  ),
);

function textOf(token: SqlToken, dialect: SqlDialect): string {
  if (token.kind === 'literal' || token.kind === 'number') return '?';
  if (token.kind !== 'name') return token.text;
  const { text } = token;
  if (/^[a-z_][a-z0-9_$]*$/.test(text) && !RESERVED.has(text)) return text;
  return dialect === 'mysql' ? `\`${text}\`` : `"${text}"`;
}

/** `<=`, `!=`, `||`, `->>`: signs of one operator stand together. */
const isJoined = (before: string | null, sign: string) =>
  before !== null && /^[<>=!|&~@#-]$/.test(before) && /^[<>=|&~@#>]$/.test(sign);

const VERBS = new Set([
  'select',
  'insert',
  'update',
  'delete',
  'replace',
  'with',
  'begin',
  'commit',
  'rollback',
  'savepoint',
  'release',
  'create',
  'alter',
  'drop',
  'pragma',
  'show',
  'explain',
  'set',
]);

function verbOf(tokens: readonly SqlToken[]): string {
  const first = tokens.find((token) => token.kind === 'word');
  const verb = first?.kind === 'word' ? first.text : '';
  return VERBS.has(verb) ? verb : 'other';
}

const TABLE_AFTER = new Set(['from', 'join', 'into', 'update']);

/** Names behind `from`, `join`, `into` and `update`, schema left out, each once. */
function tablesOf(tokens: readonly SqlToken[]): string[] {
  const found = new Set<string>();
  tokens.forEach((token, at) => {
    if (token.kind !== 'word' || !TABLE_AFTER.has(token.text)) return;
    let name = tokens[at + 1];
    if (isSign(tokens[at + 2], '.')) name = tokens[at + 3];
    if (name?.kind === 'name' || (name?.kind === 'word' && !OPERATORS.has(name.text))) {
      found.add(name.text);
    }
  });
  return [...found];
}

/** Whether a stored statement only reads: one statement, `select` first, no `into`, no lock. */
export function isPlainSelect(sql: string, dialect: SqlDialect): boolean {
  const tokens = tokenizeSql(sql, dialect);
  const words = tokens.flatMap((token) => (token.kind === 'word' ? [token.text] : []));
  const hasSeveral = tokens.some((token, at) => isSign(token, ';') && at < tokens.length - 1);
  const writes = [
    'into',
    'insert',
    'update',
    'delete',
    'replace',
    'merge',
    'call',
    'copy',
    'share',
  ];
  return words[0] === 'select' && !hasSeveral && !words.some((word) => writes.includes(word));
}
