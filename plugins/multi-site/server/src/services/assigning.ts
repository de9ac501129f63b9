import type { Core } from '@strapi/strapi';
import type { AssignField, AssignResult, AssignValue } from '../../../shared/contracts/assigning';
import type { Site } from '../../../shared/contracts/sites';
import { matchSites } from '../core/match-sites';
import { findCollisions } from '../moving/collisions';
import { titleFieldOf, titleIn } from '../workflow/entries';
import { service } from './service';

/** Entries moved, and written down, in one go. */
const BATCH = 100;

type Wish = {
  uid: string;
  field: string;
  /** Value → slug or documentId of a site. */
  map?: Readonly<Record<string, string>>;
  /** Values that `map` does not name stay, whatever they look like. */
  isClosed?: boolean;
};
type Attribute = { type: string; target?: string };
type Row = { documentId: string } & Record<string, unknown>;

/**
 * Gives entries to sites by a field they have already: a relation, an enumeration or a text that
 * names the site. For a project in which one type served several sites before.
 */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  async function group({ uid, field, map, isClosed = false }: Wish) {
    const read = await valueReader(strapi, { uid, field });
    const byValue = new Map<string, Set<string>>();
    // The draft speaks for the entry: it has the lower number.
    const seen = new Set<string>();
    for (const row of await readRows(strapi, { uid, field })) {
      if (seen.has(row.documentId)) continue;
      seen.add(row.documentId);
      const value = read(row);
      if (value === null) continue;
      byValue.set(value, (byValue.get(value) ?? new Set()).add(row.documentId));
    }
    const { sites } = await service(strapi, 'state').fresh();
    const matches = matchSites([...byValue.keys()], { sites: sites.all, given: map });
    return matches.map(({ value, site }) => ({
      value,
      site: isClosed && map?.[value] === undefined ? null : site,
      documentIds: [...(byValue.get(value) ?? [])],
    }));
  }

  return {
    /** Types of content that are kept apart, and their fields that can name a site. */
    fields: (): AssignField[] =>
      service(strapi, 'isolation')
        .tables()
        .list.filter(({ uid, scope }) => scope === 'site' && uid.startsWith('api::'))
        .map(({ uid, name }) => ({
          contentType: uid,
          typeName: name,
          fields: fieldsOf(strapi, uid),
        }))
        .filter(({ fields }) => fields.length > 0),

    /** What would happen. */
    async preview(wish: Wish): Promise<AssignValue[]> {
      return (await group(wish)).map(({ value, site, documentIds }) => ({
        value,
        site: site ? { id: site.id, name: site.name } : null,
        entries: documentIds.length,
      }));
    },

    /** Does it. Each batch is a line in the audit and can be taken back there. */
    async apply({ sharedMedia = 'copy', ...wish }: Wish & { sharedMedia?: 'copy' | 'leave' }) {
      const result: AssignResult = { moved: 0, stayed: 0, collisions: [], auditIds: [] };
      for (const { site, documentIds } of await group(wish)) {
        for (let start = 0; start < documentIds.length; start += BATCH) {
          const batch = documentIds.slice(start, start + BATCH);
          if (site) await moveBatch({ uid: wish.uid, batch, site, sharedMedia, result });
          else result.stayed += batch.length;
        }
      }
      return result;
    },
  };

  async function moveBatch(given: {
    uid: string;
    batch: readonly string[];
    site: Site;
    sharedMedia: 'copy' | 'leave';
    result: AssignResult;
  }) {
    const { uid, batch, site, sharedMedia, result } = given;
    const taken = await findCollisions(strapi, { uid, documentIds: batch, to: site.number });
    const blocked = new Set(taken.map(({ documentId }) => documentId));
    result.collisions.push(
      ...taken.map(({ field, value }) => `${field} "${value}" on ${site.name}`),
    );
    const plan = { uid, to: site, sharedMedia };
    const free = batch.filter((documentId) => !blocked.has(documentId));
    const { entries } = await service(strapi, 'moving').preview({ ...plan, documentIds: free });
    result.stayed += batch.length - entries.length;
    if (entries.length === 0) return;
    const documentIds = entries.map(({ documentId }) => documentId);
    const done = await service(strapi, 'moving').move({ ...plan, documentIds, action: 'assign' });
    result.moved += done.moved;
    result.auditIds.push(done.auditId);
  }
};

const NAMING = new Set(['string', 'enumeration', 'uid', 'text']);
const OWN_FIELDS = new Set(['documentId', 'locale', 'localizations', 'createdBy', 'updatedBy']);

function fieldsOf(strapi: Core.Strapi, uid: string): string[] {
  const { attributes } = strapi.db.metadata.get(uid);
  return Object.entries(attributes as Record<string, Attribute>)
    .filter(([name]) => !OWN_FIELDS.has(name))
    .filter(([, { type, target }]) => NAMING.has(type) || (type === 'relation' && isApp(target)))
    .map(([name]) => name)
    .sort();
}

const isApp = (target: string | undefined) => target?.startsWith('api::') ?? false;

function readRows(strapi: Core.Strapi, { uid, field }: Wish): Promise<Row[]> {
  const { type } = attributeOf(strapi, { uid, field });
  return service(strapi, 'context').runUnscoped(() =>
    strapi.db.query(uid).findMany({
      orderBy: { id: 'asc' },
      ...(type === 'relation' ? { populate: { [field]: true } } : {}),
    }),
  ) as Promise<Row[]>;
}

function attributeOf(strapi: Core.Strapi, { uid, field }: Wish): Attribute {
  const attributes = strapi.db.metadata.get(uid).attributes as Record<
    string,
    Attribute | undefined
  >;
  const attribute = attributes[field];
  if (!attribute) throw new Error(`${uid} has no field "${field}".`);
  return attribute;
}

async function valueReader(strapi: Core.Strapi, wish: Wish) {
  const { type, target } = attributeOf(strapi, wish);
  const titleField = type === 'relation' && target ? await titleFieldOf(strapi, target) : null;
  return (row: Row): string | null => {
    const value = row[wish.field];
    const one: unknown = Array.isArray(value) ? (value.length === 1 ? value[0] : null) : value;
    if (one === null || one === undefined || one === '') return null;
    if (titleField) return titleIn(one as Row, titleField);
    return typeof one === 'string' || typeof one === 'number' ? String(one) : null;
  };
}
