import type { AuthorSeed, CategorySeed } from '../types';

export const authors: AuthorSeed[] = [
  {
    slug: 'mara-lindqvist',
    name: 'Mara Lindqvist',
    email: 'mara@shop.test',
    bio: 'Potter. Has run the workshop since 2014 and still opens every kiln herself.',
    portrait: 'portrait-mara-lindqvist',
  },
  {
    slug: 'ben-okafor',
    name: 'Ben Okafor',
    email: 'ben@shop.test',
    bio: 'Cook and shopkeeper. Tests each pot with the dish it will have to hold.',
    portrait: 'portrait-ben-okafor',
  },
  {
    slug: 'yuki-tanabe',
    name: 'Yuki Tanabe',
    email: 'yuki@shop.test',
    bio: 'Tea, seasons and repairs. Believes that most things improve if left for ten minutes.',
    portrait: 'portrait-yuki-tanabe',
  },
];

export const categories: CategorySeed[] = [
  {
    slug: 'workshop',
    colour: '#a5613b',
    en: { name: 'Workshop', description: 'How things are made, fired, mended.' },
    de: {
      name: 'Werkstatt',
      slug: 'werkstatt',
      description: 'Wie die Dinge gemacht, gebrannt und geflickt werden.',
    },
  },
  {
    slug: 'kitchen',
    colour: '#8a9a5b',
    en: { name: 'Kitchen', description: 'Recipes and advice for pots in use.' },
    de: { name: 'Küche', slug: 'kueche', description: 'Rezepte und Rat für Töpfe im Dienst.' },
  },
  {
    slug: 'tea',
    colour: '#2f6f6d',
    en: { name: 'Tea', description: 'Water, leaves, time.' },
    de: { name: 'Tee', slug: 'tee', description: 'Wasser, Blätter, Zeit.' },
  },
];

/** `recipes` and `people` exist on other sites, too: same slug, nothing else in common. */
export const tags = [
  { slug: 'teapots', name: 'Teapots' },
  { slug: 'bowls', name: 'Bowls' },
  { slug: 'jugs', name: 'Jugs' },
  { slug: 'glazes', name: 'Glazes' },
  { slug: 'baking', name: 'Baking' },
  { slug: 'recipes', name: 'Recipes' },
  { slug: 'tea-making', name: 'Tea making' },
  { slug: 'buying-guide', name: 'Buying guide' },
  { slug: 'behind-the-scenes', name: 'Behind the scenes' },
  { slug: 'seasons', name: 'Seasons' },
  { slug: 'care', name: 'Care' },
  { slug: 'news', name: 'News' },
];
