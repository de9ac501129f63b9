import { portrait } from '../../images/scenes/portrait';
import { catchOfTheDay, chart, cranes } from '../../images/scenes/quay';
import { fog, lighthouse, sails } from '../../images/scenes/sea';
import type { ImageSeed } from '../types';

export const images: ImageSeed[] = [
  {
    key: 'skerry-rock',
    scene: lighthouse,
    palette: 'night',
    folder: 'Stories',
    alt: 'A red and white lighthouse on a rock, its beam across the night sky',
    caption: 'Skerry Rock from the south',
  },
  {
    key: 'gantry-cranes',
    scene: cranes,
    palette: 'steel',
    folder: 'Stories',
    alt: 'Three gantry cranes above stacks of containers at the quay',
  },
  {
    key: 'old-chart',
    scene: chart,
    palette: 'chart',
    folder: 'Stories',
    alt: 'A nautical chart with an island, depth lines and a compass rose',
  },
  {
    key: 'fog-signal',
    scene: fog,
    palette: 'mist',
    folder: 'Stories',
    alt: 'A lit buoy in front of bands of fog, birds above',
  },
  {
    key: 'catch-on-ice',
    scene: catchOfTheDay,
    palette: 'market',
    folder: 'Stories',
    alt: 'Six fish and a slice of lemon on crushed ice',
  },
  {
    key: 'evening-sails',
    scene: sails,
    palette: 'dawn',
    folder: 'Stories',
    alt: 'Two sailing boats in front of a low sun',
  },
  {
    key: 'moored-at-dusk',
    scene: sails,
    palette: 'dusk',
    folder: 'Stories',
    alt: 'Sails on dark water after sunset',
  },
  {
    key: 'quay-at-dawn',
    scene: cranes,
    palette: 'dawn',
    folder: 'Stories',
    alt: 'The container quay in orange morning light',
  },
  {
    key: 'winter-light',
    scene: lighthouse,
    palette: 'winter',
    folder: 'Stories',
    alt: 'The lighthouse on a pale winter morning',
  },
  {
    key: 'portrait-ida-brandt',
    scene: portrait,
    palette: 'mist',
    folder: 'People',
    alt: 'Drawn portrait of Ida Brandt',
  },
  {
    key: 'portrait-tomasz-wolny',
    scene: portrait,
    palette: 'steel',
    folder: 'People',
    alt: 'Drawn portrait of Tomasz Wolny',
  },
  {
    key: 'portrait-grace-adeyemi',
    scene: portrait,
    palette: 'dawn',
    folder: 'People',
    alt: 'Drawn portrait of Grace Adeyemi',
  },
];
