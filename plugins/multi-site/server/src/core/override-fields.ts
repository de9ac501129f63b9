import { isOverridable, type Overlay, type OverlayAttributes } from 'suite-kit/shared';
import type { OverrideField } from '../../../shared/contracts/overrides';

/**
 * Every attribute a site may word in its own way, with where it stands; changed fields of a
 * component by themselves. What waits for a decision comes first.
 */
export function fieldsOf(
  { changes }: Pick<Overlay, 'changes'>,
  { attributes, review }: { attributes: OverlayAttributes; review: readonly string[] },
): OverrideField[] {
  const changed = changes.map(({ path, pinned }): OverrideField => {
    if (review.includes(path)) return { path, state: 'review' };
    return { path, state: pinned ? 'suspended' : 'own' };
  });
  const isTold = (name: string) =>
    changed.some(({ path }) => path === name || path.startsWith(`${name}.`));
  const inherited = Object.entries(attributes)
    .filter(([name, attribute]) => isOverridable(name, attribute) && !isTold(name))
    .map(([path]): OverrideField => ({ path, state: 'inherited' }));
  return [...changed, ...inherited].sort(
    (one, other) =>
      ORDER.indexOf(one.state) - ORDER.indexOf(other.state) || (one.path < other.path ? -1 : 1),
  );
}

const ORDER: OverrideField['state'][] = ['review', 'own', 'suspended', 'inherited'];
