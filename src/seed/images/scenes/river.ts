import { circle, glitter, glow, ground, line, path, rect, repeat, WIDTH } from '../svg';
import type { Random } from '../random';
import type { Scene } from '../svg';

const windows = (random: Random, x: number, y: number, w: number, h: number, light: string) => {
  const [columns, rows] = [Math.floor(w / 30), Math.floor(h / 42)];
  return repeat(columns, (column) =>
    repeat(rows, (row) =>
      random.between(0, 1) < 0.42
        ? rect(x + 10 + column * 30, y + 16 + row * 42, 14, 20, light, 'opacity=".85"')
        : '',
    ),
  );
};

const skylineRow = (random: Random, floor: number, tall: number, fill: string, light: string) => {
  let drawing = '';
  for (let x = -20; x < WIDTH; ) {
    const [w, h] = [random.between(70, 150), random.between(tall * 0.45, tall)];
    drawing += rect(x, floor - h, w, h + 6, fill);
    if (random.between(0, 1) < 0.25)
      drawing += path(
        `M${x} ${floor - h} L${x + w / 2} ${floor - h - 50} L${x + w} ${floor - h} Z`,
        fill,
      );
    drawing += windows(random, x, floor - h, w, h, light);
    x += w + 4;
  }
  return drawing;
};

/** The town across the river in the evening. */
export const skyline: Scene = ({ colours, random }) => {
  const [far, middle, near] = colours.shapes;
  return (
    ground(colours) +
    glow(820, 420, 460, colours.light, 0.7) +
    circle(820, 400, 66, colours.light) +
    `<g opacity=".55">${skylineRow(random, 540, 300, far, colours.light)}</g>` +
    skylineRow(random, 580, 230, middle, colours.light) +
    path('M520 580 V300 L552 190 L584 300 V580 Z', near) +
    circle(552, 330, 18, colours.light) +
    rect(0, 580, WIDTH, 220, near) +
    glitter(random, 820, 590, colours.light, 30)
  );
};

/** Stone arches and their other half in the water. */
export const bridge: Scene = ({ colours, random }) => {
  const [far, middle, near] = colours.shapes;
  const arches = (floor: number, sign: number, fill: string) => {
    let d = `M0 ${floor} V${floor - sign * 200} H${WIDTH} V${floor}`;
    for (let index = 3; index >= 0; index -= 1) {
      const [left, right] = [index * 310 + 20, index * 310 + 270];
      d += ` H${right} C${right} ${floor - sign * 190} ${left} ${floor - sign * 190} ${left} ${floor}`;
    }
    return path(`${d} Z`, fill);
  };
  return (
    ground(colours) +
    glow(300, 200, 340, colours.light) +
    `<g opacity=".6">${skylineRow(random, 380, 180, far, colours.light)}</g>` +
    rect(0, 560, WIDTH, 240, middle) +
    arches(560, 1, near) +
    rect(0, 346, WIDTH, 18, near) +
    repeat(
      9,
      (index) =>
        line(`M${70 + index * 134} 350 v-62`, near, 6) +
        circle(70 + index * 134, 280, 11, colours.light) +
        glow(70 + index * 134, 280, 54, colours.light, 0.6),
    ) +
    `<g opacity=".35">${arches(566, -1, near)}</g>` +
    glitter(random, 420, 580, colours.light, 24) +
    glitter(random, 880, 600, colours.light, 16)
  );
};
