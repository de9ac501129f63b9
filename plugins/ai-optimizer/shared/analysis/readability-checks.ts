import { evidenceOf, highIsGood, lowIsGood, type Context, type Finding } from './context';
import { mainFormula } from './formulas';
import { PASSIVE, TRANSITIONS } from './language-data';
import { wordsOf } from './text';

const LONG_SENTENCE = 20;
const share = (part: number, whole: number) => (whole === 0 ? 0 : (100 * part) / whole);

/** Below this there is too little text for shares to mean anything. */
const MIN_SENTENCES = 3;
const hasText = ({ sentences }: Context) => sentences.length >= MIN_SENTENCES;

export function readingEase(context: Context, formulas: Record<string, number>): Finding {
  const name = mainFormula(context.language);
  const value = formulas[name];
  if (value === undefined || !hasText(context)) return null;
  // LIX grows with difficulty: 40 is the mean of newspapers, 50 is difficult (Björnsson).
  if (name === 'lix') {
    return { light: lowIsGood(value, { good: 45, fair: 55 }), value, threshold: '<= 45' };
  }
  return { light: highIsGood(value, { good: 50, fair: 30 }), value, threshold: '>= 50' };
}

export function sentenceLength(context: Context): Finding {
  if (!hasText(context)) return null;
  const long = context.sentences.filter(({ words }) => words > LONG_SENTENCE);
  const value = share(long.length, context.sentences.length);
  return {
    light: lowIsGood(value, { good: 25, fair: 30 }),
    value,
    threshold: '<= 25 %',
    evidence: evidenceOf(long),
  };
}

export function paragraphLength(context: Context): Finding {
  const paragraphs = context.prose.filter(({ kind }) => kind === 'paragraph');
  if (paragraphs.length === 0) return null;
  const value = Math.max(...paragraphs.map(({ words }) => words));
  return {
    light: lowIsGood(value, { good: 150, fair: 200 }),
    value,
    threshold: '<= 150',
    evidence: evidenceOf(paragraphs.filter(({ words }) => words > 150)),
  };
}

/** Words between two headings. */
export function sectionLength(context: Context): Finding {
  if (context.words <= 300) return null;
  let current = 0;
  let longest = 0;
  for (const { kind, words } of context.prose) {
    current = kind === 'heading' ? 0 : current + words;
    longest = Math.max(longest, current);
  }
  return {
    light: lowIsGood(longest, { good: 300, fair: 350 }),
    value: longest,
    threshold: '<= 300',
  };
}

export function passiveVoice(context: Context): Finding {
  const pattern = PASSIVE[context.language];
  if (!pattern || !hasText(context)) return null;
  const passive = context.sentences.filter(({ text }) => pattern.test(text));
  const value = share(passive.length, context.sentences.length);
  return {
    light: lowIsGood(value, { good: 10, fair: 15 }),
    value,
    threshold: '<= 10 %',
    evidence: evidenceOf(passive),
  };
}

export function transitionWords(context: Context): Finding {
  const list = TRANSITIONS[context.language];
  if (!list || context.sentences.length < 8) return null;
  const holding = context.sentences.filter(({ text }) => {
    const words = ` ${wordsOf(text.toLowerCase()).join(' ')} `;
    return list.some((transition) => words.includes(` ${transition} `));
  });
  const value = share(holding.length, context.sentences.length);
  return { light: highIsGood(value, { good: 30, fair: 20 }), value, threshold: '>= 30 %' };
}

/** Three sentences in a row that begin with the same word. */
export function repeatedStarts(context: Context): Finding {
  if (!hasText(context)) return null;
  const starts = context.sentences.map(({ text }) => wordsOf(text.toLowerCase())[0]);
  const repeated = context.sentences.filter(
    (_sentence, at) => at >= 2 && starts[at] === starts[at - 1] && starts[at] === starts[at - 2],
  );
  return {
    light: lowIsGood(repeated.length, { good: 0, fair: 1 }),
    value: repeated.length,
    threshold: '0',
    evidence: evidenceOf(repeated),
  };
}
