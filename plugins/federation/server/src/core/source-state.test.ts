import { healthOf, later } from './source-state';

it.each([
  [{ lastState: null, failures: 0, isEnabled: true }, 'new'],
  [{ lastState: 'done', failures: 0, isEnabled: true }, 'ok'],
  [{ lastState: 'failed', failures: 1, isEnabled: true }, 'failing'],
  [{ lastState: 'done', failures: 0, isEnabled: false }, 'paused'],
])('%j is %s', (state, health) => {
  expect(healthOf(state)).toBe(health);
});

it.each([
  [0, 1],
  [2, 1],
  [3, 8],
  [6, 64],
  [40, 24 * 60],
])('after %i failures the next run is in %i minutes', (failures, minutes) => {
  const next = later(new Date(60_000), { failures, now: 0 });
  expect(next?.getTime()).toBe(minutes * 60_000);
});
