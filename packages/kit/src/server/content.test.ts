import { titleOf } from './content';
import { changedAttributes } from './entry-image';

const string = { type: 'string' };

describe('the title of an entry', () => {
  it.each([
    ['its title', { title: 'T', name: 'N' }, { name: string, title: string }, 'T'],
    ['its name without a title', { title: '', name: 'N' }, { title: string, name: string }, 'N'],
    ['any short text', { motto: 'M' }, { body: { type: 'text' }, motto: string }, 'M'],
    ['its slug', { slug: 's' }, { slug: { type: 'uid' } }, 's'],
    ['its id where nothing is filled', { documentId: 'd1' }, { title: string }, 'd1'],
  ])('is %s', (_what, entry, attributes, title) => {
    expect(titleOf(entry, { attributes })).toBe(title);
  });
});

describe('what changed between two images', () => {
  it.each([
    ['nothing', { a: 1, b: { x: 1, y: 2 } }, { b: { y: 2, x: 1 }, a: 1 }, []],
    ['a field', { a: 1, b: 2 }, { a: 1, b: 3 }, ['b']],
    ['a field that was not there', { a: 1 }, { a: 1, b: 3 }, ['b']],
    ['the order of a list', { a: ['x', 'y'] }, { a: ['y', 'x'] }, ['a']],
    ['nothing where an empty list is nothing', { a: [] }, { a: null }, []],
    ['nothing where a component has an empty field', { a: { b: null, c: 1 } }, { a: { c: 1 } }, []],
    ['everything of a new entry', null, { a: 1, b: 2 }, ['a', 'b']],
  ])('is %s', (_what, one, other, changed) => {
    expect(changedAttributes(one, other)).toEqual(changed);
  });
});
