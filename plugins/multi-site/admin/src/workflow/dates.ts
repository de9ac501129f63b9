/** A day is year, month and day of a calendar; the picker works with the browser's own midnight. */

export function toDate(day: string | null): Date | undefined {
  if (!day) return undefined;
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date);
}

export function toDay(date: Date | undefined): string | null {
  if (!date) return null;
  const two = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
