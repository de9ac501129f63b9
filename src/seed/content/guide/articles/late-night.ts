import type { ArticleSeed } from '../../types';

export const lateNight: ArticleSeed = {
  slug: 'marenburg-after-eleven',
  author: 'aisha-rahman',
  category: 'evenings',
  tags: ['music', 'bars'],
  cover: 'neon-night',
  readingMinutes: 3,
  state: { kind: 'changed', title: 'Marenburg after midnight' },
  en: {
    title: 'Marenburg after eleven',
    summary: 'The kitchens close at ten. What stays open is smaller, louder and better.',
    body: `Marenburg goes to bed early, and those who do not all know each other. That makes three doors.

**The Boiler House.** Jazz on Tuesdays, whatever turns up on Fridays. The room holds eighty and the saxophone counts as two. Entry is what you put into the hat.

**Kiosk Mira.** A window in Ropewalk with a radio and four stools on the pavement. She sells beer, dumplings and stamps. If the shutter is half down, knock on it.

**The Night Baker.** Not a bar. From one o'clock the side door on Mill Lane is open because of the heat, and if you ask politely you get a roll with butter and are told about football.

## Home

The last tram leaves Town Hall at 0:41. After that there is the night bus, every hour at ten past, or the Stone Bridge on foot with nobody on it, which I would not swap for a taxi.`,
    sections: [
      {
        kind: 'quote',
        text: 'We close when the last good song is over.',
        source: 'Sign at the Boiler House',
      },
    ],
  },
};
