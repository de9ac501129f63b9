import type { Stage } from '../lib/stage';
import type { Plant } from './plants';

type Shares = {
  visible: (site: number, uid: string) => readonly string[] | null;
};
type Snapshot = () => { shares: Shares };
type View = (given: object, site: number | null) => Promise<unknown>;
type Live = Map<string, Map<string, { record: { site: number } }[]>>;

const OVERLAYS = Symbol.for('strapi-suite.overlays');

/** What a site reads of a type besides its own is found out in another way. */
const readOtherwise =
  (documentsOf: (stage: Stage, uid: string) => readonly string[]): Plant =>
  (stage) => {
    const { shares } = stage.app.strapi
      .plugin('multi-site')
      .service<{ snapshot: Snapshot }>('state')
      .snapshot();
    const { visible } = shares;
    shares.visible = (site, uid) => {
      const documentIds = site === stage.home.number ? documentsOf(stage, uid) : [];
      return documentIds.length > 0 ? documentIds : visible(site, uid);
    };
    return () => {
      shares.visible = visible;
    };
  };

/** What is shared, and what it is linked to: the first entry of the lender's. */
function linkedDocuments(stage: Stage, uid: string): string[] {
  const seen = stage.lent.filter((one) => one.uid === uid && one.kind !== 'lapsed');
  const [linked] = documentsOfType(stage, uid);
  return linked === undefined ? [] : [linked, ...seen.map(({ documentId }) => documentId)];
}

/** All entries of the lender's, where one of that type is shared. */
function documentsOfType({ lent, database, other }: Stage, uid: string): string[] {
  if (!lent.some((one) => one.uid === uid)) return [];
  const rows = database.full.get(database.tables.tableOf(uid) ?? '') ?? [];
  return rows.flatMap((row) => (row.site_id === other.number ? [String(row.document_id)] : []));
}

/** A view of shares answers a reading site as if it asked for all sites. */
const viewWithoutSite =
  (name: 'entry' | 'labels'): Plant =>
  (stage) => {
    const views = stage.app.strapi
      .plugin('multi-site')
      .service<Record<typeof name, View>>('shared-views');
    const view = views[name];
    views[name] = (given) => view(given, null);
    return () => {
      views[name] = view;
    };
  };

/** What other sites worded passes for what the own one did. */
const wordingsOfAll: Plant = ({ app, home }) => {
  const { live } = (app.strapi as unknown as { [OVERLAYS]: { live: Live } })[OVERLAYS];
  const records = [...live.values()]
    .flatMap((entries) => [...entries.values()].flat())
    .map(({ record }) => ({ record, site: record.site }));
  if (records.length === 0) throw new Error('Nothing is worded by sites.');
  for (const { record } of records) record.site = home.number;
  return () => {
    for (const { record, site } of records) record.site = site;
  };
};

/** Leaks that only entries of others can have which the asking site does see. */
export const SHARE_PLANTS: Record<string, Plant> = {
  'a share with anybody counts for all': readOtherwise(({ lent }, uid) =>
    lent.filter((one) => one.uid === uid).map(({ documentId }) => documentId),
  ),
  'one shared entry opens its type': readOtherwise(documentsOfType),
  'what a shared entry links to is seen': readOtherwise(linkedDocuments),
  'wordings of other sites are laid': wordingsOfAll,
  'a reader is told who else reads': viewWithoutSite('entry'),
  'labels are those of the network': viewWithoutSite('labels'),
};
