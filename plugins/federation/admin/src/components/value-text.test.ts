import { textToBlocks, valueText } from './value-text';

it.each([
  ['nothing', null, ''],
  ['text', 'a', 'a'],
  ['a number', 3, '3'],
  ['blocks', textToBlocks('one\n\ntwo'), 'one\n\ntwo'],
  ['a list', ['a', 'b'], 'a\nb'],
  ['a component', { label: 'Home', url: '/', note: null }, 'label: Home\nurl: /'],
  ['components', [{ label: 'A' }, { label: 'B' }], 'label: A\nlabel: B'],
])('%s is readable', (_name, value, text) => {
  expect(valueText(value)).toBe(text);
});
