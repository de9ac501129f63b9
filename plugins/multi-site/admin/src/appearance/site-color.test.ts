import { contrast, nextColor, siteColor, textOn } from './site-color';

describe('textOn', () => {
  const channels = ['00', '33', '66', '99', 'cc', 'ff'];
  const colors = channels.flatMap((red) =>
    channels.flatMap((green) => channels.map((blue) => `#${red}${green}${blue}`)),
  );

  it('gives letters that can be read on every colour', () => {
    const poor = colors.filter((color) => contrast(color, textOn(color)) < 4.5);
    expect(poor).toEqual([]);
  });

  it.each([
    ['#000000', '#ffffff'],
    ['#ffffff', '#000000'],
    ['#4945ff', '#ffffff'],
    ['#ffe000', '#000000'],
  ])('takes on %s %s', (background, expected) => {
    expect(textOn(background)).toBe(expected);
  });
});

describe('contrast', () => {
  it('is 21 between black and white, whichever comes first', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
    expect(contrast('#ffffff', '#000000')).toBeCloseTo(21);
  });
});

describe('siteColor', () => {
  it('keeps the colour of the site', () => {
    expect(siteColor({ number: 3, color: '#A0b1C2' })).toBe('#A0b1C2');
  });

  it.each([undefined, null, '', 'red', '#12', 'url(x)'])(
    'takes one of our own instead of %j',
    (color) => {
      expect(siteColor({ number: 3, color })).toMatch(/^#[0-9a-f]{6}$/);
    },
  );

  it('begins a new site with another colour than the last one', () => {
    expect(nextColor([{ number: 4 }, { number: 2 }])).toBe(siteColor({ number: 5 }));
    expect(nextColor([])).toBe(siteColor({ number: 2 }));
  });

  it('gives neighbours different colours', () => {
    expect(siteColor({ number: 1 })).not.toBe(siteColor({ number: 2 }));
  });
});
