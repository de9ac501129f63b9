import { RE2JS } from 're2js';
import type { RegexFactory } from 'suite-kit/shared';

const MAX_LENGTH = 500;

/**
 * Expressions in time linear to the text: RE2's engine instead of JavaScript's, which some
 * expressions keep busy for minutes. What RE2 does not know (back references, look-around) throws.
 */
export const safeRegex: RegexFactory = (source, { isCaseInsensitive }) => {
  if (source.length > MAX_LENGTH)
    throw new Error(`An expression has at most ${MAX_LENGTH} characters.`);
  const expression = RE2JS.compile(source, isCaseInsensitive ? RE2JS.CASE_INSENSITIVE : 0);
  return { test: (text) => expression.matcher(text).find() };
};
