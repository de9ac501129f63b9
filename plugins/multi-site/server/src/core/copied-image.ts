type Attribute = {
  type: string;
  target?: string;
  component?: string;
};
export type ImageAttributes = Record<string, Attribute>;
type Image = Record<string, unknown>;

export type ImageMapping = {
  componentOf: (uid: string) => ImageAttributes;
  /** Null leaves it out. */
  media: (id: number) => number | null;
  relation: (uid: string, documentId: string) => string | null;
};

/**
 * The image of an entry as it is entered on another site: files and related entries are those of
 * that site, in components and dynamic zones as well.
 */
export function mapImage(image: Image, attributes: ImageAttributes, mapping: ImageMapping): Image {
  const mapped: Image = {};
  for (const [name, value] of Object.entries(image)) {
    const attribute = attributes[name];
    if (attribute) mapped[name] = mapValue(value, attribute, mapping);
  }
  return mapped;
}

function mapValue(value: unknown, attribute: Attribute, mapping: ImageMapping): unknown {
  const { type, target = '', component = '' } = attribute;
  switch (type) {
    case 'media':
      return each(value, (id) => (typeof id === 'number' ? mapping.media(id) : null));
    case 'relation':
      return each(value, (id) =>
        // Types without documentIds, like admin users, are the same everywhere.
        typeof id === 'string' ? mapping.relation(target, id) : id,
      );
    case 'component':
      return each(value, (part) =>
        isImage(part) ? mapImage(part, mapping.componentOf(component), mapping) : null,
      );
    case 'dynamiczone':
      return each(value, (part) => {
        if (!isImage(part)) return null;
        const uid = String(part.__component);
        return { __component: uid, ...mapImage(part, mapping.componentOf(uid), mapping) };
      });
    default:
      return value;
  }
}

function each(value: unknown, map: (item: unknown) => unknown): unknown {
  if (value === null || value === undefined) return null;
  return Array.isArray(value) ? value.map(map).filter((item) => item !== null) : map(value);
}

const isImage = (value: unknown): value is Image => typeof value === 'object' && value !== null;
