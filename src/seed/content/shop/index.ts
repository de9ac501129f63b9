import { articlesOf } from '../notes';
import type { SiteSeed } from '../types';
import { branches } from './articles/branches';
import { chippedRim } from './articles/chipped-rim';
import { everydayLoaf } from './articles/everyday-loaf';
import { firstBowl } from './articles/first-bowl';
import { kilnNight } from './articles/kiln-night';
import { secondsSale } from './articles/seconds-sale';
import { smallShelf } from './articles/small-shelf';
import { teapots } from './articles/teapots';
import { waterTemperature } from './articles/water-temperature';
import { images } from './images';
import { navigation } from './navigation';
import { notes } from './notes';
import { pages } from './pages';
import { authors, categories, tags } from './people-and-terms';

export const shop: SiteSeed = {
  slug: 'shop',
  name: 'Kettle & Clay',
  domain: 'shop.localhost',
  color: '#a5613b',
  timeZone: 'Europe/Stockholm',
  description: 'The journal of a small pottery.',
  authors,
  categories,
  tags,
  images,
  pages,
  articles: [
    teapots,
    kilnNight,
    firstBowl,
    everydayLoaf,
    smallShelf,
    branches,
    waterTemperature,
    chippedRim,
    secondsSale,
    ...articlesOf(notes, { authors, images }),
  ],
  navigation,
};
