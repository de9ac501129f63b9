import { ellipse, HEIGHT, path, rect, WIDTH } from '../svg';

export const table = (y: number, colour: string) =>
  rect(0, y, WIDTH, HEIGHT - y, colour) + rect(0, y, WIDTH, 10, '#fff', 'opacity=".22"');

export const shadow = (x: number, y: number, width: number) =>
  ellipse(x, y, width, width * 0.12, '#000', 'opacity=".16"');

/** A pot turned on a wheel: belly, neck and the light on its left side. */
export const pot = (x: number, floor: number, w: number, h: number, fill: string, band: string) => {
  const [l, r, top] = [x - w / 2, x + w / 2, floor - h];
  const neck = w * 0.26;
  const body =
    `M${x - neck} ${top} C${x - neck} ${top + h * 0.22} ${l} ${top + h * 0.3} ${l} ${top + h * 0.6}` +
    ` C${l} ${floor - h * 0.1} ${x - w * 0.32} ${floor} ${x - w * 0.28} ${floor} H${x + w * 0.28}` +
    ` C${x + w * 0.32} ${floor} ${r} ${floor - h * 0.1} ${r} ${top + h * 0.6}` +
    ` C${r} ${top + h * 0.3} ${x + neck} ${top + h * 0.22} ${x + neck} ${top} Z`;
  return (
    shadow(x + 20, floor + 4, w * 0.56) +
    path(body, fill) +
    ellipse(x, top, neck, neck * 0.2, band) +
    path(
      `M${l + 3} ${top + h * 0.5} H${r - 3} Q${r} ${top + h * 0.6} ${r - 3} ${top + h * 0.68} H${l + 3} Q${l} ${top + h * 0.6} ${l + 3} ${top + h * 0.5} Z`,
      band,
      'opacity=".75"',
    ) +
    ellipse(x - w * 0.26, top + h * 0.48, w * 0.06, h * 0.17, '#fff', 'opacity=".35"')
  );
};
