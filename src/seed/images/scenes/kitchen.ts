import { circle, ellipse, glow, ground, line, path, rect, repeat, WIDTH } from '../svg';
import { shadow, table } from './things';
import type { Scene } from '../svg';

const steam = (x: number, y: number) =>
  repeat(3, (index) => {
    const left = x + (index - 1) * 34;
    return line(
      `M${left} ${y} q-26 -46 0 -88 q26 -42 0 -88`,
      '#fff',
      9,
      `opacity="${0.55 - Math.abs(index - 1) * 0.2}"`,
    );
  });

/** The teapot that gave the shop its name, in the morning. */
export const teapot: Scene = ({ colours }) => {
  const [far, middle, near] = colours.shapes;
  return (
    ground(colours) +
    glow(820, 200, 480, colours.light) +
    circle(820, 240, 190, far, 'opacity=".28"') +
    table(610, middle) +
    shadow(520, 636, 300) +
    line('M330 470 C160 470 170 620 350 590', near, 30) +
    path('M690 500 C790 480 800 370 876 350 L902 380 C850 420 840 560 700 580 Z', near) +
    path(
      'M300 520 C300 380 420 330 520 330 S740 380 740 520 S640 640 520 640 S300 640 300 520 Z',
      colours.accent,
    ) +
    path('M412 350 Q520 270 628 350 Q520 384 412 350 Z', near) +
    circle(520, 296, 24, near) +
    ellipse(400, 470, 30, 80, '#fff', 'opacity=".3" transform="rotate(14 400 470)"') +
    steam(906, 310) +
    shadow(960, 664, 120) +
    path('M868 560 H1052 Q1044 666 960 666 T868 560 Z', colours.light) +
    ellipse(960, 560, 92, 18, near, 'opacity=".75"') +
    line('M1046 586 q60 2 46 38 t-66 20', colours.light, 14)
  );
};

/** Bowls on a table, seen from above. */
export const bowls: Scene = ({ colours, random }) => {
  const [far, middle, near] = colours.shapes;
  const bowl = (x: number, y: number, r: number, glaze: string, filling: string) =>
    circle(x + 12, y + 18, r, '#000', 'opacity=".15"') +
    circle(x, y, r, glaze) +
    circle(x, y, r * 0.86, colours.light) +
    circle(x, y, r * 0.78, filling) +
    repeat(4, (index) =>
      circle(
        x,
        y,
        r * (0.66 - index * 0.15),
        'none',
        'stroke="#fff" stroke-width="3" opacity=".18"',
      ),
    ) +
    path(
      `M${x - r * 0.7} ${y - r * 0.3} A${r * 0.76} ${r * 0.76} 0 0 1 ${x - r * 0.1} ${y - r * 0.74}`,
      'none',
      'stroke="#fff" stroke-width="8" stroke-linecap="round" opacity=".5"',
    );
  return (
    ground(colours) +
    repeat(9, (index) => rect(0, index * 92, WIDTH, 3, near, 'opacity=".09"')) +
    bowl(330, 330, 230, middle, far) +
    bowl(810, 250, 170, colours.accent, near) +
    bowl(700, 590, 190, near, colours.accent) +
    bowl(1060, 520, 130, far, middle) +
    bowl(140, 690, 120, colours.accent, far) +
    repeat(14, () =>
      ellipse(
        random.between(440, 560),
        random.between(80, 160),
        12,
        6,
        near,
        `opacity=".7" transform="rotate(${Math.round(random.between(0, 180))} 500 120)"`,
      ),
    ) +
    line('M980 90 L1130 250', near, 14) +
    ellipse(966, 74, 34, 24, near, 'transform="rotate(46 966 74)"')
  );
};

/** A loaf, a board and a knife. */
export const loaf: Scene = ({ colours }) => {
  const [far, middle, near] = colours.shapes;
  return (
    ground(colours) +
    glow(300, 140, 460, colours.light) +
    table(560, far) +
    shadow(590, 688, 420) +
    rect(200, 632, 800, 46, near, 'rx="23"') +
    path('M290 632 C240 500 330 370 590 370 S930 500 880 632 Z', middle) +
    path(
      'M290 632 C240 500 330 370 590 370 S930 500 880 632 Z',
      '#fff',
      'opacity=".12" transform="translate(-14 -12)"',
    ) +
    repeat(4, (index) => {
      const x = 400 + index * 118;
      return path(
        `M${x} 560 Q${x + 20} 470 ${x + 74} 408 Q${x + 54} 486 ${x + 40} 568 Z`,
        colours.light,
        'opacity=".75"',
      );
    }) +
    path('M800 616 L1090 560 Q1110 580 1080 592 L806 632 Z', '#dfe5e8') +
    path('M690 622 L806 600 L810 632 L698 654 Q676 640 690 622 Z', near) +
    repeat(3, (index) =>
      line(
        `M${110 + index * 26} 560 C${90 + index * 30} 440 ${120 + index * 20} 380 ${100 + index * 40} 300`,
        colours.accent,
        6,
      ),
    ) +
    repeat(12, (index) =>
      ellipse(
        108 + (index % 3) * 32 + (index % 2) * 12,
        310 + index * 15,
        8,
        17,
        colours.accent,
        `transform="rotate(${index % 2 ? 34 : -34} ${120 + (index % 3) * 30} ${310 + index * 15})"`,
      ),
    )
  );
};
