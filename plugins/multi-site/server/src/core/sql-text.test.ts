import { createTableMatcher, findTableInSql } from './sql-text';

const tables = createTableMatcher([
  'articles',
  'articles_tags',
  'files',
  'upload_folders',
  'odd$t',
]);
const find = (sql: string, bindings: readonly unknown[] = []) =>
  findTableInSql(sql, bindings, tables);

describe('raw SQL that reads or writes site content', () => {
  it.each([
    ['a select', 'select * from articles', 'articles'],
    ['another case', 'SELECT * FROM Articles', 'articles'],
    ['double quotes', 'select * from "articles"', 'articles'],
    ['backticks', 'select * from `articles`', 'articles'],
    ['brackets', 'select * from [articles]', 'articles'],
    ['a schema', 'select * from public.articles', 'articles'],
    ['line breaks', 'select *\nfrom\n\tarticles\nwhere 1 = 1', 'articles'],
    ['a comment instead of a blank', 'select/**/title/**/from/**/articles', 'articles'],
    ['a join', 'select * from tags t join articles a on a.id = t.id', 'articles'],
    ['a comma join', 'select * from tags,articles', 'articles'],
    ['a sub-select in an expression', '(select max(id) from articles)', 'articles'],
    ['a union', 'select 1 union select title from articles', 'articles'],
    ['a common table', 'with a as (select * from articles) select * from a', 'articles'],
    ['an insert', "insert into articles (title) values ('x')", 'articles'],
    ['an update', "update articles set title = 'x'", 'articles'],
    ['a delete', 'delete from articles', 'articles'],
    ['a truncate', 'truncate articles', 'articles'],
    ['a replace', 'replace into articles values (1)', 'articles'],
    ['PostgreSQL’s table command', 'table articles', 'articles'],
    ['PostgreSQL’s copy', 'copy articles to stdout', 'articles'],
    ['the longer of two names', 'select * from articles_tags', 'articles_tags'],
    ['a name with a sign of its own', 'select * from odd$t', 'odd$t'],
    ['the name inside a text, to be safe', "select 'articles'", 'articles'],
  ])('is noticed in %s', (_what, sql, table) => {
    expect(find(sql)).toBe(table);
  });

  it.each([
    ['a name bound as an identifier', 'select * from ??', ['articles'], 'articles'],
    ['a name with an alias', 'select * from ??', ['articles as a'], 'articles'],
    ['a name with a schema', 'select * from ??', ['public.articles'], 'articles'],
    ['the second binding', 'select ? from ??', [1, 'files'], 'files'],
  ])('is noticed in %s', (_what, sql, bindings, table) => {
    expect(find(sql, bindings)).toBe(table);
  });
});

describe('raw SQL that is let pass', () => {
  it.each([
    ['an expression', 'count(*)'],
    ['an expression on a column of such a table', 'lower(articles.title)'],
    ['a table of nobody', 'select * from core_store'],
    ['a longer name', 'select * from articles_archive'],
    ['a name that ends alike', 'select * from my_articles'],
    ['words that only hold a verb', 'articles.selected'],
    ['begin', 'BEGIN;'],
    ['nothing', ''],
  ])('is %s', (_what, sql) => {
    expect(find(sql)).toBeNull();
  });

  it('is a value that is no text', () => {
    expect(find('select * from tags where id = ?', [5, null, { articles: 1 }])).toBeNull();
  });

  it('is everything where no table is known', () => {
    expect(findTableInSql('select * from articles', [], createTableMatcher([]))).toBeNull();
  });
});
