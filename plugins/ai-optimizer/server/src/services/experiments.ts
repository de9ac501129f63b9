import { randomUUID } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { rowsOf, siteNumberFor } from 'suite-kit/server';
import { durationDays, sampleSizeForShare } from 'suite-kit/shared';
import type {
  CreateExperimentBody,
  Experiment,
  ExperimentSummary,
  ListExperimentsQuery,
  PowerAnswer,
  PowerBody,
  Results,
  UpdateExperimentBody,
} from '../../../shared/contracts/experiments';
import { UID } from '../../../shared/plugin';
import { shares } from '../core/experiments/assign';
import { resultsOf } from '../core/experiments/results';
import { errors } from '../errors';
import { toExperiment, toVariant, type ExperimentRow } from './experiment-rows';
import { service } from './service';

/** Tests of an entry against variants of it: planned, run, read and decided on. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const rows = () => rowsOf<ExperimentRow>(strapi, UID.experiment);
  const variants = () => service(strapi, 'variants');
  const refOf = (row: ExperimentRow) => ({
    uid: row.entryUid,
    documentId: row.entryDocumentId,
    locale: row.entryLocale,
  });

  async function rowOrFail(id: string): Promise<ExperimentRow> {
    const row = await rows().findOne({ documentId: id });
    if (!row) throw errors.EXPERIMENT_NOT_FOUND();
    return row;
  }

  async function inState(id: string, ...states: ExperimentRow['state'][]): Promise<ExperimentRow> {
    const row = await rowOrFail(id);
    if (!states.includes(row.state))
      throw errors.EXPERIMENT_STATE({ details: { state: row.state } });
    return row;
  }

  /** Changes the state only from the one it was read in: two people, one start. */
  async function move(row: ExperimentRow, data: Partial<ExperimentRow>) {
    const { count } = await rows().updateMany({ id: row.id, state: row.state }, data);
    if (count === 0) throw errors.EXPERIMENT_STATE();
    variants().changed();
  }

  async function answer(row: ExperimentRow): Promise<Experiment> {
    const entry = (await service(strapi, 'entries').read(refOf(row))) ?? {};
    const own = await variants().of(row.documentId);
    return toExperiment(row, {
      variants: own.map((variant) => toVariant(variant, entry)),
      editable: variants().editableFields(row.entryUid, entry),
      visitsPerDay: await visitsPerDay(row),
    });
  }

  async function visitsPerDay(row: ExperimentRow): Promise<number | null> {
    const days = await service(strapi, 'performance').ofEntry(refOf(row));
    const last = days.slice(-28);
    const total = last.reduce((sum, { impressions }) => sum + impressions, 0);
    return last.length === 0 ? null : Math.round(total / last.length);
  }

  async function resultsFor(row: ExperimentRow): Promise<Results> {
    const own = await variants().of(row.documentId);
    const arms = [
      { id: 'control', name: '', weight: row.controlWeight },
      ...own.map(({ documentId, name, weight }) => ({ id: documentId, name, weight })),
    ];
    const end = row.stoppedAt ? Date.parse(row.stoppedAt) : Date.now();
    return resultsOf({
      arms,
      tallies: await service(strapi, 'tallies').of(row.documentId),
      goal: row.goal,
      minimumDays: row.minimumDays,
      startedAt: row.startedAt ? Date.parse(row.startedAt) : null,
      until: end,
    });
  }

  return {
    rowOrFail,

    find: async (id: string) => answer(await rowOrFail(id)),

    async list({ state, uid, documentId, page, pageSize }: ListExperimentsQuery) {
      const where = {
        ...(state ? { state } : {}),
        ...(uid ? { entryUid: uid } : {}),
        ...(documentId ? { entryDocumentId: documentId } : {}),
      };
      const found = await rows().findPage({ where, orderBy: { id: 'desc' }, page, pageSize });
      const data = await Promise.all(
        found.rows.map(async (row): Promise<ExperimentSummary> => {
          const results = row.startedAt ? await resultsFor(row) : null;
          const own = await variants().of(row.documentId);
          return {
            ...toExperiment(row, { variants: [], editable: [], visitsPerDay: null }),
            variants: own.length,
            units: results?.arms.reduce((sum, { units }) => sum + units, 0) ?? 0,
            verdict: results?.verdict.kind ?? null,
          };
        }),
      );
      return { data, pagination: found.pagination };
    },

    async create(body: CreateExperimentBody, person: { name: string }): Promise<Experiment> {
      const { uid, documentId, locale, site, variants: wanted, ...data } = body;
      const entry = await service(strapi, 'entries').readOrFail({ uid, documentId, locale });
      const row = await rows().create({
        ...data,
        site: siteNumberFor(strapi, site),
        entryUid: uid,
        entryDocumentId: documentId,
        entryLocale: locale,
        entryTitle: service(strapi, 'entries').titleOf(uid, entry),
        state: 'draft',
        seed: randomUUID(),
        createdByName: person.name,
      });
      await variants().set(row, wanted);
      return answer(row);
    },

    async update(
      id: string,
      { variants: wanted, ...data }: UpdateExperimentBody,
    ): Promise<Experiment> {
      const row = await rowOrFail(id);
      // Of a running test only what does not change who sees what.
      const isFree = row.state === 'draft';
      const touchesSplit =
        wanted !== undefined ||
        data.controlWeight !== undefined ||
        data.coverage !== undefined ||
        data.goal !== undefined;
      if (!isFree && touchesSplit) throw errors.EXPERIMENT_STATE({ details: { state: row.state } });
      await rows().update({ id: row.id }, data);
      if (wanted) await variants().set(row, wanted);
      return answer(await rowOrFail(id));
    },

    async remove(id: string) {
      const row = await inState(id, 'draft', 'stopped', 'promoted');
      await variants().removeOf(row.documentId);
      await service(strapi, 'tallies').removeOf(row.documentId);
      await rows().delete({ id: row.id });
      variants().changed();
    },

    async start(id: string): Promise<Experiment> {
      const row = await inState(id, 'draft');
      const own = await variants().of(id);
      const isComplete = own.length > 0 && own.every(({ changes }) => (changes ?? []).length > 0);
      if (!isComplete) throw errors.EXPERIMENT_INCOMPLETE();
      const same = {
        state: 'running',
        entryUid: row.entryUid,
        entryDocumentId: row.entryDocumentId,
        entryLocale: row.entryLocale,
      };
      if (await rows().findOne(same)) throw errors.EXPERIMENT_CONFLICT();
      if (!(await service(strapi, 'entries').isPublished(refOf(row)))) throw errors.NOT_PUBLISHED();
      await variants().publish(id);
      await move(row, { state: 'running', startedAt: new Date().toISOString() });
      return this.find(id);
    },

    async stop(id: string): Promise<Experiment> {
      const row = await inState(id, 'running');
      await move(row, { state: 'stopped', stoppedAt: new Date().toISOString() });
      await variants().withdraw(id);
      return this.find(id);
    },

    /** The winner becomes the entry's draft; what was there is kept, to be given back. */
    async promote(id: string, variantId: string): Promise<Experiment> {
      const row = await inState(id, 'running', 'stopped');
      const own = await variants().of(id);
      const winner = own.find(({ documentId }) => documentId === variantId);
      if (!winner) throw errors.VARIANT_NOT_FOUND();
      const now = new Date().toISOString();
      const { before, after } = await variants().writeInto(refOf(row), winner);
      await move(row, {
        state: 'promoted',
        winner: variantId,
        promotedAt: now,
        stoppedAt: row.stoppedAt ?? now,
        preImage: { before, after },
      });
      await variants().withdraw(id);
      return this.find(id);
    },

    /** Gives the draft back what it was before the winner, unless somebody edited it since. */
    async revert(id: string): Promise<Experiment> {
      const row = await inState(id, 'promoted');
      if (!row.preImage) throw errors.EXPERIMENT_STATE();
      await variants().giveBack(
        refOf(row),
        row.preImage as { before: Record<string, unknown>; after: Record<string, unknown> },
      );
      await move(row, { state: 'stopped', winner: null, promotedAt: null, preImage: null });
      return this.find(id);
    },

    async results(id: string): Promise<Results> {
      const row = await rowOrFail(id);
      await service(strapi, 'tallies').refresh(row.documentId);
      return resultsFor(row);
    },

    power({ baseline, effect, coverage, weights, unitsPerDay }: PowerBody): PowerAnswer {
      const difference = Math.min(baseline * effect, 0.999 - baseline);
      const perArm = sampleSizeForShare({ baseline, difference });
      const days = durationDays({ perArm, weights: shares(weights), coverage, unitsPerDay });
      return {
        perArm,
        total: perArm * weights.length,
        days: Number.isFinite(days) ? days : null,
      };
    },
  };
};
