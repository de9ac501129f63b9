import { useMemo } from 'react';
import { useIntl } from 'react-intl';

/** Figures as people read them; null is a dash. */
export function useFormat() {
  const { formatNumber } = useIntl();
  return useMemo(() => {
    const plain = (value: number, digits = 0) =>
      formatNumber(value, { maximumFractionDigits: digits });
    const orDash = (show: (value: number) => string) => (value: number | null | undefined) =>
      value === null || value === undefined ? '–' : show(value);
    return {
      ms: orDash((value) => {
        if (value >= 60_000) return `${plain(value / 60_000, 1)} min`;
        if (value >= 1_000) return `${plain(value / 1_000, 2)} s`;
        return `${plain(value, value < 10 ? 1 : 0)} ms`;
      }),
      bytes: orDash((value) => {
        if (value >= 1e9) return `${plain(value / 1e9, 1)} GB`;
        if (value >= 1e6) return `${plain(value / 1e6, 1)} MB`;
        return value >= 1e3 ? `${plain(value / 1e3, 1)} kB` : `${plain(value)} B`;
      }),
      percent: orDash((share) =>
        formatNumber(share, { style: 'percent', maximumFractionDigits: share < 0.1 ? 1 : 0 }),
      ),
      count: orDash((value) => plain(value, value < 10 ? 1 : 0)),
      usd: orDash((value) => formatNumber(value, { style: 'currency', currency: 'USD' })),
      unit: (value: number | null, unit: string) =>
        value === null ? '–' : `${plain(value, 2)} ${unit}`,
    };
  }, [formatNumber]);
}
