import { fingerprintOf } from '../core/fingerprint';
import { StatementCache } from './statement-cache';

const of = (sql: string) => fingerprintOf(sql, 'sqlite');
const numbered = (count: number) =>
  Array.from({ length: count }, (_, at) => `select ${String(at).padStart(6, '0')} from "a"`);

it('gives back what was kept, also for another string that says the same', () => {
  const cache = new StatementCache(100);
  const statements = ['select 1', 'select 2', 'select "a" from "b"'];
  statements.forEach((sql) => cache.set(sql, of(sql)));
  const again = statements.map((sql) => cache.get(Buffer.from(sql).toString()));
  expect(again).toEqual(statements.map(of));
  expect(cache.get('select 3')).toBeUndefined();
});

it('keeps a few of one length, the new ones among them', () => {
  const cache = new StatementCache(1000);
  const all = numbered(50);
  all.forEach((sql) => cache.set(sql, of(sql)));
  expect(all.filter((sql) => cache.get(sql))).toHaveLength(8);
  expect(cache.get(all.at(-1) ?? '')).toBeDefined();
});

it('begins anew when it is full', () => {
  const cache = new StatementCache(5);
  const all = ['a', 'bb', 'ccc', 'dddd', 'eeeee', 'ffffff'];
  all.forEach((sql) => cache.set(sql, of(sql)));
  expect(all.filter((sql) => cache.get(sql))).toEqual(['ffffff']);
});
