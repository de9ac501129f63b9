import { circle, glow, ground, line, path, rect, repeat, ridge } from '../svg';
import type { Scene } from '../svg';

const tree = (x: number, floor: number, size: number, leaf: string, trunk: string) =>
  rect(x - size * 0.07, floor - size * 0.6, size * 0.14, size * 0.6, trunk) +
  circle(x, floor - size * 0.95, size * 0.42, leaf) +
  circle(x - size * 0.3, floor - size * 0.72, size * 0.3, leaf) +
  circle(x + size * 0.3, floor - size * 0.74, size * 0.32, leaf) +
  circle(x - size * 0.12, floor - size * 1.04, size * 0.16, '#fff', 'opacity=".16"');

/** The park at noon, with a bench that is free. */
export const park: Scene = ({ colours, random }) => {
  const [far, middle, near] = colours.shapes;
  return (
    ground(colours) +
    circle(980, 150, 70, colours.light) +
    glow(980, 150, 260, colours.light) +
    ridge(random, 400, 46, far, 'opacity=".7"') +
    repeat(6, (index) =>
      tree(70 + index * 216, 500, random.between(140, 210), index % 2 ? middle : near, '#6b4a35'),
    ) +
    ridge(random, 500, 20, far) +
    path(
      'M560 800 C600 700 430 640 520 560 S760 520 740 490 H780 C830 540 660 570 650 620 S860 700 900 800 Z',
      '#f3e6c8',
    ) +
    tree(180, 720, 360, near, '#5a3d2b') +
    tree(1070, 690, 300, middle, '#5a3d2b') +
    rect(770, 618, 190, 14, colours.accent, 'rx="6"') +
    rect(770, 578, 190, 12, colours.accent, 'rx="6"') +
    rect(770, 556, 190, 12, colours.accent, 'rx="6"') +
    line('M790 550 V680 M940 550 V680', '#3a2b23', 9)
  );
};
