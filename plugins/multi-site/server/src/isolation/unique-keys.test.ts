import { errors } from '@strapi/utils';
import type { UniqueField } from '../core/unique-keys';
import { asCollided, asTaken, type Claim } from './unique-keys';

const fieldOf = (name: string, hash: string): UniqueField => ({
  name,
  column: name,
  isText: true,
  keyColumn: `ms_key_${hash}`,
  index: `articles_key_${hash}`,
});
const claims: Claim[] = [
  { field: fieldOf('slug', '11111111'), key: 'a', value: 'news', id: null },
  { field: fieldOf('sku', '22222222'), key: 'b', value: 'S-1', id: null },
];
/** As knex hands it on: the statement, then what the database said. */
const errorOf = (said: string, more: object) =>
  Object.assign(
    new Error(`insert into articles (ms_key_11111111, ms_key_22222222) values (?, ?) - ${said}`),
    more,
  );

describe('what a database says of a key that is there already', () => {
  it.each([
    [
      'PostgreSQL',
      errorOf('duplicate key value violates unique constraint "articles_key_22222222"', {
        code: '23505',
        constraint: 'articles_key_22222222',
      }),
    ],
    [
      'MariaDB',
      errorOf("Duplicate entry 'b' for key 'articles_key_22222222'", { code: 'ER_DUP_ENTRY' }),
    ],
    [
      'MySQL',
      errorOf("Duplicate entry 'b' for key 'articles.articles_key_22222222'", {
        code: 'ER_DUP_ENTRY',
      }),
    ],
    [
      'SQLite',
      errorOf('UNIQUE constraint failed: articles.ms_key_22222222', {
        code: 'SQLITE_CONSTRAINT_UNIQUE',
      }),
    ],
  ])('%s: is Strapi’s own answer, of that field', (_database, error) => {
    const answer = asTaken(error, claims);
    expect(answer).toBeInstanceOf(errors.ValidationError);
    expect(answer).toMatchObject({
      message: 'This attribute must be unique',
      details: { errors: [{ path: ['sku'], value: 'S-1' }] },
    });
  });

  it.each([
    ['another unique index', errorOf('Duplicate entry', { code: 'ER_DUP_ENTRY' })],
    ['another error', errorOf('articles_key_22222222 is locked', { code: '40P01' })],
    ['no code', errorOf('articles_key_22222222', {})],
    ['no error', 'articles_key_22222222'],
  ])('is left as it is: %s', (_what, error) => {
    expect(asTaken(error, claims)).toBeNull();
  });
});

describe('what a database says of writers that wait for one another', () => {
  it.each(['40P01', 'ER_LOCK_DEADLOCK'])('%s: nothing was saved, try again', (code) => {
    expect(asCollided(errorOf('deadlock', { code }))).toMatchObject({
      details: { code: 'MULTI_SITE_SAVE_COLLIDED' },
    });
  });

  it.each([
    ['a key that is there already', errorOf('Duplicate entry', { code: 'ER_DUP_ENTRY' })],
    ['no error', 'ER_LOCK_DEADLOCK'],
  ])('is left as it is: %s', (_what, error) => {
    expect(asCollided(error)).toBeNull();
  });
});
