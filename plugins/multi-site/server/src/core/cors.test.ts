import { decideCors } from './cors';

describe('origins of a site', () => {
  it.each([
    [null, ['https://a.example'], { kind: 'leave' }],
    ['https://a.example', undefined, { kind: 'leave' }],
    ['https://a.example', [], { kind: 'leave' }],
    ['https://a.example', ['https://A.example'], { kind: 'allow', origin: 'https://a.example' }],
    ['https://b.example', ['https://a.example'], { kind: 'refuse' }],
    ['https://a.example.evil', ['https://a.example'], { kind: 'refuse' }],
    ['null', ['https://a.example'], { kind: 'refuse' }],
  ])('%j against %j', (origin, allowed, expected) => {
    expect(decideCors(origin, allowed)).toEqual(expected);
  });
});
