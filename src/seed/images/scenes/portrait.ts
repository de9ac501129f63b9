import { circle, ellipse, ground, path, rect } from '../svg';
import type { Scene } from '../svg';

const SKIN = ['#f2c9a8', '#d9a27c', '#a86f4c', '#7a4b32', '#f6d7bf'] as const;
const HAIR = ['#2b211c', '#6b4226', '#c98b3a', '#8c8c93', '#a13d2d'] as const;

/** A drawn face: for authors, so that no real person is shown. */
export const portrait: Scene = ({ colours, random }) => {
  const [skin, hair] = [random.pick(SKIN), random.pick(HAIR)];
  const isLong = random.between(0, 1) < 0.5;
  const hasGlasses = random.between(0, 1) < 0.4;
  const back = isLong ? rect(440, 250, 320, 330, hair, 'rx="140"') : '';
  const glasses =
    circle(535, 372, 44, 'none', 'stroke="#2b2b2b" stroke-width="8"') +
    circle(665, 372, 44, 'none', 'stroke="#2b2b2b" stroke-width="8"') +
    rect(579, 366, 42, 8, '#2b2b2b');
  return (
    ground(colours) +
    circle(600, 400, 360, colours.shapes[0], 'opacity=".45"') +
    back +
    path('M250 800 C260 610 440 570 600 570 S940 610 950 800 Z', colours.shapes[1]) +
    path('M520 500 H680 V590 Q600 650 520 590 Z', skin) +
    path('M520 540 Q600 590 680 540 V560 Q600 620 520 560 Z', '#000', 'opacity=".12"') +
    ellipse(600, 380, 138, 172, skin) +
    path(
      'M458 372 C440 190 560 170 620 176 C760 180 770 300 742 380 C730 300 690 276 650 262 C580 290 500 290 458 372 Z',
      hair,
    ) +
    circle(535, 376, 11, '#2b2b2b') +
    circle(665, 376, 11, '#2b2b2b') +
    (hasGlasses ? glasses : '') +
    path(
      'M600 388 q-16 46 6 50',
      'none',
      'stroke="#000" stroke-opacity=".25" stroke-width="7" stroke-linecap="round"',
    ) +
    path(
      'M550 470 Q600 508 650 470',
      'none',
      'stroke="#8c3b3b" stroke-width="10" stroke-linecap="round"',
    ) +
    ellipse(508, 436, 28, 16, '#e07a5f', 'opacity=".3"') +
    ellipse(692, 436, 28, 16, '#e07a5f', 'opacity=".3"')
  );
};
