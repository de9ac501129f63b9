import { circle, ellipse, fade, glow, ground, line, path, rect, repeat } from '../svg';
import { pot, shadow, table } from './things';
import type { Scene } from '../svg';

/** Pots on two shelves. */
export const shelf: Scene = ({ colours, random }) => {
  const fills = [...colours.shapes, colours.accent] as const;
  const row = (floor: number, count: number) =>
    repeat(count, (index) => {
      const x = 150 + (index * 900) / (count - 1);
      const fill = fills[(index + count) % fills.length] ?? colours.accent;
      return pot(x, floor, random.between(110, 180), random.between(140, 250), fill, colours.light);
    });
  const board = (y: number) =>
    rect(40, y, 1120, 26, colours.shapes[2]) + rect(40, y + 26, 1120, 14, '#000', 'opacity=".14"');
  return (
    ground(colours) +
    glow(260, 90, 520, colours.light) +
    row(360, 5) +
    board(360) +
    row(700, 6) +
    board(700)
  );
};

/** The open kiln on firing night. */
export const kiln: Scene = ({ colours, random }) => {
  const [far, middle, near] = colours.shapes;
  const bricks = repeat(13, (row) =>
    repeat(14, (column) => {
      const x = column * 96 - (row % 2) * 48;
      return rect(
        x,
        row * 62,
        90,
        56,
        random.pick([far, middle, middle, near] as const),
        'rx="5" opacity=".75"',
      );
    }),
  );
  return (
    ground(colours) +
    bricks +
    path('M330 800 V430 A270 270 0 0 1 870 430 V800 Z', near) +
    `<defs>${fade('fire', colours.light, colours.accent)}</defs>` +
    path('M376 800 V434 A224 224 0 0 1 824 434 V800 Z', 'url(#fire)') +
    glow(600, 560, 560, colours.light, 0.75) +
    pot(480, 720, 120, 180, near, far) +
    pot(610, 720, 100, 240, middle, near) +
    pot(728, 720, 110, 150, near, middle) +
    rect(376, 720, 448, 22, near) +
    repeat(40, () =>
      circle(
        random.between(380, 820),
        random.between(120, 520),
        random.between(1.5, 4),
        colours.light,
        'opacity=".8"',
      ),
    )
  );
};

/** A jug with a branch at the window. */
export const windowsill: Scene = ({ colours, random }) => {
  const [far, middle, near] = colours.shapes;
  const leaves = repeat(26, (index) => {
    const [x, y] = [640 + random.between(-200, 210), 250 + random.between(-170, 150)];
    return ellipse(
      x,
      y,
      34,
      14,
      index % 3 ? colours.accent : near,
      `opacity=".9" transform="rotate(${Math.round(random.between(-70, 70))} ${x.toFixed(0)} ${y.toFixed(0)})"`,
    );
  });
  return (
    ground(colours) +
    rect(120, 40, 460, 560, colours.light) +
    `<defs>${fade('pane', '#bfe0ee', '#f5f1dc')}</defs>` +
    rect(140, 60, 200, 520, 'url(#pane)') +
    rect(360, 60, 200, 520, 'url(#pane)') +
    path('M120 600 L120 800 H760 L580 600 Z', colours.light, 'opacity=".35"') +
    table(640, middle) +
    line(
      'M640 480 C620 380 560 320 480 230 M640 480 C660 360 720 300 800 210 M640 480 C640 360 640 280 650 130',
      near,
      7,
    ) +
    leaves +
    pot(640, 690, 220, 270, far, colours.light) +
    shadow(930, 704, 120) +
    circle(900, 662, 42, colours.accent) +
    circle(976, 668, 36, far) +
    line('M900 622 q6 -22 24 -26', near, 5)
  );
};
