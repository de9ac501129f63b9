import type { Core } from '@strapi/strapi';
import { rowsOf, runInSite, siteNumberFor, validateCron } from 'suite-kit/server';
import { nextTime } from '../adapters/cron';
import { proposeMapping } from '../core/map/propose';
import { errors } from '../errors';
import { hasDrafts, isLocalized, modelOf, shapeOf, writableTypes } from '../sync/shapes';
import type { SourceRow } from '../sync/rows';
import { tables } from '../sync/tables';
import { EMPTY_SOURCE, healthOf, later } from '../core/source-state';
import { UID } from '../../../shared/plugin';
import type { TypeMapping } from '../../../shared/contracts/mappings';
import type {
  Connection,
  Counts,
  createSourceBody,
  LocalType,
  Pagination,
  previewBody,
  Source,
  UpdateSourceBody,
} from '../../../shared/contracts/sources';
import type { z } from '@strapi/utils';
import { service } from './service';
import { toSourceError, type OpenConnection } from './connections';

/** Where content comes from. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const rows = () => tables(strapi);
  const connections = () => service(strapi, 'connections');

  async function mustFind(id: string): Promise<SourceRow> {
    const row = await rows().sources.findOne({ documentId: id });
    if (!row) throw errors.SOURCE_NOT_FOUND();
    return row;
  }

  async function toSource(row: SourceRow): Promise<Source> {
    const where = { sourceId: row.documentId };
    const [entries, openConflicts] = await Promise.all([
      rows().links.count({ ...where, localId: { $ne: '' } }),
      rows().conflicts.count({ ...where, state: 'open' }),
    ]);
    return {
      id: row.documentId,
      site: row.site,
      name: row.name,
      type: row.type,
      config: row.config,
      hasSecret: Boolean(row.secret),
      mappings: row.mappings,
      policy: row.policy,
      schedule: row.schedule ?? '',
      timeZone: row.timeZone ?? 'UTC',
      isEnabled: row.isEnabled,
      nextRunAt: row.nextRunAt ? new Date(row.nextRunAt).toISOString() : null,
      health: healthOf(row),
      lastRun:
        row.lastRunId && row.lastRunAt
          ? {
              id: row.lastRunId,
              at: new Date(row.lastRunAt).toISOString(),
              state: row.lastState ?? '',
              counts: row.lastCounts,
            }
          : null,
      lastError: row.lastError,
      failures: row.failures ?? 0,
      entries,
      openConflicts,
      isSample: row.isSample === true,
    };
  }

  function assertMappings(mappings: TypeMapping[]) {
    for (const { uid, fields, matchBy } of mappings) {
      if (!modelOf(strapi, uid)) {
        throw errors.INVALID_MAPPING({ message: `There is no content type ${uid} here.` });
      }
      const shape = shapeOf(strapi, uid);
      const wrong = [...fields.map(({ field }) => field), ...(matchBy ? [matchBy] : [])].find(
        (field) => !(field in shape),
      );
      if (wrong) throw errors.INVALID_MAPPING({ message: `${uid} has no field "${wrong}".` });
    }
  }

  function nextRun({
    schedule,
    timeZone,
    isEnabled,
  }: Pick<SourceRow, 'schedule' | 'timeZone' | 'isEnabled'>) {
    if (!schedule || !isEnabled) return null;
    const problem = validateCron(schedule);
    if (problem) throw errors.INVALID_SCHEDULE({ message: problem });
    const next = nextTime(schedule, timeZone ?? 'UTC');
    if (!next) throw errors.INVALID_SCHEDULE({ message: `There is no time zone "${timeZone}".` });
    return next;
  }

  const opened = (row: SourceRow): OpenConnection => ({
    type: row.type,
    config: row.config,
    secret: connections().open(row.secret),
  });

  async function test(connection: OpenConnection) {
    try {
      return await connections().connector(connection).check();
    } catch (error) {
      throw toSourceError(error);
    }
  }

  async function discover(connection: OpenConnection) {
    try {
      return await connections().connector(connection).discover();
    } catch (error) {
      throw toSourceError(error);
    }
  }

  return {
    mustFind,
    toSource,

    async list({ page, pageSize, q }: { page: number; pageSize: number; q?: string }): Promise<{
      data: Source[];
      meta: { pagination: Pagination };
    }> {
      const { rows: found, pagination } = await rows().sources.findPage({
        where: q ? { name: { $containsi: q } } : {},
        orderBy: [{ name: 'asc' }, { id: 'asc' }],
        page,
        pageSize,
      });
      return { data: await Promise.all(found.map(toSource)), meta: { pagination } };
    },

    async find(id: string): Promise<Source> {
      return toSource(await mustFind(id));
    },

    async create({ secret, site, ...body }: z.output<typeof createSourceBody>): Promise<Source> {
      assertMappings(body.mappings);
      const row = await rows().sources.create({
        ...body,
        site: siteNumberFor(strapi, site),
        secret: secret ? connections().seal(secret) : null,
        nextRunAt: nextRun(body),
      });
      await service(strapi, 'locks').forget();
      return toSource(row);
    },

    async update(id: string, { secret, ...body }: UpdateSourceBody): Promise<Source> {
      const row = await mustFind(id);
      if (body.mappings) assertMappings(body.mappings);
      const merged = { ...row, ...body };
      const isMoved = body.config !== undefined && body.config.url !== row.config.url;
      await rows().sources.update(
        { id: row.id },
        {
          ...body,
          ...(secret !== undefined && { secret: secret ? connections().seal(secret) : null }),
          nextRunAt: nextRun(merged),
          // A changed source gets a new chance.
          failures: 0,
        },
      );
      // Other fields, another address: what was read before says nothing about it.
      if (isMoved || body.mappings) await rows().checkpoints.deleteMany({ sourceId: id });
      await service(strapi, 'locks').forget();
      return toSource(await mustFind(id));
    },

    /** Entries stay; only what we know about where they came from goes. */
    async remove(id: string): Promise<Source> {
      const row = await mustFind(id);
      const source = await toSource(row);
      const where = { sourceId: id };
      await strapi.db.transaction(async () => {
        const all = rows();
        await all.statuses.deleteMany(where);
        await all.conflicts.deleteMany(where);
        await all.links.deleteMany(where);
        await all.media.deleteMany(where);
        await all.checkpoints.deleteMany(where);
        await all.sources.delete({ id: row.id });
      });
      await service(strapi, 'locks').forget();
      return source;
    },

    /** The stored token of a source goes to its own address only, never to another one. */
    async open({ secret, sourceId, ...connection }: Connection): Promise<OpenConnection> {
      if (secret || !sourceId) return { ...connection, secret: secret ?? '' };
      const row = await mustFind(sourceId);
      const isSame = new URL(row.config.url).origin === new URL(connection.config.url).origin;
      return { ...connection, secret: isSame ? connections().open(row.secret) : '' };
    },
    opened: async (id: string) => opened(await mustFind(id)),
    test,
    discover,

    async propose(
      connection: OpenConnection,
      remoteType: string,
      uid: string,
    ): Promise<TypeMapping> {
      const { types } = await discover(connection);
      const type = types.find(({ name }) => name === remoteType);
      if (!type || !modelOf(strapi, uid)) throw errors.INVALID_MAPPING();
      return proposeMapping(type, uid, shapeOf(strapi, uid));
    },

    async preview(id: string) {
      const row = await mustFind(id);
      return runInSite(strapi, row.site, () => service(strapi, 'sync').preview(row));
    },

    /** Of a source that does not exist yet: everything in it would be new, or found by a field. */
    async previewDraft({ secret, site, sourceId, ...body }: z.output<typeof previewBody>) {
      assertMappings(body.mappings);
      const known = sourceId ? await mustFind(sourceId) : null;
      const number = known?.site ?? siteNumberFor(strapi, site);
      const row: SourceRow = {
        ...EMPTY_SOURCE,
        ...known,
        ...body,
        site: number,
        secret: secret ? connections().seal(secret) : (known?.secret ?? null),
      };
      return runInSite(strapi, number, () => service(strapi, 'sync').preview(row));
    },

    /** What content can be brought into, with its fields. */
    localTypes(): LocalType[] {
      return writableTypes(strapi).map((model) => ({
        uid: model.uid,
        label: model.info.displayName ?? model.uid,
        isLocalized: isLocalized(model),
        hasDrafts: hasDrafts(model),
        fields: Object.entries(shapeOf(strapi, model.uid)).map(
          ([name, { type, kind, target }]) => ({
            name,
            type,
            kind,
            target: target ?? null,
          }),
        ),
      }));
    },

    /** What a run that ended says about its source, and when the next one is due. */
    async noteRun(
      id: string,
      {
        runId,
        state,
        error,
        counts,
      }: { runId: string; state: string; error: string | null; counts: Counts | null },
    ) {
      const row = await rows().sources.findOne({ documentId: id });
      if (!row) return;
      const failures = state === 'failed' ? (row.failures ?? 0) + 1 : 0;
      await rows().sources.update(
        { id: row.id },
        {
          lastRunId: runId,
          lastRunAt: new Date(),
          lastState: state,
          lastError: error,
          failures,
          ...(counts && { lastCounts: counts }),
          nextRunAt: later(nextRun(row), { failures, now: Date.now() }),
        },
      );
    },

    /** Sources of all sites whose time has come; each is taken once. */
    async takeDue(now: Date): Promise<SourceRow[]> {
      const all = rowsOf<SourceRow>(strapi, UID.source);
      const due = await all.findMany({
        where: { isEnabled: true, nextRunAt: { $lte: now } },
        orderBy: { nextRunAt: 'asc' },
        limit: 50,
      });
      for (const row of due) await all.update({ id: row.id }, { nextRunAt: nextRun(row) });
      return due;
    },
  };
};
