/** One line of a chart. `values` stands beside the chart's `times`; null is a gap. */
export type ChartSeries = {
  key: string;
  label: string;
  values: readonly (number | null)[];
  tone?: ChartTone;
  isDashed?: boolean;
  isFilled?: boolean;
};

export type ChartTone =
  | 'primary'
  | 'secondary'
  | 'success'
  | 'warning'
  | 'danger'
  | 'alternative'
  | 'neutral';

/** Something that happened: a deploy, a publish. Drawn as an upright line with a number. */
export type ChartMarker = { at: number; label: string };

const TONES: readonly ChartTone[] = ['primary', 'warning', 'danger', 'success', 'alternative'];

/** The tone of the n-th series that names none. */
export const toneAt = (index: number): ChartTone => TONES[index % TONES.length] ?? 'primary';

type Data = { times: readonly number[]; series: readonly ChartSeries[] };

/**
 * Puts an empty point where measurements are missing, so that no line is drawn over hours in
 * which nothing was measured. A gap is more than one and a half times the usual distance.
 */
export function withGaps({ times, series }: Data): {
  times: number[];
  values: (number | null)[][];
} {
  const usual = usualStep(times);
  const outTimes: number[] = [];
  const values: (number | null)[][] = series.map(() => []);
  times.forEach((time, index) => {
    const before = times[index - 1];
    if (before !== undefined && usual > 0 && time - before > usual * 1.5) {
      outTimes.push(before + usual);
      values.forEach((list) => list.push(null));
    }
    outTimes.push(time);
    values.forEach((list, at) => list.push(series[at]?.values[index] ?? null));
  });
  return { times: outTimes, values };
}

/** The median distance of neighbouring points; 0 with fewer than two. */
export function usualStep(times: readonly number[]): number {
  const steps = times.slice(1).map((time, index) => time - (times[index] ?? time));
  steps.sort((a, b) => a - b);
  return steps[Math.floor((steps.length - 1) / 2)] ?? 0;
}

export const hasValues = (series: readonly ChartSeries[]): boolean =>
  series.some(({ values }) => values.some((value) => value !== null));

/** Places of values with a gap on both sides. */
export const lonePoints = (values: readonly (number | null)[]): number[] =>
  values.flatMap((value, index) =>
    value !== null && (values[index - 1] ?? null) === null && (values[index + 1] ?? null) === null
      ? [index]
      : [],
  );

/** The last value that was measured. */
export const lastValue = (values: readonly (number | null)[]): number | null =>
  values.findLast((value) => value !== null) ?? null;

/** Where the value axis ends: room above the highest point, never nothing. */
export function valueRange(values: readonly (readonly (number | null)[])[]): [number, number] {
  let highest = 0;
  let lowest = 0;
  for (const list of values) {
    for (const value of list) {
      if (value === null) continue;
      if (value > highest) highest = value;
      if (value < lowest) lowest = value;
    }
  }
  return highest === lowest ? [lowest, lowest + 1] : [lowest, highest + (highest - lowest) * 0.08];
}

/** Markers inside the times shown, oldest first; of many the latest. */
export function markersInside(
  markers: readonly ChartMarker[],
  times: readonly number[],
  most = 12,
): ChartMarker[] {
  const [first = 0] = times;
  const last = times.at(-1) ?? 0;
  const inside = markers.filter(({ at }) => at >= first && at <= last);
  return inside.sort((a, b) => a.at - b.at).slice(-most);
}

/** The points of an SVG line in a box; gaps split it into several. */
export function sparklinePaths(
  values: readonly (number | null)[],
  { width, height }: { width: number; height: number },
): string[] {
  const [low, high] = valueRange([values]);
  const stepX = values.length > 1 ? width / (values.length - 1) : 0;
  const paths: string[] = [];
  let path: string[] = [];
  const end = () => {
    // A lone point between gaps would be invisible as a line.
    if (path.length === 1) path.push(...path);
    if (path.length > 0) paths.push(path.join(' '));
    path = [];
  };
  values.forEach((value, index) => {
    if (value === null) return end();
    const y = height - ((value - low) / (high - low)) * height;
    path.push(`${round(index * stepX)},${round(y)}`);
  });
  end();
  return paths;
}

const round = (value: number) => Math.round(value * 100) / 100;
