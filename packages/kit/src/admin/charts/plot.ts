import type uPlot from 'uplot';
import { lonePoints, type ChartMarker } from './chart-data';

export type PlotSeries = {
  values: readonly (number | null)[];
  color: string;
  isDashed: boolean;
  isFilled: boolean;
};

export type PlotLook = { text: string; grid: string; marker: string; font: string };

export type PlotInput = {
  times: readonly number[];
  series: readonly PlotSeries[];
  range: [number, number];
  markers: readonly ChartMarker[];
  look: PlotLook;
  formatValue: (value: number) => string;
  formatTick: (time: number, stepMs: number) => string;
  onPoint: (index: number | null) => void;
  onRange?: (from: number, to: number) => void;
};

/** Pixels between two times of the axis: a time with AM or PM, and room beside it. */
const TIME_SPACE = 76;

/** Options and data for uPlot, which counts time in seconds. */
export function plotOptions(
  input: PlotInput,
  size: { width: number; height: number },
): { options: uPlot.Options; data: uPlot.AlignedData } {
  const { look, formatValue, formatTick, onPoint, onRange } = input;
  const axis = {
    stroke: look.text,
    font: look.font,
    grid: { stroke: look.grid, width: 1 },
    ticks: { stroke: look.grid, width: 1 },
  };
  const options: uPlot.Options = {
    ...size,
    legend: { show: false },
    cursor: { y: false, drag: { x: onRange !== undefined, y: false, setScale: false } },
    scales: { y: { range: () => input.range } },
    axes: [
      {
        ...axis,
        space: TIME_SPACE,
        values: (_plot, splits, _axis, _space, step) =>
          splits.map((split) => formatTick(split * 1000, step * 1000)),
      },
      {
        ...axis,
        size: (plot, values) => labelWidth(plot, values),
        values: (_plot, splits) => splits.map(formatValue),
      },
    ],
    series: [
      {},
      ...input.series.map(({ values, color, isDashed, isFilled }) => ({
        stroke: color,
        width: 2,
        spanGaps: false,
        // A line needs two points: one alone between gaps is drawn as a dot.
        points: {
          filter: (_plot: uPlot, _index: number, isShown: boolean) =>
            isShown ? null : lonePoints(values),
        },
        ...(isDashed ? { dash: [6, 4] } : {}),
        ...(isFilled ? { fill: `${color}22` } : {}),
      })),
    ],
    hooks: {
      setCursor: [(plot) => onPoint(plot.cursor.idx ?? null)],
      setSelect: [(plot) => selectRange(plot, onRange)],
      draw: [(plot) => drawMarkers(plot, input)],
    },
  };
  const data: uPlot.AlignedData = [
    input.times.map((time) => time / 1000),
    ...input.series.map(({ values }) => [...values]),
  ];
  return { options, data };
}

/** As wide as its longest label, so that figures are never cut. */
function labelWidth(plot: uPlot, values: string[] | null): number {
  const longest = (values ?? []).reduce((most, value) => Math.max(most, value.length), 0);
  return Math.max(40, longest * 7 + (plot.axes[1]?.ticks?.size ?? 10) + 8);
}

function selectRange(plot: uPlot, onRange: PlotInput['onRange']) {
  const { left, width } = plot.select;
  if (!onRange || width < 4) return;
  const from = plot.posToVal(left, 'x') * 1000;
  const to = plot.posToVal(left + width, 'x') * 1000;
  plot.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
  onRange(from, to);
}

function drawMarkers(plot: uPlot, { markers, look }: PlotInput) {
  const { ctx, bbox } = plot;
  ctx.save();
  ctx.strokeStyle = look.marker;
  ctx.fillStyle = look.marker;
  ctx.lineWidth = devicePixelRatio;
  ctx.font = look.font;
  ctx.textAlign = 'left';
  ctx.textBaseline = 'top';
  ctx.setLineDash([3 * devicePixelRatio, 3 * devicePixelRatio]);
  markers.forEach(({ at }, index) => {
    const x = Math.round(plot.valToPos(at / 1000, 'x', true));
    ctx.beginPath();
    ctx.moveTo(x, bbox.top);
    ctx.lineTo(x, bbox.top + bbox.height);
    ctx.stroke();
    ctx.fillText(String(index + 1), x + 3 * devicePixelRatio, bbox.top);
  });
  ctx.restore();
}
