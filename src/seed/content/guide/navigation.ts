import type { SiteSeed } from '../types';

export const navigation: SiteSeed['navigation'] = {
  en: {
    title: 'Marenburg City Guide',
    tagline: 'The town on foot and by tram',
    header: [
      {
        label: 'Guide',
        url: '/articles',
        children: [
          { label: 'Walks', url: '/categories/walks' },
          { label: 'Food', url: '/categories/food' },
          { label: 'Evenings', url: '/categories/evenings' },
        ],
      },
      { label: 'Getting here', page: 'getting-here' },
      { label: 'About', page: 'about' },
    ],
    footer: [
      { label: 'About this guide', url: '/pages/about' },
      { label: 'Timetables', url: 'https://trams.marenburg.example', newTab: true },
    ],
  },
  de: {
    title: 'Stadtführer Marenburg',
    tagline: 'Die Stadt zu Fuß und mit der Bahn',
    header: [
      {
        label: 'Stadtführer',
        url: '/artikel',
        children: [
          { label: 'Wege', url: '/rubriken/wege' },
          { label: 'Essen', url: '/rubriken/essen' },
          { label: 'Abende', url: '/rubriken/abende' },
        ],
      },
      { label: 'Anreise', page: 'getting-here' },
      { label: 'Über uns', page: 'about' },
    ],
    footer: [{ label: 'Über uns', url: '/pages/ueber-uns' }],
  },
};
