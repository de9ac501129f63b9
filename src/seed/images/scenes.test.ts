import { SITES } from '../content';
import { PALETTES } from './palettes';
import { randomFor } from './random';

const images = SITES.flatMap((site) => site.images);

const draw = ({ key, scene, palette }: (typeof images)[number]) =>
  scene({ colours: PALETTES[palette], random: randomFor(key) });

describe('scenes', () => {
  it.each(images)('draws $key the same each time', (image) => {
    expect(draw(image)).toBe(draw(image));
  });

  it.each(images)('draws $key without a number that is none', (image) => {
    expect(draw(image)).not.toMatch(/NaN|undefined|Infinity/);
  });
});
