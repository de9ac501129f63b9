import { articlesOf } from '../notes';
import type { SiteSeed } from '../types';
import { firstDay } from './articles/first-day';
import { fiveBridges } from './articles/five-bridges';
import { lateNight } from './articles/late-night';
import { lindenPark } from './articles/linden-park';
import { lineFour } from './articles/line-4';
import { oldWall } from './articles/old-wall';
import { rainyDay } from './articles/rainy-day';
import { riverChildren } from './articles/river-children';
import { saturdayMarket } from './articles/saturday-market';
import { images } from './images';
import { navigation } from './navigation';
import { notes } from './notes';
import { pages } from './pages';
import { authors, categories, tags } from './people-and-terms';

export const guide: SiteSeed = {
  slug: 'guide',
  name: 'Marenburg City Guide',
  domain: 'guide.localhost',
  color: '#3f8f63',
  timeZone: 'Europe/Prague',
  description: 'The town on foot and by tram.',
  authors,
  categories,
  tags,
  images,
  pages,
  articles: [
    firstDay,
    lineFour,
    saturdayMarket,
    lindenPark,
    fiveBridges,
    oldWall,
    lateNight,
    rainyDay,
    riverChildren,
    ...articlesOf(notes, { authors, images }),
  ],
  navigation,
};
