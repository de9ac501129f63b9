import { publishTiming, subscribeTimings, type Timing } from './timings';

const timing: Timing = {
  name: 'complete',
  durationMs: 12,
  ok: true,
  labels: { provider: 'local' },
};

describe('timings', () => {
  it('reach whoever listens to their area, until it stops', () => {
    const heard: Timing[] = [];
    const stop = subscribeTimings('ai', (message) => heard.push(message));
    publishTiming('ai', timing);
    publishTiming('federation', timing);
    stop();
    publishTiming('ai', timing);
    expect(heard).toEqual([timing]);
  });

  it('are nobody’s business when nobody listens', () => {
    expect(() => publishTiming('nobody', timing)).not.toThrow();
  });
});
