import { randomOf } from './context';

describe('the chance of the seeds', () => {
  it('is the same for the same seed', () => {
    const [one, two] = [randomOf('visitors'), randomOf('visitors')];
    expect([one(), one(), one()]).toEqual([two(), two(), two()]);
    expect(randomOf('visitors')()).not.toBe(randomOf('visits')());
  });

  it('lies evenly between nought and one', () => {
    const random = randomOf('any');
    const numbers = Array.from({ length: 10_000 }, random);
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...numbers)).toBeLessThan(1);
    const mean = numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
    expect(mean).toBeCloseTo(0.5, 1);
  });
});
