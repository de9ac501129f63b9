import { hashVector } from './hash-vector';
import { suggestLocally } from './local-engine';
import { unsafeReasons } from './safety';
import { LENGTHS, TASKS, type SuggestTask } from './task';

const text = `Fog here has a timetable of its own. It needs a night of clear sky, so that the land cools, and then a lazy breath of wind from the sea.
In fog one hears well and judges badly. The harbour pilot trusts the fog horn more than the radar. The harbour pilot waits for the ferry in fog.
On the ferry this morning sixty people stood on deck and nobody spoke. The fog horn said its one word, and the captain said his, and for a moment the two seemed to be discussing us.`;

const task = (kind: SuggestTask['kind'], more: Partial<SuggestTask> = {}): SuggestTask => ({
  kind,
  locale: 'en',
  before: '',
  title: 'A morning without an edge',
  text,
  headings: ['Everything is further away'],
  maxLength: LENGTHS[kind],
  count: 3,
  ...more,
});
const tools = { stem: (word: string) => word.replace(/s$/, '') };

it('names what a text is about', () => {
  expect(suggestLocally(task('keyphrases'), tools)).toContain('harbour pilot');
});

it('uses noun phrases where there is a tagger', () => {
  const tagger = () => [
    [
      { word: 'old', isNoun: false, isAdjective: true },
      { word: 'lighthouse', isNoun: true, isAdjective: false },
      { word: 'burns', isNoun: false, isAdjective: false },
    ],
  ];
  expect(suggestLocally(task('keyphrases'), { ...tools, tagger })[0]).toBe('old lighthouse');
});

it('takes a description of 120 to 156 characters out of the text', () => {
  const [first = ''] = suggestLocally(task('metaDescription'), tools);
  expect(first.length).toBeGreaterThanOrEqual(60);
  expect(first.length).toBeLessThanOrEqual(156);
  expect(text).toContain(first.split('…')[0]?.slice(0, 40));
});

it('makes slugs without small words and accents', () => {
  expect(suggestLocally(task('slug'), tools)[0]).toBe('morning-edge');
  expect(
    suggestLocally(task('slug', { title: 'Über die Brücke nach Süden', locale: 'de' }), tools)[0],
  ).toBe('ueber-bruecke-sueden');
});

it('parts long sentences and keeps every word', () => {
  const before =
    'The captain of the old ferry looked at the clock for a long time, and the pilot on the quay looked at him without a word.';
  const [value = ''] = suggestLocally(task('rewrite', { before }), tools);
  expect(value).toBe(
    'The captain of the old ferry looked at the clock for a long time. And the pilot on the quay looked at him without a word.',
  );
});

it('takes an alternative text from a file name that says something', () => {
  expect(
    suggestLocally(task('altText', { fileName: 'fishing-boats_at-dawn_02.jpg' }), tools)[0],
  ).toBe('Fishing boats at dawn');
  expect(suggestLocally(task('altText', { fileName: 'IMG_2034.jpg' }), tools)).toEqual([
    'A morning without an edge',
  ]);
});

it.each(TASKS)('%s: nothing of it breaks a safety rule, and nothing fails without text', (kind) => {
  for (const value of suggestLocally(task(kind), tools)) {
    expect([value, unsafeReasons(value, task(kind))]).toEqual([value, []]);
  }
  expect(suggestLocally(task(kind, { text: '', title: '', headings: [] }), tools)).toEqual([]);
});

it('places texts that share words near each other', () => {
  const dot = (a: number[], b: number[]) =>
    a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);
  const [bread, loaf, money] = [
    'Bake the sourdough bread in the oven with flour and salt',
    'Sourdough bread needs flour, salt and an oven',
    'The bank raised interest on savings and loans',
  ].map((one) => hashVector(one, tools));
  expect(dot(bread ?? [], loaf ?? [])).toBeGreaterThan(dot(bread ?? [], money ?? []) + 0.2);
  expect(dot(bread ?? [], bread ?? [])).toBeCloseTo(1, 10);
});
