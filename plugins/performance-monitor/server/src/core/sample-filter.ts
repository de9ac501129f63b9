import type { Series } from './frame';
import { labelOf, METRICS, type Metric } from './metrics';

export type SampleFilter = {
  /** Numbers of sites whose figures count; all without it. */
  sites?: readonly number[];
  contentType?: string;
  route?: string;
  area?: string;
  /** Whether a fingerprint reads or writes the content type. */
  touches?: (fingerprint: string) => boolean;
};

/** Whether a series is in the part of the figures that was asked for. */
export function sampleFilter(filter: SampleFilter): (series: Series) => boolean {
  const { sites, contentType, route, area, touches } = filter;
  const wanted = sites && new Set(sites.map(String));
  return (series) => {
    const metric = series.metric as Metric;
    const names: readonly string[] = METRICS[metric].labels;
    const label = (name: string) => series.labels[names.indexOf(name)] ?? '';
    // What belongs to no site at all (the process, the pool) is the operator's, not a site's.
    if (wanted && !(names.includes('site') && wanted.has(label('site')))) return false;
    if (route !== undefined && names.includes('route') && label('route') !== route) return false;
    if (area !== undefined && names.includes('area') && label('area') !== area) return false;
    if (contentType === undefined) return true;
    if (metric === 'http') return labelOf('http', series, 'contentType') === contentType;
    if (names.includes('fingerprint')) return touches?.(label('fingerprint')) ?? false;
    return true;
  };
}
