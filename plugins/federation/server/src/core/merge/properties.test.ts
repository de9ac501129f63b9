import { isSame } from '../canonical';
import type { Doc, Shape } from '../shape';
import { mergeDocument, type Merge } from './document';

/** Another number tries other edits; a failure names the round, which this repeats. */
const SEED = 20260;
const ROUNDS = 1_500;

/** mulberry32 */
function randomOf(seed: number) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const SHAPE: Shape = {
  title: { kind: 'scalar', type: 'string' },
  count: { kind: 'scalar', type: 'integer' },
  body: { kind: 'text', type: 'richtext' },
  blocks: { kind: 'blocks', type: 'blocks' },
  facts: { kind: 'json', type: 'json' },
  tags: { kind: 'relations', type: 'relation' },
  seo: {
    kind: 'component',
    type: 'component',
    fields: { title: { kind: 'scalar', type: 'string' }, text: { kind: 'text', type: 'text' } },
  },
  links: {
    kind: 'components',
    type: 'component',
    fields: { label: { kind: 'scalar', type: 'string' }, url: { kind: 'scalar', type: 'string' } },
  },
};

type Random = () => number;

const WORDS = 'river stone lantern market winter bread harbour quiet letter garden'.split(' ');

class Editor {
  /** Marks made by this editor: each is a word that exists nowhere else. */
  readonly marks: string[] = [];
  private count = 0;

  constructor(
    private readonly name: string,
    private readonly random: Random,
  ) {}

  private below = (limit: number) => Math.floor(this.random() * limit);
  private word = () => WORDS[this.below(WORDS.length)] as string;
  private mark = () => {
    this.count += 1;
    const mark = `${this.name}${this.count}`;
    this.marks.push(mark);
    return mark;
  };

  sentence = () => Array.from({ length: 6 + this.below(6) }, () => this.word()).join(' ');

  document(): Doc {
    return {
      title: this.sentence(),
      count: this.below(100),
      body: Array.from({ length: 6 }, () => this.sentence()).join('\n'),
      blocks: Array.from({ length: 5 }, () => paragraph(this.sentence())),
      facts: { a: this.below(9), b: { c: this.word(), d: this.word() } },
      tags: ['t1', 't2', 't3', 't4'],
      seo: { title: this.sentence(), text: this.sentence() },
      links: [1, 2, 3, 4].map((n) => ({
        label: `${this.word()} ${n} ${this.word()}`,
        url: `/${n}`,
      })),
    };
  }

  edit(document: Doc): Doc {
    const next = structuredClone(document) as Record<string, never>;
    for (let times = 1 + this.below(4); times > 0; times -= 1) this.change(next);
    return next;
  }

  private replaceWord(text: string): string {
    const words = text.split(' ');
    words[this.below(words.length)] = this.mark();
    return words.join(' ');
  }

  private change(doc: Record<string, never>) {
    const any = doc as Record<string, unknown>;
    const lines = (any.body as string).split('\n');
    const line = this.below(lines.length);
    const blocks = any.blocks as ReturnType<typeof paragraph>[];
    const links = any.links as { label: string; url: string }[];
    const seo = any.seo as { title: string; text: string };
    const tags = any.tags as string[];
    const changes: (() => void)[] = [
      () => (any.title = this.replaceWord(any.title as string)),
      () => (any.count = this.below(1_000)),
      () => {
        lines[line] = this.replaceWord(lines[line] as string);
        any.body = lines.join('\n');
      },
      () => {
        lines.splice(line, 0, `${this.mark()} ${this.sentence()}`);
        any.body = lines.join('\n');
      },
      () =>
        blocks.splice(
          this.below(blocks.length + 1),
          0,
          paragraph(`${this.mark()} ${this.sentence()}`),
        ),
      () => {
        const block = blocks[this.below(blocks.length)];
        if (block)
          block.children = [
            { type: 'text', text: this.replaceWord(block.children[0]?.text ?? '') },
          ];
      },
      () => blocks.splice(this.below(blocks.length), 1),
      () => ((any.facts as Doc)[this.word()] = this.mark()),
      () => tags.splice(this.below(tags.length + 1), 0, this.mark()),
      () => tags.splice(this.below(tags.length), 1),
      () => (seo.title = this.replaceWord(seo.title)),
      () => (seo.text = this.replaceWord(seo.text)),
      () => {
        const [moved] = links.splice(this.below(links.length), 1);
        if (moved) links.splice(this.below(links.length + 1), 0, moved);
      },
      () => {
        const entry = links[this.below(links.length)];
        if (entry) entry.label = this.replaceWord(entry.label);
      },
      () => links.push({ label: `${this.mark()} ${this.sentence()}`, url: `/${this.mark()}` }),
    ];
    changes[this.below(changes.length)]?.();
  }
}

const paragraph = (text: string) => ({ type: 'paragraph', children: [{ type: 'text', text }] });

const textOf = (value: unknown) => JSON.stringify(value);
const run = (base: Doc, local: Doc, remote: Doc): Merge =>
  mergeDocument({ base, local, remote, shape: SHAPE, preset: 'merge' });

describe(`random edits on both sides (seed ${SEED})`, () => {
  const rounds = Array.from({ length: ROUNDS }, (_, index) => {
    const random = randomOf(SEED + index);
    const here = new Editor('here', random);
    const there = new Editor('there', random);
    const base = new Editor('base', random).document();
    const local = here.edit(base);
    const remote = there.edit(base);
    return { index, base, local, remote, here, there, result: run(base, local, remote) };
  });

  it('a clean merge is the same from either side', () => {
    const different = rounds.filter(({ base, local, remote, result }) => {
      const mirrored = run(base, remote, local);
      const clean = Object.keys(SHAPE).filter((name) =>
        [...result.conflicts, ...mirrored.conflicts].every(
          ({ path }) => path.split('.')[0] !== name,
        ),
      );
      return clean.some((name) => !isSame(result.value[name], mirrored.value[name]));
    });
    expect(different.map(({ index }) => index)).toEqual([]);
  });

  it('sees the same conflicts from either side', () => {
    const different = rounds.filter(({ base, local, remote, result }) => {
      const paths = ({ conflicts }: Merge) => conflicts.map(({ path }) => path).sort();
      return !isSame(paths(result), paths(run(base, remote, local)));
    });
    expect(different.map(({ index }) => index)).toEqual([]);
  });

  it('loses nothing in silence: every edit is in the result or in a conflict', () => {
    const lost = rounds.flatMap(({ index, local, remote, here, there, result }) => {
      const kept = textOf([result.value, result.conflicts]);
      const missing = (marks: string[], side: Doc) =>
        // A mark that its own editor wrote over again is not an edit any more.
        marks.filter((mark) => textOf(side).includes(mark) && !kept.includes(mark));
      return [...missing(here.marks, local), ...missing(there.marks, remote)].map(
        (mark) => `${index}: ${mark}`,
      );
    });
    expect(lost).toEqual([]);
  });

  it('takes a field that one side changed from that side, without asking', () => {
    const wrong = rounds.flatMap(({ index, base, local, remote, result }) =>
      Object.keys(SHAPE)
        .filter((name) => isSame(local[name], base[name]) !== isSame(remote[name], base[name]))
        .filter((name) => {
          const expected = isSame(local[name], base[name]) ? remote[name] : local[name];
          return !isSame(result.value[name], expected);
        })
        .map((name) => `${index}: ${name}`),
    );
    expect(wrong).toEqual([]);
  });

  it('is quiet after it: merging again changes nothing', () => {
    const noisy = rounds.filter(({ remote, result, local }) => {
      const again = run(result.base, { ...local, ...result.value }, remote);
      return again.changed.length > 0 || again.conflicts.length !== result.conflicts.length;
    });
    expect(noisy.map(({ index }) => index)).toEqual([]);
  });

  it('settles most documents without a person', () => {
    const clean = rounds.filter(({ result }) => result.conflicts.length === 0);
    expect(clean.length / ROUNDS).toBeGreaterThan(0.6);
  });
});
