import {
  circle,
  glitter,
  glow,
  ground,
  HEIGHT,
  line,
  path,
  rect,
  repeat,
  ridge,
  WIDTH,
} from '../svg';
import type { Scene } from '../svg';

const crane = (x: number, y: number, size: number, colour: string) =>
  line(`M${x} ${y} V${y - size} M${x + size * 0.3} ${y} V${y - size}`, colour, 12) +
  line(`M${x - size * 0.7} ${y - size} H${x + size * 0.6}`, colour, 14) +
  line(
    `M${x - size * 0.7} ${y - size} L${x + size * 0.15} ${y - size * 1.45} L${x + size * 0.6} ${y - size}`,
    colour,
    6,
  ) +
  line(
    `M${x + size * 0.15} ${y - size} V${y - size * 1.45} M${x - size * 0.45} ${y - size} v${size * 0.42}`,
    colour,
    5,
  );

/** Gantry cranes and containers at the quay. */
export const cranes: Scene = ({ colours, random }) => {
  const [far, middle, near] = colours.shapes;
  const paints = [colours.accent, far, middle, colours.light] as const;
  const stack = (left: number, levels: number) =>
    repeat(levels, (level) =>
      repeat(3, (column) => {
        const [x, y] = [left + column * 92, 590 - level * 44];
        return rect(x, y, 88, 40, random.pick(paints)) + rect(x, y, 88, 5, '#000', 'opacity=".12"');
      }),
    );
  return (
    ground(colours) +
    glow(900, 250, 380, colours.light, 0.7) +
    ridge(random, 470, 26, far, 'opacity=".5"') +
    crane(280, 600, 300, near) +
    crane(560, 600, 260, near) +
    crane(1010, 600, 330, near) +
    stack(70, 3) +
    stack(400, 4) +
    stack(700, 2) +
    rect(0, 632, WIDTH, 30, near) +
    rect(0, 662, WIDTH, 140, middle) +
    glitter(random, 860, 672, colours.light, 18)
  );
};

/** Depth lines and a compass rose, as on a chart. */
export const chart: Scene = ({ colours, random }) => {
  const [far, middle, near] = colours.shapes;
  const island = (radius: number) => {
    const points = 14;
    const d = repeat(points, (index) => {
      const angle = (index / points) * Math.PI * 2;
      const r = radius * (1 + Math.sin(index * 1.7) * 0.16 + Math.cos(index * 2.9) * 0.1);
      return `${index === 0 ? 'M' : 'L'}${460 + Math.cos(angle) * r * 1.3} ${420 + Math.sin(angle) * r} `;
    });
    return `${d}Z`;
  };
  const rose = repeat(8, (index) => {
    const long = index % 2 === 0 ? 118 : 70;
    const turn = `transform="rotate(${index * 45} 960 200)"`;
    return (
      path(`M960 ${200 - long} L976 200 H960 Z`, near, turn) +
      path(`M960 ${200 - long} L944 200 H960 Z`, colours.accent, turn)
    );
  });
  return (
    ground(colours) +
    repeat(7, (index) =>
      path(
        island(470 - index * 46),
        'none',
        `stroke="${middle}" stroke-width="2.5" stroke-linejoin="round" opacity="${0.3 + index * 0.09}"`,
      ),
    ) +
    path(island(170), far, `stroke="${near}" stroke-width="5" stroke-linejoin="round"`) +
    repeat(60, () =>
      circle(random.between(0, WIDTH), random.between(0, HEIGHT), 2.2, middle, 'opacity=".6"'),
    ) +
    line(
      'M60 740 C300 560 480 720 700 560 S1000 420 1150 470',
      colours.accent,
      5,
      'stroke-dasharray="3 16"',
    ) +
    circle(960, 200, 92, 'none', `stroke="${near}" stroke-width="3"`) +
    rose +
    circle(960, 200, 12, colours.light)
  );
};

/** Fish on ice at the market hall. */
export const catchOfTheDay: Scene = ({ colours, random }) => {
  const [far, middle, near] = colours.shapes;
  const fish = (x: number, y: number, fill: string, turn: number) =>
    `<g transform="rotate(${turn} ${x} ${y})">` +
    path(
      `M${x - 170} ${y} Q${x - 20} ${y - 96} ${x + 120} ${y} Q${x - 20} ${y + 96} ${x - 170} ${y} Z`,
      fill,
    ) +
    path(`M${x + 100} ${y} L${x + 190} ${y - 58} Q${x + 160} ${y} ${x + 190} ${y + 58} Z`, fill) +
    path(
      `M${x - 168} ${y + 4} Q${x - 20} ${y + 90} ${x + 118} ${y + 4} Z`,
      '#fff',
      'opacity=".25"',
    ) +
    circle(x - 112, y - 12, 11, '#fff') +
    circle(x - 112, y - 12, 5, near) +
    line(`M${x - 74} ${y - 34} Q${x - 56} ${y} ${x - 74} ${y + 34}`, near, 4, 'opacity=".5"') +
    '</g>';
  const paints = [far, middle, colours.accent] as const;
  return (
    ground(colours) +
    rect(60, 90, 1080, 620, '#eef6f8', 'rx="28"') +
    repeat(260, () =>
      rect(
        random.between(70, 1100),
        random.between(100, 680),
        random.between(14, 40),
        random.between(14, 30),
        '#fff',
        `opacity="${random.between(0.3, 0.9).toFixed(2)}" rx="6"`,
      ),
    ) +
    repeat(6, (index) =>
      fish(
        330 + (index % 2) * 480,
        220 + Math.floor(index / 2) * 185,
        paints[index % 3] ?? far,
        random.between(-14, 14),
      ),
    ) +
    path('M560 400 a48 48 0 1 1 96 0 Z', colours.light) +
    path('M572 400 a36 36 0 1 1 72 0 Z', '#fffbe0', 'opacity=".7"')
  );
};
