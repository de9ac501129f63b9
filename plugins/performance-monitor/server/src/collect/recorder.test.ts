import { Recorder } from './recorder';

const counts = (recorder: Recorder) =>
  recorder.totals().map(({ labels, histogram }) => [labels[0], histogram.count]);

describe('Recorder', () => {
  it('never holds more series than allowed, and loses no measurement', () => {
    const recorder = new Recorder(5);
    for (let at = 0; at < 100; at += 1) recorder.record('outgoing', [`host-${at}`, '2xx'], at);
    const taken = recorder.take();
    expect(taken.length).toBe(6);
    expect(taken.reduce((sum, { histogram }) => sum + histogram.count, 0)).toBe(100);
    expect(taken.find(({ labels }) => labels[0] === 'other')?.histogram.count).toBe(95);
    expect(recorder.overflow).toBe(95);
  });

  it('writes again what could not be written, with what came since', () => {
    const recorder = new Recorder(5);
    recorder.record('outgoing', ['a', '2xx'], 1, [1]);
    recorder.take();
    recorder.record('outgoing', ['a', '2xx'], 1, [1]);
    recorder.putBack();
    const [series] = recorder.take();
    expect(series?.histogram.count).toBe(2);
    expect(series?.sums).toEqual([2]);
    recorder.written();
    expect(recorder.take()).toEqual([]);
  });

  it('counts each measurement once in its totals, wherever it is', () => {
    const recorder = new Recorder(5);
    recorder.keepTotals(true);
    recorder.record('outgoing', ['a', '2xx'], 1);
    expect(counts(recorder)).toEqual([['a', 1]]);
    recorder.take();
    expect(counts(recorder)).toEqual([['a', 1]]);
    recorder.putBack();
    recorder.take();
    recorder.record('outgoing', ['a', '2xx'], 1);
    recorder.written();
    expect(counts(recorder)).toEqual([['a', 2]]);
  });
});
