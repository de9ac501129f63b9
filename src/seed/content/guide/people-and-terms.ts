import type { AuthorSeed, CategorySeed } from '../types';

export const authors: AuthorSeed[] = [
  {
    slug: 'lena-vogt',
    name: 'Lena Vogt',
    email: 'lena@guide.test',
    bio: 'Walks every route twice, once in the rain. Lives on the fourth floor by choice.',
    portrait: 'portrait-lena-vogt',
  },
  {
    slug: 'pavel-novak',
    name: 'Pavel Novák',
    email: 'pavel@guide.test',
    bio: 'Tram enthusiast and early riser. Knows the timetable and its exceptions.',
    portrait: 'portrait-pavel-novak',
  },
  {
    slug: 'aisha-rahman',
    name: 'Aisha Rahman',
    email: 'aisha@guide.test',
    bio: 'Eats out for a living and pays for it herself.',
    portrait: 'portrait-aisha-rahman',
  },
];

export const categories: CategorySeed[] = [
  {
    slug: 'walks',
    colour: '#3f8f63',
    en: { name: 'Walks', description: 'On foot, by tram, at your own pace.' },
    de: { name: 'Wege', slug: 'wege', description: 'Zu Fuß, mit der Bahn, im eigenen Tempo.' },
  },
  {
    slug: 'food',
    colour: '#e63946',
    en: { name: 'Food', description: 'Where we eat when nobody is looking.' },
    de: { name: 'Essen', slug: 'essen', description: 'Wo wir essen, wenn keiner hinsieht.' },
  },
  {
    slug: 'evenings',
    colour: '#43305c',
    en: { name: 'Evenings', description: 'Music, museums, late doors.' },
    de: { name: 'Abende', slug: 'abende', description: 'Musik, Museen, späte Türen.' },
  },
];

export const tags = [
  { slug: 'first-visit', name: 'First visit' },
  { slug: 'viewpoints', name: 'Viewpoints' },
  { slug: 'tram', name: 'Tram' },
  { slug: 'rainy-day', name: 'Rainy day' },
  { slug: 'markets', name: 'Markets' },
  { slug: 'breakfast', name: 'Breakfast' },
  { slug: 'parks', name: 'Parks' },
  { slug: 'with-children', name: 'With children' },
  { slug: 'running', name: 'Running' },
  { slug: 'history', name: 'History' },
  { slug: 'music', name: 'Music' },
  { slug: 'bars', name: 'Bars' },
];
