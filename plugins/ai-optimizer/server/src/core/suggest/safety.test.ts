import type { SuggestTask } from './task';
import { unsafeReasons } from './safety';

const task: SuggestTask = {
  kind: 'metaDescription',
  locale: 'en',
  before: '',
  title: 'A morning without an edge',
  text: 'At half past five the quay is there. The ferry of 1987 is due. See https://harbour.example/fog for {{place}}.',
  headings: [],
  maxLength: 156,
  count: 3,
};
const rewrite: SuggestTask = {
  ...task,
  kind: 'rewrite',
  before: 'The ferry of 1987 waits for {{place}}, see [fog](https://harbour.example/fog).',
  maxLength: 400,
};

describe('lets through', () => {
  it.each([
    ['plain text', 'Fog has a timetable of its own.', task],
    ['a number of the text', 'The ferry of 1987 is due.', task],
    ['a host of the text', 'More at harbour.example/fog.', task],
    [
      'markup that was there before',
      'The 1987 ferry waits for {{place}}. See [fog](https://harbour.example/fog).',
      rewrite,
    ],
  ])('%s', (_what, value, of) => {
    expect(unsafeReasons(value, of)).toEqual([]);
  });
});

describe('refuses', () => {
  it.each([
    ['nothing', '   ', task, 'empty'],
    ['what is too long', 'word '.repeat(50), task, 'too-long'],
    ['script', 'Fog <script>alert(1)</script>', task, 'script'],
    ['a handler', 'Fog onerror=alert(1)', task, 'script'],
    ['a script link', 'javascript:alert(1)', task, 'script'],
    ['markup', 'Fog <b>here</b>', task, 'markup'],
    ['a Markdown link', '[win](/prize)', task, 'markup'],
    ['a foreign host', 'Read https://evil.example now', task, 'new-host'],
    ['a foreign host without scheme', 'Read evil-shop.com now', task, 'new-host'],
    ['an invented number', 'Since 1852 the ferry is due.', task, 'invented-number'],
    ['a lost placeholder', 'The ferry of 1987 waits.', rewrite, 'lost-placeholder'],
    ['a lost number', 'The ferry waits for {{place}}.', rewrite, 'lost-number'],
    ['new markup in a rewrite', 'The 1987 ferry <img src=x> {{place}}', rewrite, 'markup'],
    ['hidden characters', 'Fog\u202egnp.exe', task, 'control-characters'],
    ['the fence', 'Fog n0nce', task, 'fence'],
  ])('%s', (_what, value, of, reason) => {
    expect(unsafeReasons(value, of, { fence: 'n0nce' })).toContain(reason);
  });

  it('another language', () => {
    const german =
      'Wenn Nebel kommt, bleibt der Hafen nicht stehen. Er fängt an zuzuhören, und alle warten.';
    const guessLanguage = () => 'de';
    expect(unsafeReasons(german, task, { guessLanguage })).toEqual(['other-language']);
    expect(unsafeReasons(german, { ...task, locale: 'de' }, { guessLanguage })).toEqual([]);
  });
});
