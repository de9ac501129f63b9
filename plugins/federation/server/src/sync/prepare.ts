import { naturalKey } from 'suite-kit/server';
import type { RemoteRecord } from '../adapters/connector';
import { hashOf } from '../core/canonical';
import { applyMapping, type Mapped, type Wanted } from '../core/map/apply-mapping';
import type { Doc } from '../core/shape';
import type { TypeMapping } from '../../../shared/contracts/mappings';
import type { SyncContext } from './context';
import { findByField } from './entries';
import type { LinkRow } from './rows';
import { isLocalized } from './shapes';

/** A record as it was mapped, and what is known of it. Nothing was asked of the network yet. */
export type Prepared = {
  record: RemoteRecord;
  mapping: TypeMapping;
  uid: string;
  locale: string;
  key: string;
  mapped: Mapped;
  /** Of the mapped record, before anything is looked up: equal hash, nothing to do. */
  remoteHash: string;
  link: LinkRow | null;
};

export const linkKey = (sourceId: string, type: string, id: string, locale: string) =>
  naturalKey([sourceId, type, id, locale]);

/** Maps a page and finds what is linked already: one query a page. */
export async function preparePage(
  context: SyncContext,
  mapping: TypeMapping,
  records: RemoteRecord[],
): Promise<Prepared[]> {
  const { source } = context;
  const prepared = records.flatMap((record): Prepared[] => {
    const locale = localeFor(context, mapping.uid, record.locale);
    if (locale === null) return [];
    const key = linkKey(source.documentId, record.type, record.id, record.locale);
    const mapped = applyMapping(record.data, mapping, context.shape(mapping.uid));
    const remoteHash = hashOf([mapped.values, mapped.wanted]);
    return [{ record, mapping, uid: mapping.uid, locale, key, mapped, remoteHash, link: null }];
  });
  const links = await context.tables.links.findMany({
    where: { key: { $in: prepared.map(({ key }) => key) } },
  });
  const byKey = new Map(links.map((link) => [link.key, link]));
  return prepared.map((item) => ({ ...item, link: byKey.get(item.key) ?? null }));
}

/** The language here; '' for types without languages, null for one that is not spoken here. */
function localeFor({ locales, model, warn }: SyncContext, uid: string, remote: string) {
  const target = model(uid);
  if (!target || !isLocalized(target)) return '';
  if (remote === '') return locales.default;
  if (locales.all.includes(remote)) return remote;
  warn(`Entries in the language "${remote}" are left out: it is not set up here.`);
  return null;
}

export type Resolved = { doc: Doc; pending: Record<string, Wanted[]> };

/** Turns references into entries and files of this side. What is not here yet waits. */
export async function resolveRecord(
  context: SyncContext,
  { uid, locale, mapped }: Pick<Prepared, 'uid' | 'locale' | 'mapped'>,
): Promise<Resolved> {
  const doc: Doc = { ...mapped.values };
  const pending: Record<string, Wanted[]> = {};
  const shape = context.shape(uid);
  for (const [name, wanted] of Object.entries(mapped.wanted)) {
    const found: string[] = [];
    let isWhole = true;
    for (const item of wanted) {
      const value = await resolveOne(context, item, locale);
      if (value === null) isWhole = false;
      else found.push(value);
    }
    const isPicture = wanted[0]?.kind === 'media';
    if (!isWhole && !isPicture) pending[name] = wanted;
    const isSingle = shape[name]?.kind === 'relation' || shape[name]?.kind === 'media';
    // What could not be found leaves the field as it is: an absent value is no empty one.
    if (!isWhole && (isSingle || isPicture)) continue;
    doc[name] = isSingle ? (found[0] ?? null) : found;
  }
  return { doc, pending };
}

async function resolveOne(
  context: SyncContext,
  wanted: Wanted,
  locale: string,
): Promise<string | null> {
  const { source, strapi, tables, media, warn } = context;
  switch (wanted.kind) {
    case 'media':
      try {
        return await media.hashOf(wanted);
      } catch (error) {
        warn(`A file was left out: ${error instanceof Error ? error.message : String(error)}.`);
        return null;
      }
    case 'lookup':
      return findByField(strapi, {
        uid: wanted.uid,
        locale,
        field: wanted.field,
        value: wanted.value,
      });
    case 'remote': {
      const [link] = await tables.links.findMany({
        where: {
          sourceId: source.documentId,
          localUid: wanted.type,
          remoteId: wanted.id,
          localId: { $ne: '' },
        },
        limit: 1,
      });
      return link?.localId ?? null;
    }
  }
}
