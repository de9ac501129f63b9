import { useMemo } from 'react';
import { TimeChart, type ChartMarker, type ChartSeries } from 'suite-kit/admin';
import type { Lines, Marker } from '../../../shared/contracts/health';
import { useTexts } from '../texts';
import { useFormat } from './format';

export function useMarkers(markers: readonly Marker[]): ChartMarker[] {
  const t = useTexts();
  return useMemo(
    () => markers.map(({ at, kind, label }) => ({ at, label: `${t(`marker.${kind}`)}: ${label}` })),
    [markers, t],
  );
}

type Props = {
  title: string;
  chart: Lines;
  markers: readonly Marker[];
  onRange: (from: number, to: number) => void;
};

/** How long people wait: usually (p50), for one in 20 (p95), for one in 100 (p99). */
export const LatencyChart = ({ title, chart, markers, onRange }: Props) => {
  const t = useTexts();
  const { ms } = useFormat();
  const series = useMemo((): ChartSeries[] => {
    const { p50 = [], p95 = [], p99 = [] } = chart.lines;
    return [
      { key: 'p50', label: t('line.p50'), values: p50, tone: 'success' },
      { key: 'p95', label: t('line.p95'), values: p95, tone: 'primary' },
      { key: 'p99', label: t('line.p99'), values: p99, tone: 'danger', isDashed: true },
    ];
  }, [chart, t]);
  return (
    <TimeChart
      title={title}
      description={t('line.help')}
      times={chart.times}
      series={series}
      markers={useMarkers(markers)}
      formatValue={ms}
      onRange={onRange}
    />
  );
};

/** How much is asked, and how much of it fails. */
export const TrafficChart = ({ title, chart, markers, onRange }: Props) => {
  const t = useTexts();
  const { count } = useFormat();
  const series = useMemo((): ChartSeries[] => {
    const { perMinute = [], errors = [] } = chart.lines;
    return [
      { key: 'perMinute', label: t('line.per-minute'), values: perMinute, isFilled: true },
      { key: 'errors', label: t('line.errors'), values: errors, tone: 'danger', isDashed: true },
    ];
  }, [chart, t]);
  return (
    <TimeChart
      title={title}
      times={chart.times}
      series={series}
      markers={useMarkers(markers)}
      formatValue={count}
      onRange={onRange}
      height={160}
    />
  );
};

/** One line a group, named by `labelOf`. */
export const GroupChart = ({
  labelOf,
  formatValue,
  emptyText,
  ...props
}: Props & {
  labelOf: (key: string) => string;
  formatValue: (value: number) => string;
  emptyText?: string;
}) => {
  const { title, chart, markers, onRange } = props;
  const series = useMemo(
    () =>
      Object.entries(chart.lines).map(([key, values]) => ({ key, label: labelOf(key), values })),
    [chart, labelOf],
  );
  return (
    <TimeChart
      title={title}
      times={chart.times}
      series={series}
      markers={useMarkers(markers)}
      formatValue={formatValue}
      emptyText={emptyText}
      onRange={onRange}
    />
  );
};
