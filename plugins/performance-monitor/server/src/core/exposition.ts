import type { Series } from './frame';
import { Histogram } from './histogram';
import { labelOf, RUNTIME, sumOf } from './metrics';

/** Bounds of OpenTelemetry's semantic conventions, in seconds. */
const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10];

type Labels = Record<string, string>;
type Family = {
  name: string;
  help: string;
  rows: Map<string, { labels: Labels; histogram: Histogram }>;
};

const escape = (value: string) =>
  value.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('"', '\\"');

const write = (name: string, labels: Labels, value: number) => {
  const inner = Object.entries(labels)
    .map(([key, text]) => `${key}="${escape(text)}"`)
    .join(',');
  return `${name}${inner ? `{${inner}}` : ''} ${value}`;
};

/**
 * Totals since the start as Prometheus text (0.0.4). Series beyond `maxSeries` a metric are left out,
 * the rarest first, so that a scrape stays small whatever was asked of the site.
 */
export function prometheusText(series: readonly Series[], { maxSeries = 500 } = {}): string {
  const lines: string[] = [];
  const http = family(
    'http_server_request_duration_seconds',
    'Duration of HTTP requests as their caller felt it.',
  );
  const db = family('db_client_operation_duration_seconds', 'Duration of database statements.');
  const ai = family(
    'suite_operation_duration_seconds',
    'Duration of AI, personalization and federation work.',
  );
  const loop = family(
    'nodejs_eventloop_delay_seconds',
    'Time work waits for its turn in the process.',
  );
  const bytes = new Map<string, { labels: Labels; value: number }>();

  for (const one of series) {
    if (one.metric === 'http') {
      const labels = {
        http_request_method: labelOf('http', one, 'method'),
        http_route: labelOf('http', one, 'route'),
        http_response_status_class: labelOf('http', one, 'status'),
        site: labelOf('http', one, 'site'),
      };
      add(http, labels, one.histogram);
      const key = JSON.stringify(labels);
      const value = (bytes.get(key)?.value ?? 0) + sumOf('http', one, 'bytes');
      bytes.set(key, { labels, value });
    }
    if (one.metric === 'db') {
      add(db, { db_query_fingerprint: labelOf('db', one, 'fingerprint') }, one.histogram);
    }
    if (one.metric === 'timing') {
      const [area = '', name = '', outcome = '', model = ''] = one.labels;
      add(ai, { area, operation: name, outcome, model }, one.histogram);
    }
    if (one.metric === 'runtime' && one.labels[0] === RUNTIME.loopDelay)
      add(loop, {}, one.histogram);
  }
  for (const one of [http, db, ai, loop]) lines.push(...writeFamily(one, maxSeries));
  lines.push(...writeBytes([...bytes.values()], maxSeries));
  return `${lines.join('\n')}\n`;
}

const family = (name: string, help: string): Family => ({ name, help, rows: new Map() });

function add({ rows }: Family, labels: Labels, histogram: Histogram) {
  const key = JSON.stringify(labels);
  const known = rows.get(key);
  if (known) known.histogram.merge(histogram);
  else rows.set(key, { labels, histogram: new Histogram().merge(histogram) });
}

function writeFamily({ name, help, rows }: Family, maxSeries: number): string[] {
  if (rows.size === 0) return [];
  const most = [...rows.values()]
    .sort((a, b) => b.histogram.count - a.histogram.count)
    .slice(0, maxSeries);
  const body = most.flatMap(({ labels, histogram }) => [
    ...SECONDS.map((le) =>
      write(`${name}_bucket`, { ...labels, le: String(le) }, histogram.countUpTo(le * 1000)),
    ),
    write(`${name}_bucket`, { ...labels, le: '+Inf' }, histogram.count),
    write(`${name}_sum`, labels, histogram.sum / 1000),
    write(`${name}_count`, labels, histogram.count),
  ]);
  return [`# HELP ${name} ${help}`, `# TYPE ${name} histogram`, ...body];
}

function writeBytes(rows: { labels: Labels; value: number }[], maxSeries: number): string[] {
  if (rows.length === 0) return [];
  const name = 'http_server_response_bytes_total';
  const most = rows.sort((a, b) => b.value - a.value).slice(0, maxSeries);
  return [
    `# HELP ${name} Bytes of HTTP responses.`,
    `# TYPE ${name} counter`,
    ...most.map(({ labels, value }) => write(name, labels, value)),
  ];
}
