import {
  conditionHolds,
  nextAlertState,
  type AlertState,
  type AlertTiming,
  type NoDataPolicy,
} from './alert-state';
import { seededRandom } from './random-fixture';

type Step = { at: number; isActive: boolean };

const run = (steps: Step[], timing: AlertTiming) => {
  let state: AlertState | null = null;
  return steps.map(({ at, isActive }) => {
    const next = nextAlertState(state, { isActive, value: 1, now: at, timing });
    state = next.state;
    return state?.state ?? 'inactive';
  });
};

/** `+` the condition holds, `-` it does not; one evaluation a second. */
const steps = (text: string): Step[] =>
  [...text].map((char, at) => ({ at: at * 1000, isActive: char === '+' }));

const LETTERS = { inactive: '.', pending: 'p', firing: 'F', resolved: 'r' } as const;

describe('nextAlertState', () => {
  it.each([
    ['fires at once without for', '-+-', 0, 0, '.Fr'],
    ['waits for its for', '++++', 2, 0, 'ppFF'],
    ['a short spike never fires', '+-+-+', 2, 0, 'p.p.p'],
    ['resolves at the first good value', '+++--', 2, 0, 'ppFrr'],
    ['keeps firing for a while', '+----', 0, 2, 'FFFrr'],
    ['a bad value begins the keeping again', '+-+--', 0, 2, 'FFFFF'],
    ['begins anew after it resolved', '+-++', 1, 0, 'p.pF'],
    ['resolved, then pending again', '++-+', 1, 0, 'pFrp'],
  ])('%s', (_name, text, forSeconds, keepSeconds, expected) => {
    const timing = { forMs: forSeconds * 1000, keepFiringForMs: keepSeconds * 1000 };
    const states = run(steps(text), timing).map((state) => LETTERS[state]);
    expect(states.join('')).toBe(expected);
  });

  it('tells each transition once', () => {
    let state: AlertState | null = null;
    const told = steps('++++--+').map(({ at, isActive }) => {
      const timing = { forMs: 1000, keepFiringForMs: 0 };
      const next = nextAlertState(state, { isActive, value: at, now: at, timing });
      state = next.state;
      return next.transition;
    });
    expect(told).toEqual(['pending', 'firing', null, null, 'resolved', null, 'pending']);
  });
});

/** rules/alerting.go of Prometheus 2.42, its state machine alone, line for line. */
class Prometheus {
  private alert: {
    state: 'pending' | 'firing' | 'inactive';
    activeAt: number;
    keepFiringSince: number;
  } | null = null;

  constructor(private readonly timing: AlertTiming) {}

  eval(now: number, isActive: boolean): string {
    if (isActive && (this.alert === null || this.alert.state === 'inactive')) {
      this.alert = { state: 'pending', activeAt: now, keepFiringSince: 0 };
    }
    if (this.alert === null) return 'inactive';
    if (!isActive) {
      let keepFiring = false;
      if (this.alert.state === 'firing' && this.timing.keepFiringForMs > 0) {
        if (this.alert.keepFiringSince === 0) this.alert.keepFiringSince = now;
        if (now - this.alert.keepFiringSince < this.timing.keepFiringForMs) keepFiring = true;
      }
      if (this.alert.state === 'pending') {
        this.alert = null;
        return 'inactive';
      }
      if (this.alert.state !== 'inactive' && !keepFiring) this.alert.state = 'inactive';
      if (!keepFiring) return 'inactive';
    } else this.alert.keepFiringSince = 0;
    if (this.alert.state === 'pending' && now - this.alert.activeAt >= this.timing.forMs) {
      this.alert.state = 'firing';
    }
    return this.alert.state;
  }
}

it('goes through the states of Prometheus on random series', () => {
  const random = seededRandom(42);
  for (let round = 0; round < 400; round += 1) {
    const timing = {
      forMs: Math.floor(random() * 6) * 15_000,
      keepFiringForMs: Math.floor(random() * 6) * 15_000,
    };
    const stay = 0.5 + random() * 0.45;
    let isActive = false;
    const series = Array.from({ length: 120 }, (_, index) => {
      if (random() > stay) isActive = !isActive;
      // Evaluations are now and then late.
      return { at: 1 + index * 15_000 + Math.floor(random() * 4000), isActive };
    });
    const prometheus = new Prometheus(timing);
    const theirs = series.map((step) => prometheus.eval(step.at, step.isActive));
    const ours = run(series, timing).map((state) => (state === 'resolved' ? 'inactive' : state));
    expect(ours).toEqual(theirs);
  }
});

describe('conditionHolds', () => {
  const firing: AlertState = {
    state: 'firing',
    activeAt: 0,
    firedAt: 0,
    resolvedAt: null,
    keepFiringSince: null,
    value: 1,
  };
  const resolved: AlertState = { ...firing, state: 'resolved' };
  const keeping: AlertState = { ...firing, keepFiringSince: 5 };

  it.each([
    [101, 'above', null, null, true],
    [100, 'above', null, null, false],
    [99, 'below', null, null, true],
    [90, 'above', 80, firing, true],
    [80, 'above', 80, firing, false],
    [90, 'above', 80, null, false],
    [110, 'below', 120, firing, true],
    [90, 'above', 80, resolved, false],
  ] as const)(
    '%d %s 100 (resolves at %s)',
    (value, comparison, resolveThreshold, before, expected) => {
      const holds = conditionHolds({
        value,
        comparison,
        threshold: 100,
        resolveThreshold,
        noData: 'ok',
        before,
      });
      expect(holds).toBe(expected);
    },
  );

  it.each([
    ['ok', firing, false],
    ['alert', null, true],
    ['keep', firing, true],
    ['keep', null, false],
    ['keep', resolved, false],
    ['keep', keeping, false],
  ] as [NoDataPolicy, AlertState | null, boolean][])(
    'without data: %s',
    (noData, before, expected) => {
      const holds = conditionHolds({
        value: null,
        comparison: 'above',
        threshold: 100,
        resolveThreshold: null,
        noData,
        before,
      });
      expect(holds).toBe(expected);
    },
  );
});
