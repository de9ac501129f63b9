import type { SiteSeed } from '../types';

export const navigation: SiteSeed['navigation'] = {
  en: {
    title: 'Harbour',
    tagline: 'Stories from the edge of the water',
    header: [
      {
        label: 'Stories',
        url: '/articles',
        children: [
          { label: 'Water', url: '/categories/water' },
          { label: 'Work', url: '/categories/work' },
          { label: 'Table', url: '/categories/table' },
        ],
      },
      { label: 'About', page: 'about', children: [{ label: 'Contact', url: '/pages/contact' }] },
    ],
    footer: [
      { label: 'Contact', url: '/pages/contact' },
      { label: 'RSS', url: '/feed.xml', newTab: true },
    ],
  },
  de: {
    title: 'Harbour',
    tagline: 'Geschichten vom Rand des Wassers',
    header: [
      {
        label: 'Geschichten',
        url: '/artikel',
        children: [
          { label: 'Wasser', url: '/rubriken/wasser' },
          { label: 'Arbeit', url: '/rubriken/arbeit' },
          { label: 'Tisch', url: '/rubriken/tisch' },
        ],
      },
      { label: 'Über uns', page: 'about' },
    ],
    footer: [{ label: 'Kontakt', url: '/pages/contact' }],
  },
};
