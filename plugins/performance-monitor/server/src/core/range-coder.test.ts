import { NumberModel } from './adaptive-number';
import { seededRandom } from './random-fixture';
import { newModel, RangeDecoder, RangeEncoder } from './range-coder';

const decisions = (count: number, share: number, seed: number) => {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => (random() < share ? 1 : 0));
};

const encode = (bits: readonly number[]): Uint8Array => {
  const encoder = new RangeEncoder();
  const model = newModel(1);
  bits.forEach((bit) => encoder.bit(model, 0, bit));
  return encoder.done();
};

const decode = (bytes: Uint8Array, count: number): number[] => {
  const decoder = new RangeDecoder(bytes);
  const model = newModel(1);
  return Array.from({ length: count }, () => decoder.bit(model, 0));
};

describe('a range coder', () => {
  it.each([0, 0.001, 0.03, 0.5, 0.9, 0.9999, 1])('gives back decisions, a share of %s', (share) => {
    for (let seed = 1; seed <= 6; seed += 1) {
      const bits = decisions(50 * seed ** 2, share, seed);
      expect(decode(encode(bits), bits.length)).toEqual(bits);
    }
  });

  it.each([
    [0.5, 10_000],
    [0.05, 2_864],
  ])('spends about as much as decisions tell, a share of %s', (share, entropyBits) => {
    const bytes = encode(decisions(10_000, share, 7));
    expect(bytes.length * 8).toBeLessThan(entropyBits * 1.06);
  });

  it('gives back bits nobody knows anything of, between others', () => {
    const encoder = new RangeEncoder();
    const model = newModel(1);
    const values = Array.from({ length: 500 }, (_, at) => (at * 7919) % 65_536);
    for (const value of values) {
      encoder.even(value, 16);
      encoder.bit(model, 0, value % 2);
    }
    const decoder = new RangeDecoder(encoder.done());
    const read = newModel(1);
    const found = values.map(() => [decoder.even(16), decoder.bit(read, 0)]);
    expect(found).toEqual(values.map((value) => [value, value % 2]));
  });

  it('refuses to go on behind the end', () => {
    expect(() => decode(encode(decisions(100, 0.5, 1)), 10_000)).toThrow(RangeError);
  });
});

it('gives back whole numbers of any size', () => {
  const powers = Array.from({ length: 53 }, (_, at) => 2 ** at);
  const values = [0, ...powers.flatMap((power) => [power - 1, power, power + 1])];
  const signed = values.filter((value) => value < 2 ** 51).flatMap((value) => [value, -value]);
  const encoder = new RangeEncoder();
  const writing = { whole: new NumberModel(), signed: new NumberModel() };
  values.forEach((value) => writing.whole.write(encoder, value));
  signed.forEach((value) => writing.signed.writeSigned(encoder, value));
  const decoder = new RangeDecoder(encoder.done());
  const reading = { whole: new NumberModel(), signed: new NumberModel() };
  expect(values.map(() => reading.whole.read(decoder))).toEqual(values);
  // 0 has no sign here.
  expect(signed.map(() => reading.signed.readSigned(decoder))).toEqual(
    signed.map((value) => value + 0),
  );
});
