import { canFollow, canSeeEntries } from './neighbours';

const HEALTH = {
  plugin: 'performance-monitor',
  action: 'plugin::performance-monitor.health.read-health',
};
const held = [{ action: HEALTH.action, subject: null }];

it.each([
  ['is there and allowed', { [HEALTH.plugin]: {} }, held, true],
  ['is there, but the person may not go', { [HEALTH.plugin]: {} }, [], false],
  ['is allowed, but not installed', {}, held, false],
])('a neighbour that %s', (_name, plugins, permissions, expected) => {
  expect(canFollow({ plugins, permissions }, HEALTH)).toBe(expected);
});

it.each([
  ['of that type', 'api::article.article', true],
  ['of another type', 'api::page.page', false],
])('entries %s', (_name, subject, expected) => {
  const permissions = [{ action: 'plugin::content-manager.explorer.read', subject }];
  expect(canSeeEntries(permissions, 'api::article.article')).toBe(expected);
});
