import { bowls, loaf, teapot } from '../../images/scenes/kitchen';
import { portrait } from '../../images/scenes/portrait';
import { kiln, shelf, windowsill } from '../../images/scenes/pottery';
import type { ImageSeed } from '../types';

export const images: ImageSeed[] = [
  {
    key: 'morning-teapot',
    scene: teapot,
    palette: 'glaze',
    folder: 'Journal',
    alt: 'A yellow teapot and a steaming cup on a green table',
  },
  {
    key: 'open-kiln',
    scene: kiln,
    palette: 'kiln',
    folder: 'Journal',
    alt: 'Three pots in the glowing mouth of a brick kiln',
  },
  {
    key: 'five-bowls',
    scene: bowls,
    palette: 'plum',
    folder: 'Journal',
    alt: 'Five glazed bowls and a spoon, seen from above',
  },
  {
    key: 'loaf-and-board',
    scene: loaf,
    palette: 'oat',
    folder: 'Journal',
    alt: 'A slashed loaf with a bread knife on a wooden board',
  },
  {
    key: 'two-shelves',
    scene: shelf,
    palette: 'clay',
    folder: 'Journal',
    alt: 'Two shelves of stoneware pots in brown and teal',
  },
  {
    key: 'branch-at-window',
    scene: windowsill,
    palette: 'sage',
    folder: 'Journal',
    alt: 'A jug with a branch beside two apples at a window',
  },
  {
    key: 'evening-teapot',
    scene: teapot,
    palette: 'plum',
    folder: 'Journal',
    alt: 'A teapot on a dark table in the evening',
  },
  {
    key: 'bowls-in-clay',
    scene: bowls,
    palette: 'clay',
    folder: 'Journal',
    alt: 'Bowls in earth colours on a bench',
  },
  {
    key: 'spring-shelf',
    scene: shelf,
    palette: 'sage',
    folder: 'Journal',
    alt: 'Shelves of green pots in spring light',
  },
  {
    key: 'portrait-mara-lindqvist',
    scene: portrait,
    palette: 'clay',
    folder: 'Team',
    alt: 'Drawn portrait of Mara Lindqvist',
  },
  {
    key: 'portrait-ben-okafor',
    scene: portrait,
    palette: 'oat',
    folder: 'Team',
    alt: 'Drawn portrait of Ben Okafor',
  },
  {
    key: 'portrait-yuki-tanabe',
    scene: portrait,
    palette: 'sage',
    folder: 'Team',
    alt: 'Drawn portrait of Yuki Tanabe',
  },
];
