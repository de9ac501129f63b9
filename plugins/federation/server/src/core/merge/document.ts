import { isSame } from '../canonical';
import { isObject, type Doc, type FieldShape, type Shape } from '../shape';
import { mergeField } from './field';
import type { Outcome } from './text';
import type { FieldRule, Preset } from '../../../../shared/contracts/policies';

export type Conflict = { path: string; base: unknown; local: unknown; remote: unknown };

/** A value that did not make it into the result; it stays in the audit. */
export type Lost = { path: string; side: 'local' | 'remote'; value: unknown };

export type Merge = {
  /** The document as it should be here; only the fields that came from the source. */
  value: Doc;
  /** What the next run compares with. */
  base: Doc;
  /** Fields that differ from what is here now. */
  changed: string[];
  conflicts: Conflict[];
  lost: Lost[];
};

type Input = {
  /** What both sides agreed on last; null when they meet for the first time. */
  base: Doc | null;
  local: Doc;
  remote: Doc;
  shape: Shape;
  preset: Preset;
  rules?: Record<string, FieldRule>;
  /** Whose version was saved later; only the rule "newest" asks. */
  newer?: 'local' | 'remote';
};

/**
 * The heart of the plugin: what an entry becomes that may have been changed on both sides. Clean
 * changes are merged, the rest is named as conflicts, and there the value of this side stays
 * until somebody decides. Fields that the source did not send are left alone.
 */
export function mergeDocument(input: Input): Merge {
  const { base, local, remote, shape } = input;
  const result: Merge = { value: {}, base: { ...base }, changed: [], conflicts: [], lost: [] };
  if (input.preset === 'update-unless-edited' && isEditedHere(input)) {
    return { ...result, value: pick(local, Object.keys(remote)), base: { ...base, ...remote } };
  }
  for (const [name, field] of Object.entries(shape)) {
    if (remote[name] === undefined) continue;
    const three = { base: base?.[name], local: local[name] ?? null, remote: remote[name] };
    const outcome = decide(name, { three, field, input });
    result.value[name] = outcome.value;
    if (!isSame(outcome.value, three.local)) result.changed.push(name);
    result.conflicts.push(...outcome.conflicts);
    result.lost.push(...outcome.lost);
    // Until a conflict is settled, its field is compared with what both sides once agreed on.
    if (outcome.conflicts.length === 0) result.base[name] = remote[name];
  }
  return result;
}

type Three = { base: unknown; local: unknown; remote: unknown };
type Decision = { value: unknown; conflicts: Conflict[]; lost: Lost[] };

function decide(
  name: string,
  { three, field, input }: { three: Three; field: FieldShape; input: Input },
): Decision {
  const { local, remote, base } = three;
  const clean = (value: unknown, lost: Lost[] = []): Decision => ({ value, conflicts: [], lost });
  if (isSame(local, remote)) return clean(local);

  const rule = input.rules?.[name];
  const isEdited = base === undefined || !isSame(local, base);
  const isMoved = base === undefined || !isSame(remote, base);
  const takeRemote = () =>
    clean(remote, isEdited ? [{ path: name, side: 'local', value: local }] : []);
  const keepLocal = () =>
    clean(local, isMoved ? [{ path: name, side: 'remote', value: remote }] : []);

  if (rule === 'never') return clean(local);
  if (rule === 'local') return keepLocal();
  if (rule === 'remote') return takeRemote();
  if (rule === 'manual') {
    return isMoved ? { ...clean(local), conflicts: [{ path: name, ...three }] } : clean(local);
  }
  if (input.preset === 'remote-wins' || input.preset === 'lock') return takeRemote();

  const outcome = base === undefined ? unknownBase(local) : mergeField(three, field);
  if (!outcome.isConflict) return clean(outcome.value);
  if (rule === 'newest') return input.newer === 'remote' ? takeRemote() : keepLocal();
  if (input.preset === 'local-wins') return keepLocal();
  return conflictOf(name, { three, field, outcome });
}

/** Without a base nobody knows which side changed: never guess. */
const unknownBase = (local: unknown): Outcome => ({ value: local, isConflict: true });

/** A component is settled field by field, everything else as a whole. */
function conflictOf(
  name: string,
  { three, field, outcome }: { three: Three; field: FieldShape; outcome: Outcome },
): Decision {
  const { base, local, remote } = three;
  const isDivisible =
    field.kind === 'component' && isObject(base) && isObject(local) && isObject(remote);
  if (!isDivisible) {
    // The clean part of a text or list cannot be applied without its unclear part.
    return { value: local, conflicts: [{ path: name, ...three }], lost: [] };
  }
  const conflicts = Object.entries(field.fields ?? {}).flatMap(([key, inner]) => {
    const parts = {
      base: base[key] ?? null,
      local: local[key] ?? null,
      remote: remote[key] ?? null,
    };
    return mergeField(parts, inner).isConflict ? [{ path: `${name}.${key}`, ...parts }] : [];
  });
  const value = { ...(outcome.value as Doc) };
  for (const { path, local: here } of conflicts) value[path.slice(name.length + 1)] = here;
  return { value, conflicts, lost: [] };
}

function isEditedHere({ base, local, remote }: Input): boolean {
  if (!base) return Object.keys(remote).some((name) => !isSame(local[name] ?? null, remote[name]));
  return Object.keys(base).some((name) => !isSame(local[name] ?? null, base[name]));
}

const pick = (doc: Doc, names: string[]): Doc =>
  Object.fromEntries(names.map((name) => [name, doc[name] ?? null]));
