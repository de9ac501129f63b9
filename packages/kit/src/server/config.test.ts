import { z } from '@strapi/utils';
import { defineConfig } from './config';

const config = defineConfig(
  'shop',
  z
    .object({
      maxAgeMs: z.number().int().min(0).default(500),
      mode: z.enum(['a', 'b']).default('a'),
      nested: z.object({ flag: z.boolean().default(true) }).default({ flag: true }),
    })
    .strict(),
);

describe('the configuration of a plugin', () => {
  it('has the schema’s defaults', () => {
    expect(config.default).toEqual({ maxAgeMs: 500, mode: 'a', nested: { flag: true } });
  });

  it.each([[{}], [{ maxAgeMs: 0 }], [{ mode: 'b', nested: { flag: false } }]])(
    'takes %j',
    (given) => {
      expect(() => config.validator(given)).not.toThrow();
    },
  );

  it.each([
    ['a wrong type', { maxAgeMs: '1' }, '"maxAgeMs"'],
    ['a wrong value', { mode: 'c' }, '"mode"'],
    ['a wrong value further down', { nested: { flag: 1 } }, '"nested.flag"'],
    ['an unknown option', { maxAge: 1 }, 'maxAge'],
    ['no object', null, '"config"'],
  ])('refuses %s in one sentence that names plugin and option', (_what, given, named) => {
    expect(() => config.validator(given)).toThrow(/^\[shop\] Wrong option .* in config\/plugins: /);
    expect(() => config.validator(given)).toThrow(named);
  });
});
