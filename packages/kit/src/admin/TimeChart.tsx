import { useMemo, useState } from 'react';
import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { styled, useTheme } from 'styled-components';
import {
  hasValues,
  lastValue,
  markersInside,
  toneAt,
  usualStep,
  valueRange,
  withGaps,
  type ChartMarker,
  type ChartSeries,
} from './charts/chart-data';
import { ChartLegend, MarkerList } from './charts/ChartLegend';
import { ChartTable } from './charts/ChartTable';
import { usePlot } from './charts/use-plot';
import { MESSAGES } from './messages';

export type TimeChartProps = {
  title: string;
  /** One sentence: what the lines say and when to worry. */
  description?: string;
  /** Milliseconds since 1970, ascending. */
  times: readonly number[];
  /** A stable reference (state, memo): the chart is drawn again when it changes. */
  series: readonly ChartSeries[];
  markers?: readonly ChartMarker[];
  /** `12.5` to `12.5 ms`; also a stable reference. Plain figures without it. */
  formatValue?: (value: number) => string;
  height?: number;
  /** What is said when nothing was measured. */
  emptyText?: string;
  /** Called with the stretch drawn over with the pointer. */
  onRange?: (from: number, to: number) => void;
};

const NO_MARKERS: readonly ChartMarker[] = [];
const HOUR_MS = 3_600_000;

/** Values over time: lines, gaps, markers, and the same figures as a table. */
export const TimeChart = ({
  title,
  description,
  times,
  series,
  markers = NO_MARKERS,
  formatValue,
  height = 240,
  emptyText,
  onRange,
}: TimeChartProps) => {
  const { formatMessage, formatNumber, formatDate } = useIntl();
  const { colors } = useTheme();
  const [isTable, setIsTable] = useState(false);
  const [point, setPoint] = useState<number | null>(null);
  const isEmpty = times.length === 0 || !hasValues(series);

  const input = useMemo(() => {
    if (isEmpty || isTable) return null;
    const filled = withGaps({ times, series });
    const span = (times.at(-1) ?? 0) - (times[0] ?? 0);
    return {
      times: filled.times,
      series: series.map(({ tone, isDashed = false, isFilled = false }, index) => ({
        values: filled.values[index] ?? [],
        color: colors[`${tone ?? toneAt(index)}600`],
        isDashed,
        isFilled,
      })),
      range: valueRange(filled.values),
      markers: markersInside(markers, times),
      look: {
        text: colors.neutral600,
        grid: colors.neutral150,
        marker: colors.neutral500,
        font: '12px system-ui, sans-serif',
      },
      formatValue: formatValue ?? ((value: number) => formatNumber(value)),
      formatTick: (time: number, step: number) =>
        step >= 24 * HOUR_MS || span > 4 * 24 * HOUR_MS
          ? formatDate(time, { day: 'numeric', month: 'short' })
          : formatDate(time, { hour: '2-digit', minute: '2-digit' }),
      onPoint: setPoint,
      onRange,
    };
  }, [
    colors,
    formatDate,
    formatNumber,
    formatValue,
    isEmpty,
    isTable,
    markers,
    onRange,
    series,
    times,
  ]);
  const plot = usePlot(input, height);

  const show = formatValue ?? ((value: number) => formatNumber(value));
  const shownTime = input?.times[point ?? -1];
  const lines = series.map(({ key, label, values, tone, isDashed = false }, index) => {
    const value =
      shownTime === undefined
        ? lastValue(values)
        : (input?.series[index]?.values[point ?? 0] ?? null);
    return {
      key,
      label,
      isDashed,
      color: colors[`${tone ?? toneAt(index)}600`],
      value: value === null ? '–' : show(value),
    };
  });
  const summary = formatMessage(MESSAGES.chartSummary, {
    title,
    values: lines.map(({ label, value }) => `${label} ${value}`).join(', '),
    from: formatDate(times[0] ?? 0, { dateStyle: 'medium', timeStyle: 'short' }),
    to: formatDate((times.at(-1) ?? 0) + usualStep(times), {
      dateStyle: 'medium',
      timeStyle: 'short',
    }),
  });

  return (
    <Box tag="figure" margin={0} aria-label={title}>
      <Flex justifyContent="space-between" alignItems="flex-start" gap={4}>
        <Typography tag="h3" variant="delta">
          {title}
        </Typography>
        {isEmpty ? null : (
          <Button
            variant="tertiary"
            size="S"
            // The title may wrap; a button's words would stand over its edge.
            flex="none"
            aria-label={`${formatMessage(isTable ? MESSAGES.chartAsChart : MESSAGES.chartAsTable)}: ${title}`}
            onClick={() => setIsTable(!isTable)}
          >
            {formatMessage(isTable ? MESSAGES.chartAsChart : MESSAGES.chartAsTable)}
          </Button>
        )}
      </Flex>
      {description ? (
        <Typography tag="p" variant="pi" textColor="neutral600">
          {description}
        </Typography>
      ) : null}
      {isEmpty ? (
        <Flex justifyContent="center" minHeight={`${height}px`} padding={4}>
          <Typography textColor="neutral600">
            {emptyText ?? formatMessage(MESSAGES.chartEmpty)}
          </Typography>
        </Flex>
      ) : null}
      {!isEmpty && isTable ? (
        <Box paddingTop={3}>
          <ChartTable {...{ title, times, series, markers }} formatValue={show} />
        </Box>
      ) : null}
      {!isEmpty && !isTable ? (
        <>
          <ChartLegend
            lines={lines}
            time={
              shownTime === undefined
                ? formatMessage(MESSAGES.chartLast)
                : formatDate(shownTime, { dateStyle: 'medium', timeStyle: 'short' })
            }
          />
          <Canvas ref={plot} role="img" aria-label={summary} style={{ minHeight: height }} />
          <MarkerList markers={input?.markers ?? NO_MARKERS} />
        </>
      ) : null}
    </Box>
  );
};

/** What uPlot's own stylesheet does, in the theme's colours: plugins cannot ship CSS files. */
const Canvas = styled.div`
  width: 100%;
  overflow: hidden;
  margin-top: ${({ theme }) => theme.spaces[2]};

  .u-wrap {
    position: relative;
    user-select: none;
  }
  .u-over,
  .u-under {
    position: absolute;
  }
  .u-under {
    overflow: hidden;
  }
  canvas {
    display: block;
    position: relative;
    width: 100%;
    height: 100%;
  }
  .u-axis {
    position: absolute;
  }
  .u-select {
    background: ${({ theme }) => theme.colors.primary200};
    opacity: 0.5;
    position: absolute;
    pointer-events: none;
  }
  .u-cursor-x {
    position: absolute;
    left: 0;
    top: 0;
    height: 100%;
    border-right: 1px dashed ${({ theme }) => theme.colors.neutral500};
    pointer-events: none;
  }
  .u-cursor-pt {
    position: absolute;
    top: 0;
    left: 0;
    border: 0 solid;
    border-radius: 50%;
    pointer-events: none;
    background-clip: padding-box !important;
  }
  .u-off {
    display: none;
  }
`;
