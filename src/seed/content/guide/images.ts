import { park } from '../../images/scenes/park';
import { portrait } from '../../images/scenes/portrait';
import { bridge, skyline } from '../../images/scenes/river';
import { market, streetMap, tram } from '../../images/scenes/streets';
import type { ImageSeed } from '../types';

export const images: ImageSeed[] = [
  {
    key: 'skyline-at-dusk',
    scene: skyline,
    palette: 'dusk',
    folder: 'Places',
    alt: 'The old town with its clock tower across the river at dusk',
  },
  {
    key: 'blue-tram',
    scene: tram,
    palette: 'brick',
    folder: 'Places',
    alt: 'A blue tram in front of a row of gabled brick houses',
  },
  {
    key: 'saturday-stalls',
    scene: market,
    palette: 'brick',
    folder: 'Places',
    alt: 'Market stalls with striped awnings and crates of vegetables',
  },
  {
    key: 'bench-in-the-park',
    scene: park,
    palette: 'summer',
    folder: 'Places',
    alt: 'A path and an empty bench under large trees',
  },
  {
    key: 'five-bridges',
    scene: bridge,
    palette: 'winter',
    folder: 'Places',
    alt: 'A stone bridge with four arches and lamps, reflected in the river',
  },
  {
    key: 'way-of-the-wall',
    scene: streetMap,
    palette: 'map',
    folder: 'Maps',
    alt: 'A street map with the route of the old wall as a dotted red line',
  },
  {
    key: 'neon-night',
    scene: skyline,
    palette: 'neon',
    folder: 'Places',
    alt: 'Lit windows of the town at night',
  },
  {
    key: 'tram-in-the-rain',
    scene: tram,
    palette: 'winter',
    folder: 'Places',
    alt: 'A tram on a grey, wet street',
  },
  {
    key: 'summer-meadow',
    scene: park,
    palette: 'sage',
    folder: 'Places',
    alt: 'Trees and a path by the river in summer',
  },
  {
    key: 'portrait-lena-vogt',
    scene: portrait,
    palette: 'summer',
    folder: 'Authors',
    alt: 'Drawn portrait of Lena Vogt',
  },
  {
    key: 'portrait-pavel-novak',
    scene: portrait,
    palette: 'brick',
    folder: 'Authors',
    alt: 'Drawn portrait of Pavel Novák',
  },
  {
    key: 'portrait-aisha-rahman',
    scene: portrait,
    palette: 'dusk',
    folder: 'Authors',
    alt: 'Drawn portrait of Aisha Rahman',
  },
];
