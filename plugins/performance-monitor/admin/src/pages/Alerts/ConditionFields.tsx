import type { Signal } from '../../../../shared/contracts/alerts';
import { useTexts } from '../../texts';
import { NumberField, SelectField } from './fields';
import { HAS_QUANTILE, UNITS, type RuleValues } from './rule-values';

type Props = {
  values: RuleValues;
  onChange: (part: Partial<RuleValues>) => void;
  signals: { value: Signal; label: string }[];
};

const QUANTILES = { '0.5': 0.5, '0.75': 0.75, '0.95': 0.95, '0.99': 0.99 } as const;

/** The fields of the chosen kind of condition. */
export const ConditionFields = ({ values, onChange, signals }: Props) => {
  const t = useTexts();
  const { kind, signal } = values;
  const watches = kind === 'threshold' || kind === 'anomaly';
  const unit = UNITS[signal];
  return (
    <>
      {watches ? (
        <SelectField
          name="signal"
          label={t('rule.signal')}
          value={signal}
          options={signals}
          onChange={(next) => onChange({ signal: next })}
        />
      ) : null}
      {watches && HAS_QUANTILE.includes(signal) ? (
        <SelectField
          name="quantile"
          label={t('rule.quantile')}
          value={String(values.quantile) as keyof typeof QUANTILES}
          options={(Object.keys(QUANTILES) as (keyof typeof QUANTILES)[]).map((value) => ({
            value,
            label: t(`quantile.${value}`),
          }))}
          onChange={(value) => onChange({ quantile: QUANTILES[value] })}
        />
      ) : null}
      {kind === 'threshold' ? (
        <>
          <SelectField
            name="comparison"
            label={t('rule.comparison')}
            value={values.comparison}
            options={(['above', 'below'] as const).map((value) => ({
              value,
              label: t(`comparison.${value}`),
            }))}
            onChange={(comparison) => onChange({ comparison })}
          />
          <NumberField
            name="threshold"
            label={t('rule.threshold', { unit })}
            value={values.threshold}
            onChange={(value) => onChange({ threshold: value ?? 0 })}
          />
          <NumberField
            name="resolveThreshold"
            label={t('rule.resolve', { unit })}
            hint={t('rule.resolve-hint')}
            value={values.resolveThreshold}
            onChange={(resolveThreshold) => onChange({ resolveThreshold })}
          />
        </>
      ) : null}
      {kind === 'burn-rate' ? (
        <>
          <SelectField
            name="good"
            label={t('rule.good')}
            value={values.good}
            options={(['no-errors', 'fast'] as const).map((value) => ({
              value,
              label: t(`good.${value}`),
            }))}
            onChange={(good) => onChange({ good })}
          />
          {values.good === 'fast' ? (
            <NumberField
              name="fastMs"
              label={t('rule.fast')}
              value={values.fastMs}
              onChange={(value) => onChange({ fastMs: value ?? 500 })}
            />
          ) : null}
          <NumberField
            name="objective"
            label={t('rule.objective')}
            hint={t('rule.objective-hint')}
            value={values.objectivePercent}
            onChange={(value) => onChange({ objectivePercent: value ?? 99.9 })}
          />
        </>
      ) : null}
      {kind === 'threshold' || kind === 'absence' ? (
        <NumberField
          name="windowMinutes"
          label={t('rule.window')}
          value={values.windowMinutes}
          onChange={(value) => onChange({ windowMinutes: value ?? 5 })}
        />
      ) : null}
      {kind === 'threshold' || kind === 'burn-rate' ? (
        <NumberField
          name="minCount"
          label={t('rule.min-count')}
          hint={t('rule.min-count-hint')}
          value={values.minCount}
          onChange={(value) => onChange({ minCount: value ?? 0 })}
        />
      ) : null}
    </>
  );
};
