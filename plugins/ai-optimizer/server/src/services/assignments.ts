import type { Core } from '@strapi/strapi';
import { rowsOf } from 'suite-kit/server';
import type { Assignment } from '../../../shared/contracts/experiments';
import { UID } from '../../../shared/plugin';
import { assign, shares, type Split } from '../core/experiments/assign';
import type { ExperimentRow, VariantRow } from './experiment-rows';

type Running = { experiment: ExperimentRow; variants: VariantRow[]; split: Split };

const MAX_AGE_MS = 5_000;

/** Which variation of each running test a visitor gets. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  let cache: { at: number; version: number; running: Running[] } | undefined;

  /** Of all sites; short-lived, so that other instances notice a stop within seconds. */
  async function running(version: number): Promise<Running[]> {
    const now = Date.now();
    if (cache && cache.version === version && now - cache.at < MAX_AGE_MS) return cache.running;
    const experiments = (await strapi.db.query(UID.experiment).findMany({
      where: { state: 'running' },
      limit: 500,
    })) as ExperimentRow[];
    const variants = (await strapi.db.query(UID.variant).findMany({
      where: { experiment: { $in: experiments.map(({ documentId }) => documentId) } },
      orderBy: { number: 'asc' },
    })) as VariantRow[];
    const found = experiments.map((experiment) => {
      const own = variants.filter((variant) => variant.experiment === experiment.documentId);
      const weights = [experiment.controlWeight, ...own.map(({ weight }) => weight)];
      return {
        experiment,
        variants: own,
        split: { seed: experiment.seed, coverage: experiment.coverage, weights },
      };
    });
    cache = { at: now, version, running: found };
    return found;
  }

  return {
    running,

    /** The running tests of a site as a GrowthBook SDK payload: the value is the variation. */
    async features(site: number, version: number) {
      const own = (await running(version)).filter(({ experiment }) => experiment.site === site);
      const features = own.map(({ experiment, split }) => {
        const rule = {
          key: experiment.documentId,
          seed: split.seed,
          hashAttribute: 'id',
          hashVersion: 2,
          coverage: split.coverage,
          weights: shares(split.weights),
          variations: split.weights.map((_weight, index) => index),
        };
        return [experiment.documentId, { defaultValue: 0, rules: [rule] }] as const;
      });
      return {
        status: 200,
        features: Object.fromEntries(features),
        dateUpdated: new Date().toISOString(),
      };
    },

    /** For one visitor, in the site of the running code. */
    async forVisitor(visitor: string, version: number): Promise<Assignment[]> {
      const visible = await rowsOf<ExperimentRow>(strapi, UID.experiment).findMany({
        where: { state: 'running' },
        select: ['documentId'],
      });
      const ids = new Set(visible.map(({ documentId }) => documentId));
      return (await running(version))
        .filter(({ experiment }) => ids.has(experiment.documentId))
        .flatMap(({ experiment, variants, split }): Assignment[] => {
          const variation = assign(visitor, split);
          if (variation < 0) return [];
          return [
            {
              experiment: experiment.documentId,
              name: experiment.name,
              variation,
              variant: variants[variation - 1]?.documentId ?? null,
              uid: experiment.entryUid,
              documentId: experiment.entryDocumentId,
              locale: experiment.entryLocale,
              goal: experiment.goal.event,
            },
          ];
        });
    },
  };
};
