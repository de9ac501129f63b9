import { laneDatabase } from '../../../../harness';
import { documentProbes } from './documents';
import { queryProbes } from './queries';
import { relationProbes } from './relations';
import { sqlProbes } from './sql';

const hasStreams = laneDatabase() !== 'postgres';

export const probes = [...documentProbes, ...queryProbes, ...relationProbes, ...sqlProbes].filter(
  (probe) => hasStreams || !probe.isStream,
);
