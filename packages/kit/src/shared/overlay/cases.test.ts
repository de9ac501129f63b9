import { applyOverlays } from './apply';
import { canonicalOf, contentHash } from './canonical';
import table from './cases.json';
import { diffDocument } from './diff';
import { foldInput } from './fold';
import {
  overlayChangesSchema,
  type Overlay,
  type OverlayAttributes,
  type OverlayChange,
  type OverlaySchema,
} from './types';

/** cases.json is for any language; here it is held against this implementation. */
const components: Record<string, OverlayAttributes> = table.components;
const schema: OverlaySchema = {
  attributes: table.attributes,
  component: (uid) => components[uid],
};

const overlayOf = (changes: OverlayChange[]): Overlay => ({
  id: 'audience.1',
  layer: 'audience',
  name: 'Regulars',
  entryUid: 'article',
  entryDocumentId: 'entry',
  entryLocale: 'en',
  changes,
  live: null,
});

const asChanges = (changes: unknown): OverlayChange[] => overlayChangesSchema.parse(changes);

describe('cases.json', () => {
  it.each(table.hashes)('canonical form of $attribute', ({ attribute, value, canonical, hash }) => {
    const found = canonicalOf(attribute, {
      value,
      attribute: schema.attributes[attribute] ?? { type: 'string' },
      schema,
    });
    expect(found).toEqual(canonical);
    expect(contentHash(found)).toBe(hash);
  });

  it.each(table.cases)('$name: the difference', ({ edit, changes }) => {
    expect(diffDocument(table.base, { ...table.base, ...edit }, schema)).toEqual(changes);
  });

  it.each(table.cases)('$name: what is shown', ({ changes, document }) => {
    const overlay = overlayOf(asChanges(changes));
    const shown = applyOverlays(table.base, [overlay], { schema, status: 'draft' });
    expect(shown.document).toMatchObject(document);
    expect(shown.review).toEqual([]);
  });

  it.each(table.cases)('$name: what is shown, edited again, gives the same changes', (example) => {
    const { document } = applyOverlays(table.base, [overlayOf(asChanges(example.changes))], {
      schema,
      status: 'draft',
    });
    const again = foldInput(document, document, schema);
    expect(diffDocument(table.base, again, schema)).toEqual(example.changes);
  });
});
