import german from './de.json';
import english from './en.json';

/** Arguments of an ICU text: `{name}` and `{count, plural, …}`. */
const argumentsOf = (text: string) =>
  [...new Set([...text.matchAll(/\{(\w+)(?=[,}])/g)].map((match) => match[1]))].sort();

describe('German texts', () => {
  const texts = german as Record<string, string>;

  it('are there for every English one', () => {
    expect(Object.keys(english).filter((id) => !texts[id])).toEqual([]);
  });

  it('take the same values', () => {
    const different = Object.entries(english).filter(
      ([id, text]) => argumentsOf(text).join() !== argumentsOf(texts[id] ?? '').join(),
    );
    expect(different).toEqual([]);
  });
});
