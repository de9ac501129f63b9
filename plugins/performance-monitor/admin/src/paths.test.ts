import { isRoute } from './paths';

it.each([
  ['/api/articles', true],
  ['unmatched', true],
  ['background', false],
  ['other', false],
])('%s has a page: %s', (route, expected) => {
  expect(isRoute(route)).toBe(expected);
});
