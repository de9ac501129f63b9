/** For sites without a colour of their own: dark enough for white letters, easy to tell apart. */
const FALLBACKS = ['#4945ff', '#0b7a55', '#a3371f', '#7b2fa8', '#0c6a91', '#8a5a00', '#b3206d'];

const HEX = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i;

export function siteColor(site: { number: number; color?: string | null }): string {
  if (site.color && HEX.test(site.color)) return site.color;
  return FALLBACKS[site.number % FALLBACKS.length] ?? '#4945ff';
}

/** What a new site begins with: not the colour of the one that was made before it. */
export function nextColor(sites: { number: number }[]): string {
  return siteColor({ number: Math.max(1, ...sites.map((site) => site.number)) + 1 });
}

/** Black or white, whichever reads better; one of the two always reaches 4.5 : 1. */
export function textOn(background: string): '#000000' | '#ffffff' {
  const onBlack = contrast(background, '#000000');
  return contrast(background, '#ffffff') >= onBlack ? '#ffffff' : '#000000';
}

/** Contrast ratio of two colours as WCAG 2 defines it, 1 to 21. */
export function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const channels = HEX.exec(hex)?.slice(1) ?? ['00', '00', '00'];
  const [red = 0, green = 0, blue = 0] = channels.map((channel) => {
    const share = parseInt(channel, 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
