import type { RegexFactory } from './types';

/** Characters that mean themselves in an expression. */
const PLAIN = /^(?:[^\\^$.*+?()[\]{}|]|\\[\\^$.*+?()[\]{}|/-])*$/;
const unescape = (source: string) => source.replace(/\\(.)/g, '$1');
const MAX_TEXT = 10_000;

type TextTest = (text: string) => boolean;

/**
 * Most expressions of rules are `^text`, `text$`, `^text$` or `text`: those become plain text
 * comparisons. JavaScript's own engine can be made to run for minutes by the others
 * (`^(a+)+$`), so they need a factory that cannot. Text is cut at 10,000 characters.
 *
 * @throws Error when nothing here understands the expression.
 */
export function textTest(
  source: string,
  { isCaseInsensitive, regex }: { isCaseInsensitive: boolean; regex: RegexFactory | undefined },
): TextTest {
  const plain = plainTest(source, isCaseInsensitive);
  if (plain) return plain;
  if (!regex) throw new Error('Only plain text, ^text and text$ can be compared here.');
  const compiled = regex(source, { isCaseInsensitive });
  return (text) => compiled.test(text.length > MAX_TEXT ? text.slice(0, MAX_TEXT) : text);
}

function plainTest(source: string, isCaseInsensitive: boolean): TextTest | null {
  const isStart = source.startsWith('^');
  const isEnd = source.endsWith('$') && !source.endsWith('\\$');
  const middle = source.slice(isStart ? 1 : 0, isEnd ? -1 : undefined);
  if (!PLAIN.test(middle)) return null;
  const literal = unescape(middle);
  const wanted = isCaseInsensitive ? literal.toLowerCase() : literal;
  const fold = (text: string) => (isCaseInsensitive ? text.toLowerCase() : text);
  if (isStart && isEnd) return (text) => fold(text) === wanted;
  if (isStart) return (text) => fold(text).startsWith(wanted);
  if (isEnd) return (text) => fold(text).endsWith(wanted);
  return (text) => fold(text).includes(wanted);
}
