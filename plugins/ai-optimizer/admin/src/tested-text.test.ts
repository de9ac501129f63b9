import { asState, testedIn } from './tested-text';

const tested = { field: 'title', before: 'Old', text: 'New' };

it('comes along with an address', () => {
  expect(testedIn(asState(tested))).toEqual(tested);
});

it.each([
  [null],
  ['text'],
  [{}],
  [{ 'ai-optimizer.tested-text': { field: 'title' } }],
  [{ usr: 1 }],
])('is not in %j', (state) => {
  expect(testedIn(state)).toBeNull();
});
