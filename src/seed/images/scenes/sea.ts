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

const boat = (x: number, y: number, size: number, hull: string, sail: string) =>
  path(`M${x - size} ${y} h${size * 2} l${-size * 0.4} ${size * 0.4} h${-size * 1.2} Z`, hull) +
  line(`M${x} ${y} V${y - size * 2.3}`, hull, 4) +
  path(`M${x + 6} ${y - size * 2.2} L${x + size * 1.1} ${y - 10} H${x + 6} Z`, sail) +
  path(
    `M${x - 6} ${y - size * 1.9} L${x - size * 0.7} ${y - 10} H${x - 6} Z`,
    sail,
    'opacity=".8"',
  );

/** A low sun over the water, with sails. */
export const sails: Scene = ({ colours, random }) => {
  const [far, middle, near] = colours.shapes;
  const sun = random.between(350, 850);
  return (
    ground(colours) +
    glow(sun, 330, 420, colours.light) +
    circle(sun, 330, 74, colours.light) +
    ridge(random, 410, 34, far, 'opacity=".55"') +
    rect(0, 430, WIDTH, 370, middle) +
    glitter(random, sun, 440, colours.light) +
    ridge(random, 690, 16, near, 'opacity=".8"') +
    boat(sun - 230, 500, 60, near, '#fff8ec') +
    boat(sun + 270, 590, 100, near, colours.accent)
  );
};

/** A lighthouse on a rock, its beam across the evening. */
export const lighthouse: Scene = ({ colours, random }) => {
  const [far, middle, near] = colours.shapes;
  const x = random.between(300, 420);
  return (
    ground(colours) +
    repeat(60, () =>
      circle(
        random.between(0, WIDTH),
        random.between(0, 380),
        random.between(1, 2.6),
        '#fff',
        'opacity=".7"',
      ),
    ) +
    path(`M${x} 232 L1200 90 V330 Z`, colours.light, 'opacity=".28"') +
    path(`M${x} 232 L1200 150 V270 Z`, colours.light, 'opacity=".3"') +
    ridge(random, 520, 22, far) +
    rect(0, 540, WIDTH, 260, middle) +
    glitter(random, 800, 560, colours.light, 26) +
    path(
      `M0 ${HEIGHT} V600 Q140 520 ${x - 90} 540 Q${x} 510 ${x + 110} 560 T${x + 330} ${HEIGHT} Z`,
      near,
    ) +
    path(`M${x - 52} 560 L${x - 34} 270 H${x + 34} L${x + 52} 560 Z`, '#f7f1e6') +
    path(`M${x - 46} 470 L${x - 42} 400 H${x + 42} L${x + 46} 470 Z`, colours.accent) +
    path(`M${x - 38} 340 L${x - 35} 290 H${x + 35} L${x + 38} 340 Z`, colours.accent) +
    rect(x - 44, 258, 88, 14, near) +
    rect(x - 24, 206, 48, 52, colours.light) +
    path(`M${x - 34} 208 L${x} 168 L${x + 34} 208 Z`, near) +
    glow(x, 232, 150, colours.light)
  );
};

/** A morning without an edge: bands of fog and one buoy. */
export const fog: Scene = ({ colours, random }) => {
  const [far, middle, near] = colours.shapes;
  return (
    ground(colours) +
    glow(720, 260, 330, colours.light, 0.9) +
    ridge(random, 360, 60, far, 'opacity=".35"') +
    ridge(random, 450, 46, far, 'opacity=".5"') +
    ridge(random, 530, 34, middle, 'opacity=".55"') +
    rect(0, 600, WIDTH, 200, middle, 'opacity=".8"') +
    line('M330 640 L352 470 L374 640', near, 9) +
    line('M338 580 H366 M343 530 H361', near, 6) +
    path('M286 640 H418 L396 690 H308 Z', colours.accent) +
    circle(352, 456, 15, colours.light) +
    glow(352, 456, 100, colours.light) +
    repeat(5, (index) =>
      line(
        `M${620 + index * 90} ${190 + (index % 3) * 34} q14 -16 28 0 q14 -16 28 0`,
        near,
        4,
        'opacity=".7"',
      ),
    ) +
    ridge(random, 720, 18, near, 'opacity=".35"')
  );
};
