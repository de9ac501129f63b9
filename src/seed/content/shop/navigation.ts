import type { SiteSeed } from '../types';

export const navigation: SiteSeed['navigation'] = {
  en: {
    title: 'Kettle & Clay',
    tagline: 'The journal of a small pottery',
    header: [
      {
        label: 'Journal',
        url: '/articles',
        children: [
          { label: 'Workshop', url: '/categories/workshop' },
          { label: 'Kitchen', url: '/categories/kitchen' },
          { label: 'Tea', url: '/categories/tea' },
        ],
      },
      {
        label: 'About us',
        page: 'about',
        children: [{ label: 'Delivery and returns', url: '/pages/delivery-and-returns' }],
      },
    ],
    footer: [{ label: 'Delivery and returns', url: '/pages/delivery-and-returns' }],
  },
  de: {
    title: 'Kettle & Clay',
    tagline: 'Das Journal einer kleinen Töpferei',
    header: [
      {
        label: 'Journal',
        url: '/artikel',
        children: [
          { label: 'Werkstatt', url: '/rubriken/werkstatt' },
          { label: 'Küche', url: '/rubriken/kueche' },
          { label: 'Tee', url: '/rubriken/tee' },
        ],
      },
      { label: 'Über uns', page: 'about' },
    ],
    footer: [{ label: 'Versand und Rückgabe', url: '/pages/versand-und-rueckgabe' }],
  },
};
