import type { Condition, Rule, RuleInput, Signal } from '../../../../shared/contracts/alerts';
import type { Severity } from '../../../../shared/plugin';

export const UNITS: Record<Signal, string> = {
  'api-latency': 'ms',
  'api-errors': '%',
  'api-traffic': '/min',
  'db-latency': 'ms',
  'pool-wait': 'ms',
  'loop-delay': 'ms',
  heap: 'MB',
  'ai-latency': 'ms',
  'ai-errors': '%',
  'ai-cost': 'USD',
  'delivery-bytes': 'bytes',
};

/** Signals with a distribution, of which a rule looks at one point. */
export const HAS_QUANTILE: readonly Signal[] = [
  'api-latency',
  'db-latency',
  'pool-wait',
  'loop-delay',
  'heap',
  'ai-latency',
];

type Quantile = 0.5 | 0.75 | 0.95 | 0.99;
type Kind = Condition['kind'];

/** The form: all kinds of conditions side by side, so that switching forgets nothing. */
export type RuleValues = {
  name: string;
  isEnabled: boolean;
  severity: Severity;
  kind: Kind;
  signal: Signal;
  quantile: Quantile;
  comparison: 'above' | 'below';
  threshold: number;
  resolveThreshold: number | null;
  windowMinutes: number;
  minCount: number;
  good: 'no-errors' | 'fast';
  fastMs: number;
  objectivePercent: number;
  route: string;
  contentType: string;
  groupBy: 'none' | 'route' | 'contentType' | 'site';
  forMinutes: number;
  keepFiringMinutes: number;
  noData: 'keep' | 'ok' | 'alert';
  repeatMinutes: number;
  channels: string[];
  note: string;
};

export const NEW_RULE: RuleValues = {
  name: '',
  isEnabled: true,
  severity: 'warning',
  kind: 'threshold',
  signal: 'api-latency',
  quantile: 0.95,
  comparison: 'above',
  threshold: 1000,
  resolveThreshold: null,
  windowMinutes: 5,
  minCount: 5,
  good: 'no-errors',
  fastMs: 500,
  objectivePercent: 99.9,
  route: '',
  contentType: '',
  groupBy: 'none',
  forMinutes: 2,
  keepFiringMinutes: 0,
  noData: 'ok',
  repeatMinutes: 240,
  channels: [],
  note: '',
};

export function toValues(rule: Rule): RuleValues {
  const { condition, filters } = rule;
  const ofCondition: Partial<RuleValues> =
    condition.kind === 'burn-rate'
      ? {
          good: condition.good,
          fastMs: condition.fastMs,
          minCount: condition.minCount,
          objectivePercent: Math.round(condition.objective * 1e6) / 1e4,
        }
      : condition;
  return {
    ...NEW_RULE,
    ...ofCondition,
    name: rule.name,
    isEnabled: rule.isEnabled,
    severity: rule.severity,
    kind: condition.kind,
    route: filters.route ?? '',
    contentType: filters.contentType ?? '',
    groupBy: rule.groupBy,
    forMinutes: rule.forSeconds / 60,
    keepFiringMinutes: rule.keepFiringForSeconds / 60,
    noData: rule.noData,
    repeatMinutes: rule.repeatMinutes,
    channels: rule.channels,
    note: rule.note,
  };
}

function toCondition(values: RuleValues): Condition {
  const { signal, quantile, windowMinutes, minCount } = values;
  if (values.kind === 'absence') return { kind: 'absence', windowMinutes };
  if (values.kind === 'anomaly') return { kind: 'anomaly', signal, quantile, limit: 4 };
  if (values.kind === 'burn-rate') {
    const { good, fastMs, objectivePercent } = values;
    return { kind: 'burn-rate', good, fastMs, minCount, objective: objectivePercent / 100 };
  }
  const { comparison, threshold, resolveThreshold } = values;
  return {
    kind: 'threshold',
    signal,
    quantile,
    comparison,
    threshold,
    resolveThreshold,
    windowMinutes,
    minCount,
  };
}

export function toBody(values: RuleValues): RuleInput {
  const { route, contentType } = values;
  return {
    name: values.name,
    isEnabled: values.isEnabled,
    severity: values.severity,
    condition: toCondition(values),
    filters: { ...(route ? { route } : {}), ...(contentType ? { contentType } : {}) },
    groupBy: values.groupBy,
    forSeconds: Math.round(values.forMinutes * 60),
    keepFiringForSeconds: Math.round(values.keepFiringMinutes * 60),
    noData: values.noData,
    repeatMinutes: values.repeatMinutes,
    channels: values.channels,
    note: values.note,
  };
}
