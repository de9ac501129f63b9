import { findSettingsProblems } from './settings-problems';

const options = { uids: new Set(['api::article.article']) };
const codes = (settings: Parameters<typeof findSettingsProblems>[0]) =>
  findSettingsProblems(settings, options).map(({ path, code }) => `${path} ${code}`);

const SCHEMA = {
  type: 'object',
  properties: { currency: { type: 'string', enum: ['EUR', 'CHF'] }, columns: { type: 'integer' } },
  required: ['currency'],
};

describe('problems of settings', () => {
  it.each([
    ['nothing where nothing is set', undefined, []],
    ['an address of a type there is', { urls: { 'api::article.article': '/a/{slug}' } }, []],
    [
      'an address of a type there is not',
      { urls: { 'api::x.x': '/a' } },
      ['settings.urls TYPE_UNKNOWN'],
    ],
    ['values that fit', { publicSchema: SCHEMA, public: { currency: 'EUR' } }, []],
    [
      'values that do not',
      { publicSchema: SCHEMA, public: { currency: 'USD', columns: 1.5 } },
      ['settings.public SCHEMA_MISMATCH', 'settings.public SCHEMA_MISMATCH'],
    ],
    ['what is missing', { publicSchema: SCHEMA }, ['settings.public SCHEMA_MISMATCH']],
    [
      'no schema at all',
      { publicSchema: { type: 'nonsense' } },
      ['settings.publicSchema SCHEMA_INVALID'],
    ],
    [
      'an expression, which could take for ever',
      { publicSchema: { properties: { a: { type: 'string', pattern: '(a+)+$' } } } },
      ['settings.publicSchema SCHEMA_INVALID'],
    ],
  ])('%s', (_name, settings, expected) => {
    expect(codes(settings)).toEqual(expected);
  });
});
