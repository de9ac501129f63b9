import { articlesOf } from '../notes';
import type { SiteSeed } from '../types';
import { craneDriver } from './articles/crane-driver';
import { fishMarket } from './articles/fish-market';
import { fogMorning } from './articles/fog';
import { nauticalChart } from './articles/nautical-chart';
import { pilotBoat } from './articles/pilot-boat';
import { sailingAtSixty } from './articles/sailing-at-sixty';
import { shipsBread } from './articles/ships-bread';
import { theLastKeeper } from './articles/the-last-keeper';
import { tideTable } from './articles/tide-table';
import { images } from './images';
import { navigation } from './navigation';
import { notes } from './notes';
import { pages } from './pages';
import { authors, categories, tags } from './people-and-terms';

export const magazine: SiteSeed = {
  slug: 'magazine',
  name: 'Harbour Magazine',
  domain: 'magazine.localhost',
  color: '#2f5d7c',
  timeZone: 'Europe/Berlin',
  description: 'Stories from the edge of the water.',
  authors,
  categories,
  tags,
  images,
  pages,
  articles: [
    theLastKeeper,
    craneDriver,
    nauticalChart,
    fogMorning,
    fishMarket,
    sailingAtSixty,
    tideTable,
    shipsBread,
    pilotBoat,
    ...articlesOf(notes, { authors, images }),
  ],
  navigation,
};
