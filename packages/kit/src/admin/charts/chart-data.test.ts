import {
  hasValues,
  lastValue,
  lonePoints,
  markersInside,
  sparklinePaths,
  toneAt,
  usualStep,
  valueRange,
  withGaps,
  type ChartSeries,
} from './chart-data';

const series = (values: (number | null)[]): ChartSeries => ({ key: 'a', label: 'A', values });

describe('lonePoints', () => {
  it('finds values that no line reaches, at the ends too', () => {
    expect(lonePoints([1, null, 2, 3, null, 4, null, 5])).toEqual([0, 5, 7]);
  });
});

describe('withGaps', () => {
  it('breaks the line where measurements are missing', () => {
    const { times, values } = withGaps({
      times: [0, 60, 120, 300, 360],
      series: [series([1, 2, 3, 4, 5])],
    });
    expect(times).toEqual([0, 60, 120, 180, 300, 360]);
    expect(values).toEqual([[1, 2, 3, null, 4, 5]]);
  });

  it('leaves a line without holes alone', () => {
    const { times, values } = withGaps({ times: [0, 60, 120], series: [series([1, null, 3])] });
    expect(times).toEqual([0, 60, 120]);
    expect(values).toEqual([[1, null, 3]]);
  });

  it('takes a series that is too short as unmeasured', () => {
    expect(withGaps({ times: [0, 1], series: [series([1])] }).values).toEqual([[1, null]]);
  });
});

it.each([
  [[], 0],
  [[5], 0],
  [[0, 60, 120, 1000], 60],
])('usualStep(%j) is %d', (times, expected) => {
  expect(usualStep(times)).toBe(expected);
});

it.each([
  [[[0, 0]], [0, 1]],
  [[[]], [0, 1]],
  [[[null, 100]], [0, 108]],
  [[[-10, 10]], [-10, 11.6]],
])('valueRange(%j) is %j', (values, expected) => {
  expect(valueRange(values)).toEqual(expected);
});

it('knows whether anything was measured, and what last', () => {
  expect(hasValues([series([null, null])])).toBe(false);
  expect(hasValues([series([null, 0])])).toBe(true);
  expect(lastValue([1, 2, null])).toBe(2);
  expect(lastValue([null])).toBeNull();
});

it('shows markers inside the window only, in order, the latest of many', () => {
  const markers = [
    { at: 50, label: 'late' },
    { at: 5, label: 'early' },
    { at: 500, label: 'outside' },
  ];
  expect(markersInside(markers, [0, 100]).map(({ label }) => label)).toEqual(['early', 'late']);
  expect(markersInside(markers, [0, 100], 1).map(({ label }) => label)).toEqual(['late']);
});

it.each([
  [[0, 10], ['0,10 20,0.74']],
  [
    [0, null, 10],
    ['0,10 0,10', '20,0.74 20,0.74'],
  ],
  [[], []],
])('sparklinePaths(%j)', (values, expected) => {
  expect(sparklinePaths(values, { width: 20, height: 10 })).toEqual(expected);
});

it('repeats tones when there are many lines', () => {
  expect(toneAt(0)).toBe(toneAt(5));
});
