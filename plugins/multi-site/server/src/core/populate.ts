type Attribute = {
  type: string;
  component?: string;
  components?: readonly string[];
  target?: string;
};
export type Schemas = {
  attributesOf(uid: string): Record<string, Attribute> | undefined;
};
export type Populate = Record<string, unknown>;

/** Components within components; Strapi's own editor allows no more. */
const MAX_DEPTH = 6;
/** Who made something belongs to the installation, not to the site. */
const SKIPPED = new Set(['createdBy', 'updatedBy', 'localizations']);

/**
 * What to populate for a whole entry: all components and zones to the bottom, media with its
 * address, and of linked entries only by which id they are known.
 */
export function buildPopulate(uid: string, schemas: Schemas, depth = 0): Populate {
  const populate: Populate = {};
  if (depth > MAX_DEPTH) return populate;
  for (const [name, attribute] of Object.entries(schemas.attributesOf(uid) ?? {})) {
    if (SKIPPED.has(name)) continue;
    const { type, component, components = [] } = attribute;
    if (type === 'component' && component) {
      populate[name] = { populate: buildPopulate(component, schemas, depth + 1) };
    } else if (type === 'dynamiczone') {
      const on = components.map((one) => [
        one,
        { populate: buildPopulate(one, schemas, depth + 1) },
      ]);
      populate[name] = { on: Object.fromEntries(on) as object };
    } else if (type === 'media') {
      populate[name] = { select: ['documentId', 'name', 'url', 'alternativeText'] };
    } else if (type === 'relation') {
      populate[name] = { select: ['documentId'] };
    }
  }
  return populate;
}
