import { circle, ellipse, ground, line, path, rect, repeat, WIDTH } from '../svg';
import type { Scene } from '../svg';

const house = (
  x: number,
  floor: number,
  w: number,
  h: number,
  fill: string,
  roof: string,
  glass: string,
) =>
  rect(x, floor - h, w, h, fill) +
  path(
    `M${x - 8} ${floor - h} L${x + w / 2} ${floor - h - w * 0.42} L${x + w + 8} ${floor - h} Z`,
    roof,
  ) +
  repeat(Math.floor(h / 90), (row) =>
    repeat(2, (column) =>
      rect(x + w * (0.18 + column * 0.4), floor - h + 26 + row * 86, w * 0.24, 50, glass, 'rx="3"'),
    ),
  );

/** Line 4 in front of gabled houses. */
export const tram: Scene = ({ colours, random }) => {
  const [far, middle, near] = colours.shapes;
  const paints = [far, middle, colours.light] as const;
  const houses = repeat(7, (index) =>
    house(
      index * 176 - 12,
      560,
      164,
      random.between(240, 350),
      paints[index % 3] ?? far,
      near,
      index % 3 === 2 ? middle : colours.light,
    ),
  );
  return (
    ground(colours) +
    houses +
    rect(0, 560, WIDTH, 240, near, 'opacity=".92"') +
    rect(0, 560, WIDTH, 16, '#fff', 'opacity=".2"') +
    line('M0 300 H1200', near, 3) +
    line('M470 300 L520 400 L570 300', near, 5) +
    rect(190, 400, 760, 240, colours.accent, 'rx="34"') +
    rect(190, 556, 760, 40, '#fff', 'opacity=".9"') +
    repeat(6, (index) => rect(226 + index * 118, 432, 98, 92, '#eaf6fb', 'rx="10"')) +
    repeat(
      4,
      (index) =>
        circle(300 + index * 178, 646, 32, '#1b1b1f') +
        circle(300 + index * 178, 646, 12, '#9aa0a6'),
    ) +
    line('M0 690 H1200 M0 740 H1200', '#fff', 5, 'opacity=".4"')
  );
};

/** Saturday market: awnings and crates. */
export const market: Scene = ({ colours, random }) => {
  const [far, middle, near] = colours.shapes;
  const produce = [colours.accent, far, middle, '#f2b134', '#7fb069'] as const;
  const stall = (x: number, colour: string) =>
    rect(x, 330, 12, 330, near) +
    rect(x + 328, 330, 12, 330, near) +
    repeat(8, (index) => {
      const left = x - 16 + index * 46.5;
      return path(
        `M${left + 10} 210 H${left + 46} L${left + 46} 330 a23 23 0 0 1 -46 0 Z`,
        index % 2 ? '#fffaf0' : colour,
      );
    }) +
    rect(x + 6, 520, 330, 150, near, 'opacity=".95"') +
    repeat(
      3,
      (crate) =>
        repeat(11, (index) =>
          circle(
            x + 34 + crate * 108 + (index % 4) * 20,
            516 - Math.floor(index / 4) * 17,
            13,
            produce[(crate + x) % 5 < 0 ? 0 : Math.floor((crate + x / 100) % 5)] ?? far,
          ),
        ) +
        rect(x + 18 + crate * 108, 520, 96, 52, '#c89b6a') +
        rect(x + 18 + crate * 108, 542, 96, 5, '#000', 'opacity=".15"'),
    );
  return (
    ground(colours) +
    repeat(6, (index) =>
      house(
        index * 205 - 10,
        480,
        190,
        random.between(190, 300),
        index % 2 ? far : middle,
        near,
        colours.light,
      ),
    ) +
    rect(0, 480, WIDTH, 320, '#d9cbb8') +
    repeat(40, () =>
      ellipse(random.between(0, WIDTH), random.between(690, 800), 34, 10, '#000', 'opacity=".05"'),
    ) +
    stall(40, colours.accent) +
    stall(430, middle) +
    stall(820, near)
  );
};

/** Streets, a river and the way to walk. */
export const streetMap: Scene = ({ colours, random }) => {
  const [green, water, ink] = colours.shapes;
  const streets =
    repeat(9, (index) =>
      line(
        `M${index * 160 - 60} 0 L${index * 160 + random.between(-30, 90)} 800`,
        colours.light,
        16,
      ),
    ) +
    repeat(7, (index) =>
      line(
        `M0 ${index * 130 + 20} L1200 ${index * 130 + random.between(-50, 50)}`,
        colours.light,
        16,
      ),
    );
  return (
    ground(colours) +
    path('M640 60 h300 v230 h-250 Z', green) +
    circle(220, 640, 110, green) +
    streets +
    line('M-20 250 C200 330 330 180 520 300 S760 560 960 520 S1140 620 1220 640', water, 78) +
    line(
      'M-20 250 C200 330 330 180 520 300 S760 560 960 520 S1140 620 1220 640',
      '#fff',
      3,
      'opacity=".4"',
    ) +
    line(
      'M180 700 L260 470 L470 430 L520 210 L800 170 L930 330 L1040 250',
      colours.accent,
      11,
      'stroke-linejoin="round" stroke-dasharray="2 24"',
    ) +
    circle(180, 700, 20, colours.light, `stroke="${ink}" stroke-width="9"`) +
    path('M1040 256 C1000 190 1004 130 1040 130 S1080 190 1040 256 Z', colours.accent) +
    circle(1040, 166, 14, colours.light)
  );
};
