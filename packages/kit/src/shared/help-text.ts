/** As much Markdown as a help page is written in: headings, paragraphs, lists, code, tables. */
export type HelpInline =
  | { kind: 'text' | 'strong' | 'code'; text: string }
  | { kind: 'link'; text: string; href: string };

export type HelpBlock =
  | { kind: 'heading'; level: 1 | 2 | 3; text: string; id: string }
  | { kind: 'paragraph'; parts: HelpInline[] }
  | { kind: 'list'; isOrdered: boolean; items: HelpInline[][] }
  | { kind: 'code'; text: string }
  | { kind: 'table'; head: HelpInline[][]; rows: HelpInline[][][] };

const INLINE = /(\*\*[^*]+\*\*|`[^`]+`|\[[^\]]+\]\([^)\s]+\))/;

export function readInline(text: string): HelpInline[] {
  return text
    .split(INLINE)
    .filter((part) => part !== '')
    .map((part): HelpInline => {
      if (part.startsWith('**') && part.length > 4)
        return { kind: 'strong', text: part.slice(2, -2) };
      if (part.startsWith('`') && part.length > 2) return { kind: 'code', text: part.slice(1, -1) };
      const link = /^\[([^\]]+)\]\(([^)\s]+)\)$/.exec(part);
      return link
        ? { kind: 'link', text: link[1] ?? '', href: link[2] ?? '' }
        : { kind: 'text', text: part };
    });
}

const slugOf = (text: string) =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '');

const cells = (line: string) =>
  line
    .replaceAll(/^\s*\||\|\s*$/g, '')
    .split('|')
    .map((cell) => readInline(cell.trim()));

/** What begins another block without an empty line before it. */
const BREAK = /^(#{1,3}\s|```|\s*\|)/;
const ITEM = /^\s*([-*]|\d+\.)\s+(.*)$/;

export function readHelp(source: string): HelpBlock[] {
  const lines = source.replaceAll('\r', '').split('\n');
  const blocks: HelpBlock[] = [];
  let at = 0;

  /** Lines from here for as long as they belong together. */
  const take = (belongs: (line: string) => boolean) => {
    const taken: string[] = [];
    for (let line = lines[at]; line !== undefined && belongs(line); line = lines[at]) {
      taken.push(line);
      at += 1;
    }
    return taken;
  };

  while (at < lines.length) {
    const line = lines[at] ?? '';
    const heading = /^(#{1,3})\s+(.*)$/.exec(line);
    if (line.trim() === '') at += 1;
    else if (heading) {
      const text = heading[2] ?? '';
      const level = (heading[1]?.length ?? 1) as 1 | 2 | 3;
      blocks.push({ kind: 'heading', level, text, id: slugOf(text) });
      at += 1;
    } else if (line.startsWith('```')) {
      at += 1;
      const text = take((next) => !next.startsWith('```')).join('\n');
      at += 1;
      blocks.push({ kind: 'code', text });
    } else if (line.trimStart().startsWith('|')) {
      const [head = '', , ...rows] = take((next) => next.trimStart().startsWith('|'));
      blocks.push({ kind: 'table', head: cells(head), rows: rows.map(cells) });
    } else if (ITEM.test(line)) {
      const isOrdered = /^\s*\d/.test(line);
      // A line that goes on, or an item of the same kind of list.
      const isSameKind = (text: string) => !ITEM.test(text) || /^\s*\d/.test(text) === isOrdered;
      const items: string[] = [];
      for (const next of take(
        (text) => text.trim() !== '' && !BREAK.test(text) && isSameKind(text),
      )) {
        const item = ITEM.exec(next);
        if (item) items.push(item[2] ?? '');
        else items.push(`${items.pop() ?? ''} ${next.trim()}`);
      }
      blocks.push({ kind: 'list', isOrdered, items: items.map(readInline) });
    } else {
      const text = take((next) => next.trim() !== '' && !BREAK.test(next) && !ITEM.test(next));
      blocks.push({
        kind: 'paragraph',
        parts: readInline(text.map((part) => part.trim()).join(' ')),
      });
    }
  }
  return blocks;
}
