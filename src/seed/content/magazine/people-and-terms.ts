import type { AuthorSeed, CategorySeed } from '../types';

export const authors: AuthorSeed[] = [
  {
    slug: 'ida-brandt',
    name: 'Ida Brandt',
    email: 'ida@magazine.test',
    bio: 'Grew up in a pilot station and has written about weather, charts and the people who trust them for fifteen years.',
    portrait: 'portrait-ida-brandt',
  },
  {
    slug: 'tomasz-wolny',
    name: 'Tomasz Wolny',
    email: 'tomasz@magazine.test',
    bio: 'Former stevedore. Visits people at work and asks them what their hands are doing.',
    portrait: 'portrait-tomasz-wolny',
  },
  {
    slug: 'grace-adeyemi',
    name: 'Grace Adeyemi',
    email: 'grace@magazine.test',
    bio: 'Cooks, sails badly, and edits the Table section. Collects recipes that begin with an argument.',
    portrait: 'portrait-grace-adeyemi',
  },
];

export const categories: CategorySeed[] = [
  {
    slug: 'water',
    colour: '#2f5d7c',
    en: { name: 'Water', description: 'Tides, weather, lights and the boats between them.' },
    de: {
      name: 'Wasser',
      slug: 'wasser',
      description: 'Tide, Wetter, Feuer und die Boote dazwischen.',
    },
  },
  {
    slug: 'work',
    colour: '#e9832d',
    en: { name: 'Work', description: 'What people do all day at the edge of the sea.' },
    de: {
      name: 'Arbeit',
      slug: 'arbeit',
      description: 'Was Menschen am Rand des Meeres den ganzen Tag tun.',
    },
  },
  {
    slug: 'table',
    colour: '#c8553d',
    en: { name: 'Table', description: 'From the hall, the pot and the argument about the pot.' },
    de: {
      name: 'Tisch',
      slug: 'tisch',
      description: 'Aus der Halle, aus dem Topf und vom Streit um den Topf.',
    },
  },
];

export const tags = [
  { slug: 'lighthouses', name: 'Lighthouses' },
  { slug: 'people', name: 'People' },
  { slug: 'port', name: 'Port' },
  { slug: 'navigation', name: 'Navigation' },
  { slug: 'tides', name: 'Tides' },
  { slug: 'weather', name: 'Weather' },
  { slug: 'fishing', name: 'Fishing' },
  { slug: 'recipes', name: 'Recipes' },
];
