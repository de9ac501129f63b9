import { countText, formulasFor, syllablesOf } from './formulas';
import { sentencesOf } from './text';

const figures = (text: string, language = 'en') => {
  const sentences = sentencesOf(text, language).map((sentence) => sentence.text);
  const counts = countText(sentences, language);
  return { counts, ...formulasFor(language, counts) } as { counts: typeof counts } & Record<
    string,
    number
  >;
};

const NONE = {
  words: 0,
  sentences: 0,
  syllables: 0,
  letters: 0,
  polysyllables: 0,
  monosyllables: 0,
  longWords: 0,
};

// Worked examples of the Wikipedia articles on Flesch-Kincaid and Coleman-Liau.
describe('the formulas give the published values of published examples', () => {
  it('The cat sat on the mat: 116', () => {
    expect(figures('The cat sat on the mat.').flesch).toBeCloseTo(116.145, 3);
  });

  it('the platypus, 13 words of 24 syllables: reading ease 37.5, grade 11.3', () => {
    const formulas = formulasFor('en', { ...NONE, words: 13, sentences: 1, syllables: 24 });
    expect(formulas.flesch).toBeCloseTo(37.5, 1);
    expect(formulas.fleschKincaid).toBeCloseTo(11.3, 1);
  });

  it('Coleman and Liau’s abstract, 119 words, 5 sentences, 639 letters: 14.5', () => {
    const formulas = formulasFor('en', { ...NONE, words: 119, sentences: 5, letters: 639 });
    expect(formulas.colemanLiau).toBeCloseTo(14.5, 1);
  });
});

// The formulas themselves, with counts that make each term visible.
describe('from counts', () => {
  const counts = {
    words: 100,
    sentences: 5,
    syllables: 150,
    letters: 470,
    polysyllables: 10,
    monosyllables: 65,
    longWords: 20,
  };
  it.each([
    ['en', 'flesch', 59.635],
    ['en', 'fleschKincaid', 9.91],
    ['en', 'fog', 12],
    ['en', 'smog', 11.2082],
    ['en', 'colemanLiau', 10.356],
    ['en', 'ari', 10.707],
    ['en', 'lix', 40],
    ['en', 'rix', 4],
    ['de', 'amstad', 72.25],
    ['de', 'wiener', 4.8725],
    ['es', 'fernandezHuerta', 96.44],
    ['es', 'szigriszt', 93.385],
    ['fr', 'kandelMoles', 76.3],
    ['it', 'gulpease', 57],
    ['pt', 'martins', 101.635],
    ['nl', 'douma', 72.74],
    ['sv', 'lix', 40],
  ])('%s %s', (language, name, expected) => {
    expect(formulasFor(language, counts)[name]).toBeCloseTo(expected, 3);
  });
  it('says nothing without text', () => {
    expect(formulasFor('en', { ...counts, words: 0, sentences: 0 })).toEqual({});
  });
});

it.each([
  ['harbour', 'en', 2],
  ['readability', 'en', 5],
  ['Hafen', 'de', 2],
  ['Leuchtturm', 'de', 2],
  ['Bedienungsanleitung', 'de', 6],
  ['1848', 'en', 1],
])('%s (%s) has %i syllables', (word, language, expected) => {
  expect(syllablesOf(word, language)).toBe(expected);
});

it('does not end a sentence at an abbreviation', () => {
  expect(sentencesOf('Dr. Brandt met Mrs. Olsen. They spoke.', 'en')).toHaveLength(2);
  expect(sentencesOf('Das gilt z. B. am Hafen. Dort ist Ruhe.', 'de')).toHaveLength(2);
});
