import type { Core } from '@strapi/strapi';
import { NO_SITE, siteScope } from 'suite-kit/server';
import type { Marker } from '../../../shared/contracts/health';
import { UID } from '../../../shared/plugin';
import { errors } from '../errors';

type Row = Omit<Marker, 'id' | 'at' | 'isSingle'> & { documentId: string; at: string | number };

export type Published = {
  at: number;
  title: string;
  site: number;
  contentType: string;
  documentId: string;
  locale: string | null;
};

/** More than this of one content type between two writes becomes one marker with a number. */
const SINGLE = 3;
const MAX_WAITING = 5_000;
const MOST_IN_WINDOW = 200;

/** What happened: deploys, publishes, notes. They stand in every chart. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const query = () => strapi.db.query(UID.marker);
  let waiting: Published[] = [];

  /** Deploys concern everybody; a publish belongs to its site. */
  function visible(): Record<string, unknown> {
    const scope = siteScope(strapi);
    if (scope.kind !== 'site') return {};
    const sites = scope.isDefault ? [scope.number, NO_SITE] : [scope.number];
    return { $or: [{ isNetwork: true }, { site: { $in: sites } }] };
  }

  return {
    /** Never in the way of who publishes: written with the next figures. */
    published(entry: Published): void {
      if (waiting.length < MAX_WAITING) waiting.push(entry);
    },

    async flush(): Promise<void> {
      const taken = waiting;
      waiting = [];
      if (taken.length === 0) return;
      try {
        await query().createMany({ data: toRows(taken, (uid) => nameOf(strapi, uid)) });
      } catch (error) {
        // They come with the next batch.
        waiting = [...taken, ...waiting].slice(0, MAX_WAITING);
        throw error;
      }
    },

    async inWindow({
      from,
      to,
      contentType,
    }: {
      from: number;
      to: number;
      contentType?: string;
    }): Promise<Marker[]> {
      const ofType = contentType ? { $or: [{ contentType }, { kind: { $ne: 'publish' } }] } : {};
      const inside = { at: { $gte: from, $lte: to } };
      // Apart, so that many publishes do not push a deploy out of the window.
      const [marked, published] = await Promise.all(
        [{ kind: { $ne: 'publish' } }, { kind: 'publish' }].map(
          (ofKind): Promise<Row[]> =>
            query().findMany({
              where: { $and: [inside, visible(), ofType, ofKind] },
              orderBy: [{ at: 'desc' }, { id: 'desc' }],
              limit: MOST_IN_WINDOW,
            }),
        ),
      );
      return [...(marked ?? []), ...(published ?? [])]
        .map((row) => toMarker(strapi, row))
        .sort((a, b) => a.at - b.at);
    },

    /** @throws MARKER_NOT_FOUND also for one of another site. */
    async find(id: string): Promise<Marker> {
      const row: Row | null = await query().findOne({
        where: { $and: [{ documentId: id }, visible()] },
      });
      if (!row) throw errors.MARKER_NOT_FOUND();
      return toMarker(strapi, row);
    },

    async create(entry: { label: string; kind: 'deploy' | 'note'; at: number }): Promise<Marker> {
      const row: Row = await query().create({
        data: { ...entry, site: NO_SITE, isNetwork: true, isSample: false },
      });
      return toMarker(strapi, row);
    },

    async remove(id: string): Promise<void> {
      const { count } = await query().deleteMany({
        where: { $and: [{ documentId: id }, visible()] },
      });
      if (count === 0) throw errors.MARKER_NOT_FOUND();
    },

    prune: (before: number) => query().deleteMany({ where: { at: { $lt: before } } }),
  };
};

function toRows(published: readonly Published[], typeName: (uid: string) => string) {
  const groups = new Map<string, Published[]>();
  for (const one of published) {
    const key = `${one.site} ${one.contentType}`;
    const list = groups.get(key);
    if (list) list.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()].flatMap((list) => {
    const [first] = list;
    if (!first) return [];
    const row = ({ at, site, contentType }: Published, label: string) => ({
      at,
      kind: 'publish',
      label: label.slice(0, 120),
      site,
      contentType,
      isNetwork: false,
      isSample: false,
    });
    if (list.length > SINGLE)
      return [row(first, `${list.length} × ${typeName(first.contentType)}`)];
    return list.map((one) => ({
      ...row(one, one.title),
      entryDocumentId: one.documentId,
      entryLocale: one.locale,
    }));
  });
}

type ContentType = { kind: string; info: { displayName?: string } };

const typeOf = (strapi: Core.Strapi, uid: string): ContentType | undefined => {
  const types = strapi.contentTypes as unknown as Record<string, ContentType | undefined>;
  return types[uid];
};

export const nameOf = (strapi: Core.Strapi, uid: string): string =>
  typeOf(strapi, uid)?.info.displayName ?? uid;

const toMarker = (strapi: Core.Strapi, row: Row): Marker => ({
  id: row.documentId,
  at: Number(row.at),
  kind: row.kind,
  label: row.label,
  contentType: row.contentType,
  entryDocumentId: row.entryDocumentId,
  entryLocale: row.entryLocale,
  isSingle: typeOf(strapi, row.contentType ?? '')?.kind === 'singleType',
});
