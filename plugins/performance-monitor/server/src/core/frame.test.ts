import { decodeFrame, encodeFrame, SeriesSet, type Series } from './frame';
import { Histogram } from './histogram';
import { seededRandom } from './random-fixture';

const series = (
  metric: string,
  labels: string[],
  values: number[],
  sums: number[] = [],
): Series => {
  const histogram = new Histogram();
  values.forEach((value) => histogram.record(value));
  return { metric, labels, histogram, sums };
};

const ARTICLES = series('http', ['/api/articles', 'GET', '2xx'], [10, 20, 30], [4096, 0, -1]);
const QUERY = series('db', ['a1b2', '/api/articles', '1'], [1.5]);

describe('a frame', () => {
  it('gives back what was put in, umlauts and separators too', () => {
    const odd = series('http', ['/ä', '', 'a|b\u0000'], [0]);
    const read = decodeFrame(encodeFrame([ARTICLES, QUERY, odd]));
    expect(read.map(({ metric, labels, sums }) => ({ metric, labels, sums }))).toEqual([
      { metric: 'db', labels: QUERY.labels, sums: [] },
      { metric: 'http', labels: ARTICLES.labels, sums: [4096, 0, -1] },
      { metric: 'http', labels: odd.labels, sums: [] },
    ]);
    expect(read[1]?.histogram.sum).toBe(60);
  });

  it('gives only the metrics asked for', () => {
    const read = decodeFrame(encodeFrame([ARTICLES, QUERY]), new Set(['db']));
    expect(read.map(({ metric }) => metric)).toEqual(['db']);
  });

  it('is refused when it is of another version or broken off', () => {
    const bytes = encodeFrame([ARTICLES]);
    expect(() => decodeFrame(bytes.slice(0, bytes.length - 2))).toThrow(RangeError);
    expect(() => decodeFrame(Uint8Array.of(9))).toThrow('version 9');
  });
});

it('adds up equal series in any order', () => {
  const random = seededRandom(3);
  const parts = Array.from({ length: 40 }, (_, at) =>
    series('http', [`r${at % 3}`], [random() * 100, random() * 100], [at, 1]),
  );
  const added = (list: Series[]) => {
    const set = new SeriesSet();
    list.forEach((part) => set.add(part));
    const sorted = set.values().sort((a, b) => a.labels.join().localeCompare(b.labels.join()));
    return encodeFrame(sorted);
  };
  expect(added([...parts].reverse())).toEqual(added(parts));
});

it('adds frames to what is there, as if their series had been added', () => {
  const frames = [[ARTICLES, QUERY], [ARTICLES], [series('http', ['/b'], [0, 7])]];
  const read = new SeriesSet();
  const added = new SeriesSet();
  for (const frame of frames) {
    read.addFrame(encodeFrame(frame));
    frame.forEach((one) => added.add(one));
  }
  expect(encodeFrame(read.values())).toEqual(encodeFrame(added.values()));
  const some = new SeriesSet();
  some.addFrame(encodeFrame([ARTICLES, QUERY]), new Set(['db']));
  expect(some.values().map(({ metric }) => metric)).toEqual(['db']);
});

it('does not change what was added', () => {
  const set = new SeriesSet();
  const first = series('http', ['a'], [1], [1]);
  set.add(first);
  set.add(series('http', ['a'], [2], [1]));
  expect(first.histogram.count).toBe(1);
  expect(first.sums).toEqual([1]);
});
