import { prometheusText } from './exposition';
import type { Series } from './frame';
import { Histogram } from './histogram';

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

const LINE =
  /^[a-zA-Z_:][\w:]*(\{[a-zA-Z_]\w*="(?:[^"\\\n]|\\["\\n])*"(,[a-zA-Z_]\w*="(?:[^"\\\n]|\\["\\n])*")*\})? -?[\d.e+-]+$/;

it('is text Prometheus reads, and counts up', () => {
  const text = prometheusText([
    series('http', ['/api/a"b\\c', 'GET', '2xx', '1', '', '', ''], [3, 40, 9000], [1024]),
    series('http', ['/api/a"b\\c', 'GET', '2xx', '1', 'api::a.a', '', ''], [3], [1]),
    series('db', ['0123456789abcdef', '/api/a', '1'], [2]),
    series('timing', ['ai', 'complete', 'ok', 'gpt', '1'], [900]),
    series('runtime', ['loop-delay'], [12]),
  ]);
  const body = text.split('\n').filter((line) => line && !line.startsWith('#'));
  expect(body.filter((line) => !LINE.test(line))).toEqual([]);
  const counts = body
    .filter((line) => line.startsWith('http_server_request_duration_seconds_bucket'))
    .map((line) => Number(line.split(' ').at(-1)));
  expect(counts).toEqual([...counts].sort((a, b) => a - b));
  expect(counts.at(-1)).toBe(4);
  expect(text).toContain(
    'http_server_response_bytes_total{http_request_method="GET",http_route="/api/a\\"b\\\\c",http_response_status_class="2xx",site="1"} 1025',
  );
});

it('leaves out the rarest beyond the cap', () => {
  const many = Array.from({ length: 30 }, (_, at) =>
    series(
      'http',
      [`/r${at}`, 'GET', '2xx', '0', '', '', ''],
      Array.from({ length: at + 1 }, () => 5),
    ),
  );
  const text = prometheusText(many, { maxSeries: 3 });
  const routes = [...text.matchAll(/_count\{[^}]*http_route="([^"]*)"/g)].map((match) => match[1]);
  expect(routes).toEqual(['/r29', '/r28', '/r27']);
});

it('of nothing is nothing', () => {
  expect(prometheusText([])).toBe('\n');
});
