import { isSame } from '../canonical';
import { isObject, type Doc } from '../shape';
import { mergeList } from './list';
import { mergeText, type Outcome } from './text';

/**
 * Rich text of blocks: three-way over the blocks, then by word inside a block that both sides
 * changed, as long as it is plain text on all three.
 */
export function mergeBlocks(base: unknown[], local: unknown[], remote: unknown[]): Outcome {
  return mergeList(
    { base, local, remote },
    {
      mergeEntry: mergeBlock,
      isComparable: (left, right) => isObject(left) && isObject(right) && left.type === right.type,
    },
  );
}

function mergeBlock(base: unknown, local: unknown, remote: unknown): Outcome {
  const texts = [base, local, remote].map(plainTextOf);
  const [from, here, there] = texts;
  const frames = [base, local, remote].map(frameOf);
  const isPlain = from != null && here != null && there != null;
  if (!isPlain || !isSame(frames[0], frames[1]) || !isSame(frames[0], frames[2])) {
    return { value: local, isConflict: true };
  }
  const { value, isConflict } = mergeText(from, here, there);
  return { value: { ...frames[0], children: [{ type: 'text', text: value }] }, isConflict };
}

/** The block without what is in it. */
const frameOf = (block: unknown): Doc => {
  if (!isObject(block)) return {};
  const { children: _children, ...frame } = block;
  return frame;
};

/** Text of a block whose only child is text without marks, else null. */
function plainTextOf(block: unknown): string | null {
  if (!isObject(block) || !Array.isArray(block.children)) return null;
  const [child, ...others] = block.children as unknown[];
  if (others.length > 0 || !isObject(child)) return null;
  const { type, text, ...marks } = child;
  if (type !== 'text' || typeof text !== 'string') return null;
  return Object.values(marks).some(Boolean) ? null : text;
}
