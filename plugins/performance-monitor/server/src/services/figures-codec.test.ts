import { SeriesSet } from '../core/frame';
import { Recorder } from '../collect/recorder';
import { pack, packPlain, unpack } from './figures-codec';

const LABELS = ['/api/articles', 'GET', '2xx', '1', 'api::article.article', '', 'find'];

const measured = () => {
  const recorder = new Recorder(10);
  recorder.record('http', LABELS, 12.5, [100, 2000, 3, 0, 0, 0]);
  recorder.record('http', LABELS, 80, [50, 1, 3, 0, 0, 0]);
  recorder.record('runtime', ['heap-mb'], 150);
  return recorder.take();
};

/** The same, as the first version wrote it. */
const FIRST_VERSION =
  'Y2TJKCkpiGJk59VPLMjUTywqyUzOSS1mdncNYTaqqGA0FEksyLSygorrQWkGlrTMvBS2NUyL5HkYGBiYGFYs5XbQZAADhxAIzfSCkXENIyN7UWleSWZuqgojI3tGamKBbm4SAyPDg+VCDkkHIOqhNOM5ZkYA';

const read = (data: string) => {
  const set = new SeriesSet();
  unpack(data, { entry: (_offset, metric, labels) => set.seriesOf(metric, labels) });
  return set
    .values()
    .map(({ metric, labels, sums, histogram }) => ({
      metric,
      labels,
      sums,
      count: histogram.count,
      sum: histogram.sum,
      quantiles: [0.1, 0.5, 0.99].map((share) => histogram.quantile(share)),
    }))
    .sort((a, b) => (a.metric < b.metric ? -1 : 1));
};

it.each([
  ['what the first version wrote', FIRST_VERSION],
  ['packed figures', pack(measured())],
  ['plain figures', packPlain(measured())],
])('reads %s', (_name, data) => {
  const [http, runtime] = read(data);
  expect(http).toMatchObject({ labels: LABELS, sums: [150, 2001, 6, 0, 0, 0], sum: 92.5 });
  expect(http?.quantiles[2]).toBe(80);
  expect(runtime).toMatchObject({ labels: ['heap-mb'], quantiles: [150, 150, 150] });
});

it('refuses packed figures that somebody changed', () => {
  const data = pack(measured());
  const other = data.at(20) === 'a' ? 'b' : 'a';
  expect(() => read(data.slice(0, 20) + other + data.slice(21))).toThrow(RangeError);
  expect(() => read(data.slice(0, 2))).toThrow(RangeError);
});
