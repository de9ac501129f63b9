import { initials } from './initials';

describe('initials', () => {
  it.each([
    ['Corner Shop', 'CS'],
    ['Magazine', 'MA'],
    ['Kettle & Clay', 'KC'],
    ['  city-guide  marenburg ', 'CG'],
    ['Öl', 'ÖL'],
    ['X', 'X'],
    ['東京 案内', '東案'],
    ['𝒜pple 2', '𝒜2'],
    ['…', '?'],
    ['', '?'],
  ])('makes %j into %j', (name, expected) => {
    expect(initials(name)).toBe(expected);
  });
});
