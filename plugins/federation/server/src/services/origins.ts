import type { Core } from '@strapi/strapi';
import { errors } from '../errors';
import { isSame } from '../core/canonical';
import type { Doc } from '../core/shape';
import type { AuditEntry, LinkRow } from '../sync/rows';
import { tables } from '../sync/tables';
import type { AuditRow, EntryOrigin, Waiting } from '../../../shared/contracts/entries';
import { service } from './service';

type Where = { uid: string; documentId: string; locale: string };

/** Where entries come from, and what was done to them. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const rows = () => tables(strapi);

  const linksOf = ({ uid, documentId, locale }: Where): Promise<LinkRow[]> =>
    rows().links.findMany({
      // Types without languages have links without one.
      where: { localUid: uid, localId: documentId, localLocale: { $in: [locale, ''] } },
      orderBy: { id: 'asc' },
    });

  async function toOrigin(link: LinkRow): Promise<EntryOrigin> {
    const [source, status, conflicts] = await Promise.all([
      service(strapi, 'sources').mustFind(link.sourceId),
      rows().statuses.findOne({ contentId: link.documentId }),
      rows().conflicts.findMany({ where: { contentId: link.documentId, state: 'open' } }),
    ]);
    const mapping = source.mappings.find(
      ({ uid, remoteType }) => uid === link.localUid && remoteType === link.remoteType,
    );
    return {
      sourceId: source.documentId,
      sourceName: source.name,
      remoteType: link.remoteType,
      remoteId: link.remoteId,
      remoteUrl: link.metadata?.url ?? null,
      mode: link.mode,
      status: status?.status ?? 'pending',
      lastSync: status?.lastSync ? new Date(status.lastSync).toISOString() : null,
      lastError: status?.lastError ?? null,
      fields: mapping?.fields.map(({ field }) => field) ?? [],
      isLocked: source.policy.preset === 'lock' && link.mode === 'synced',
      conflicts: conflicts.map(({ documentId, path }) => ({ id: documentId, path })),
    };
  }

  async function setMode(where: Where, mode: LinkRow['mode']): Promise<EntryOrigin[]> {
    const links = await linksOf(where);
    if (links.length === 0) throw errors.NOT_LINKED();
    for (const link of links) {
      // Attached again it is looked at anew, whatever was seen before.
      await rows().links.update(
        { id: link.id },
        { mode, ...(mode === 'synced' && { remoteHash: '' }) },
      );
      await rows().statuses.update(
        { contentId: link.documentId },
        { status: mode === 'detached' ? 'detached' : 'pending' },
      );
    }
    await service(strapi, 'locks').forget();
    return Promise.all((await linksOf(where)).map(toOrigin));
  }

  return {
    async find(where: Where): Promise<EntryOrigin[]> {
      return Promise.all((await linksOf(where)).map(toOrigin));
    },
    detach: (where: Where) => setMode(where, 'detached'),
    attach: (where: Where) => setMode(where, 'synced'),

    async audit({
      page,
      pageSize,
      source,
      run,
    }: {
      page: number;
      pageSize: number;
      source?: string;
      run?: string;
    }) {
      const { rows: found, pagination } = await rows().audit.findPage({
        where: { ...(source && { sourceId: source }), ...(run && { runId: run }) },
        orderBy: { id: 'desc' },
        page,
        pageSize,
      });
      const sources = await rows().sources.findMany();
      const names = new Map(sources.map(({ documentId, name }) => [documentId, name]));
      const data = found.map((row) => toAuditRow(row, names.get(row.sourceId) ?? ''));
      return { data, meta: { pagination } };
    },

    async waiting(): Promise<Waiting> {
      const [conflicts, failedSources] = await Promise.all([
        service(strapi, 'conflicts').countOpen(),
        rows().sources.count({ failures: { $gt: 0 }, isEnabled: true }),
      ]);
      return { conflicts, failedSources };
    },
  };
};

function toAuditRow(row: AuditEntry, sourceName: string): AuditRow {
  const before: Doc = row.before ?? {};
  const after: Doc = row.after ?? {};
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return {
    id: row.documentId,
    at: new Date(row.at).toISOString(),
    action: row.action,
    actor: row.actor,
    runId: row.runId,
    sourceName,
    title: row.title ?? '',
    uid: row.uid ?? '',
    documentId: row.localId ?? '',
    locale: row.locale,
    changed: names.filter((name) => !isSame(before[name] ?? null, after[name] ?? null)),
    lost: row.lost ?? [],
  };
}
