/** One or two letters that stand for a site: "Corner Shop" is CS, "Magazine" is MA. */
export function initials(name: string): string {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const [first, second] = words;
  if (!first) return '?';
  const letters = second ? [firstLetter(first), firstLetter(second)] : [...first].slice(0, 2);
  return letters.join('').toLocaleUpperCase();
}

const firstLetter = (word: string) => [...word][0] ?? '';
