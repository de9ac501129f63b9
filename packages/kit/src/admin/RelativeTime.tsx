import { useIntl } from 'react-intl';

const UNITS = [
  { unit: 'year', seconds: 31_536_000 },
  { unit: 'month', seconds: 2_592_000 },
  { unit: 'day', seconds: 86_400 },
  { unit: 'hour', seconds: 3_600 },
  { unit: 'minute', seconds: 60 },
  { unit: 'second', seconds: 1 },
] as const;

/** "3 days ago", with the exact time as its title. `now` is a parameter for tests. */
export const RelativeTime = ({ value, now = Date.now() }: { value: string; now?: number }) => {
  const { formatDate, formatRelativeTime } = useIntl();
  const date = new Date(value);
  const { amount, unit } = distance(date.getTime() - now);
  return (
    <time
      dateTime={date.toISOString()}
      title={formatDate(date, { dateStyle: 'medium', timeStyle: 'medium' })}
    >
      {formatRelativeTime(amount, unit, { numeric: 'auto' })}
    </time>
  );
};

/** The largest unit that fits at least once into `milliseconds`. */
export function distance(milliseconds: number) {
  const seconds = milliseconds / 1000;
  const fitting = UNITS.find((candidate) => Math.abs(seconds) >= candidate.seconds);
  if (!fitting) return { amount: 0, unit: 'second' } as const;
  return { amount: Math.trunc(seconds / fitting.seconds), unit: fitting.unit };
}
