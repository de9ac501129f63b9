/** States of one alert, with Prometheus' meaning of `for` and `keep_firing_for`. */
export type AlertState = {
  state: 'pending' | 'firing' | 'resolved';
  /** When the condition began to hold, in ms since 1970. */
  activeAt: number;
  firedAt: number | null;
  resolvedAt: number | null;
  /** Since when it only fires because of `keepFiringForMs`. */
  keepFiringSince: number | null;
  value: number | null;
};

export type AlertTiming = { forMs: number; keepFiringForMs: number };

export type NoDataPolicy = 'keep' | 'ok' | 'alert';

export type Transition = 'pending' | 'firing' | 'resolved' | null;

/**
 * One evaluation. `null` is "nothing to tell": no alert, or a pending one that went away. A
 * resolved alert stays resolved until its condition holds again, then it begins anew.
 */
export function nextAlertState(
  before: AlertState | null,
  input: { isActive: boolean; value: number | null; now: number; timing: AlertTiming },
): { state: AlertState | null; transition: Transition } {
  const { isActive, value, now, timing } = input;
  const known = before?.state === 'resolved' ? null : before;
  if (!isActive) return becomeInactive(before, known, { now, timing });

  const state: AlertState = known
    ? { ...known, value, keepFiringSince: null }
    : {
        state: 'pending',
        activeAt: now,
        firedAt: null,
        resolvedAt: null,
        keepFiringSince: null,
        value,
      };
  if (state.state === 'pending' && now - state.activeAt >= timing.forMs) {
    return { state: { ...state, state: 'firing', firedAt: now }, transition: 'firing' };
  }
  return { state, transition: known ? null : 'pending' };
}

function becomeInactive(
  before: AlertState | null,
  known: AlertState | null,
  { now, timing }: { now: number; timing: AlertTiming },
): { state: AlertState | null; transition: Transition } {
  if (!known) return { state: before, transition: null };
  if (known.state === 'pending') return { state: null, transition: null };
  if (timing.keepFiringForMs > 0) {
    const keepFiringSince = known.keepFiringSince ?? now;
    if (now - keepFiringSince < timing.keepFiringForMs) {
      return { state: { ...known, keepFiringSince }, transition: null };
    }
  }
  return { state: { ...known, state: 'resolved', resolvedAt: now }, transition: 'resolved' };
}

export type Comparison = 'above' | 'below';

/**
 * Whether the condition holds. A firing alert has to pass the resolve threshold to end, so that a
 * value around the limit does not switch it on and off. Without data the policy decides.
 */
export function conditionHolds(input: {
  value: number | null;
  comparison: Comparison;
  threshold: number;
  resolveThreshold: number | null;
  noData: NoDataPolicy;
  before: AlertState | null;
}): boolean {
  const { value, comparison, threshold, resolveThreshold, noData, before } = input;
  if (value === null) {
    const wasActive =
      before !== null && before.state !== 'resolved' && before.keepFiringSince === null;
    return noData === 'alert' || (noData === 'keep' && wasActive);
  }
  const isFiring = before?.state === 'firing';
  const limit = isFiring ? (resolveThreshold ?? threshold) : threshold;
  return comparison === 'above' ? value > limit : value < limit;
}
