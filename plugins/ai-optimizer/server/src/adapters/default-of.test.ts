import { defaultOf } from './default-of';

const library = () => 'works';

it.each([
  ['by Node', { default: library }],
  ['by a bundler', library],
  ['compiled, by Node', { default: { default: library } }],
])('finds the library imported %s', (_how, module) => {
  expect(defaultOf(module as { default: typeof library })()).toBe('works');
});
