import type { OverlayAttribute } from './types';

export type OverlayKind =
  | 'scalar'
  | 'media'
  | 'media-list'
  | 'relation'
  | 'relation-list'
  | 'component'
  | 'component-list'
  | 'zone';

/** Strapi's own attributes: they say which entry this is, not what is in it. */
const OWN_NAMES = new Set([
  'id',
  'documentId',
  'locale',
  'localizations',
  'status',
  'createdAt',
  'updatedAt',
  'publishedAt',
  'createdBy',
  'updatedBy',
]);

/**
 * How an attribute can be overridden; null where it cannot: Strapi's own attributes, slugs and
 * other uid fields (they make addresses), passwords, morph relations.
 */
export function kindOf(name: string, attribute: OverlayAttribute | undefined): OverlayKind | null {
  if (!attribute || OWN_NAMES.has(name)) return null;
  switch (attribute.type) {
    case 'uid':
    case 'password':
      return null;
    case 'media':
      return attribute.multiple ? 'media-list' : 'media';
    case 'relation': {
      const relation = attribute.relation ?? '';
      if (!attribute.target || relation.startsWith('morph')) return null;
      return relation.endsWith('Many') ? 'relation-list' : 'relation';
    }
    case 'component':
      return attribute.repeatable ? 'component-list' : 'component';
    case 'dynamiczone':
      return 'zone';
    default:
      return 'scalar';
  }
}

/** May an overlay change this attribute? */
export const isOverridable = (name: string, attribute: OverlayAttribute | undefined): boolean =>
  kindOf(name, attribute) !== null;
