import type { Condition } from '../../../shared/contracts/alerts';

const NAMES: Record<string, string> = {
  'api-latency': 'Answer time',
  'api-errors': 'Failed answers',
  'api-traffic': 'Requests',
  'db-latency': 'Query time',
  'pool-wait': 'Wait for a database connection',
  'loop-delay': 'Wait for the process',
  heap: 'Memory',
  'ai-latency': 'AI answer time',
  'ai-errors': 'Failed AI calls',
  'ai-cost': 'AI cost',
  'delivery-bytes': 'Delivered bytes',
};

const figure = (value: number): string =>
  Math.abs(value) >= 100
    ? Math.round(value).toLocaleString('en')
    : String(Math.round(value * 100) / 100);

/** The sentence of a notification: `Answer time p95 1,240 ms, limit 800 ms`. In English, as mails are. */
export function summaryOf(condition: Condition, value: number | null, unit: string): string {
  const shown = value === null ? 'no data' : figure(value);
  if (condition.kind === 'absence') {
    return `No request for ${condition.windowMinutes} minutes`;
  }
  if (condition.kind === 'burn-rate') {
    return `The error budget of ${figure(condition.objective * 100)} % is used up ${shown} times as fast as the limit`;
  }
  const name = NAMES[condition.signal] ?? condition.signal;
  const isQuantile = ['ms', 'MB'].includes(unit);
  const what = isQuantile ? `${name} p${condition.quantile * 100}` : name;
  if (condition.kind === 'anomaly') {
    return `${what} is ${shown} deviations from what is usual at this hour, limit ${condition.limit}`;
  }
  const shownUnit = value === null ? '' : ` ${unit}`;
  return `${what} ${shown}${shownUnit}, limit ${figure(condition.threshold)} ${unit}`;
}
