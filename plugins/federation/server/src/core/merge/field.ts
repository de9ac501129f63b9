import { isSame } from '../canonical';
import { isObject, type Doc, type FieldShape, type Shape } from '../shape';
import { mergeBlocks } from './blocks';
import { mergeJson } from './json';
import { mergeList } from './list';
import { mergeSet } from './sequence';
import { mergeText, type Outcome } from './text';

/** Three-way merge of one field, in the way its kind asks for. */
export function mergeField(
  { base, local, remote }: { base: unknown; local: unknown; remote: unknown },
  field: FieldShape,
): Outcome {
  if (isSame(local, remote) || isSame(remote, base)) return { value: local, isConflict: false };
  if (isSame(local, base)) return { value: remote, isConflict: false };

  switch (field.kind) {
    case 'text':
      return typeof base === 'string' && typeof local === 'string' && typeof remote === 'string'
        ? mergeText(base, local, remote)
        : conflict(local);
    case 'blocks':
      return mergeBlocks(toList(base), toList(local), toList(remote));
    case 'json':
      return mergeJson(base, local, remote);
    case 'relations':
    case 'medias':
      return { value: mergeSet(toIds(base), toIds(local), toIds(remote)), isConflict: false };
    case 'component':
      return isObject(base) && isObject(local) && isObject(remote)
        ? mergeComponent(base, local, remote, field.fields ?? {})
        : conflict(local);
    case 'components':
      return mergeList<Doc>(
        { base: toDocs(base), local: toDocs(local), remote: toDocs(remote) },
        { mergeEntry: (...three) => mergeComponent(...three, field.fields ?? {}) },
      );
    case 'zone':
      return mergeList<Doc>(
        { base: toDocs(base), local: toDocs(local), remote: toDocs(remote) },
        {
          mergeEntry: (...three) =>
            mergeComponent(...three, field.components?.[String(three[0].__component)] ?? {}),
          isComparable: (left, right) =>
            isObject(left) && isObject(right) && left.__component === right.__component,
        },
      );
    default:
      return conflict(local);
  }
}

const conflict = (local: unknown): Outcome => ({ value: local, isConflict: true });

/** Field by field; one conflict inside makes the whole component one, with the clean parts merged. */
export function mergeComponent(base: Doc, local: Doc, remote: Doc, fields: Shape): Outcome<Doc> {
  let isConflict = false;
  const value: Doc = { ...local };
  for (const [name, field] of Object.entries(fields)) {
    const outcome = mergeField(
      { base: base[name] ?? null, local: local[name] ?? null, remote: remote[name] ?? null },
      field,
    );
    isConflict ||= outcome.isConflict;
    value[name] = outcome.value;
  }
  return { value, isConflict };
}

const toList = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const toDocs = (value: unknown): Doc[] => toList(value).filter(isObject);
const toIds = (value: unknown): string[] =>
  toList(value).filter((item): item is string => typeof item === 'string');
