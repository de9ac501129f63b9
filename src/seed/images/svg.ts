import type { Random } from './random';

export const WIDTH = 1200;
export const HEIGHT = 800;

/** What a scene is drawn with: the colours of its site and its own numbers. */
export interface Brush {
  colours: Palette;
  random: Random;
}

export interface Palette {
  /** Sky or wall, from top to bottom. */
  ground: readonly [string, string];
  /** Far, middle and near shapes. */
  shapes: readonly [string, string, string];
  /** The one colour that catches the eye. */
  accent: string;
  /** Light: sun, lamps, windows, highlights. */
  light: string;
}

export type Scene = (brush: Brush) => string;

const n = (value: number) => Math.round(value * 10) / 10;

export const rect = (x: number, y: number, w: number, h: number, fill: string, more = '') =>
  `<rect x="${n(x)}" y="${n(y)}" width="${n(w)}" height="${n(h)}" fill="${fill}" ${more}/>`;

export const circle = (x: number, y: number, r: number, fill: string, more = '') =>
  `<circle cx="${n(x)}" cy="${n(y)}" r="${n(r)}" fill="${fill}" ${more}/>`;

export const ellipse = (x: number, y: number, rx: number, ry: number, fill: string, more = '') =>
  `<ellipse cx="${n(x)}" cy="${n(y)}" rx="${n(rx)}" ry="${n(ry)}" fill="${fill}" ${more}/>`;

export const path = (d: string, fill: string, more = '') =>
  `<path d="${d}" fill="${fill}" ${more}/>`;

export const line = (d: string, stroke: string, width: number, more = '') =>
  `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="${width}" stroke-linecap="round" ${more}/>`;

export const fade = (id: string, from: string, to: string, isAcross = false) =>
  `<linearGradient id="${id}" x1="0" y1="0" x2="${isAcross ? 1 : 0}" y2="${isAcross ? 0 : 1}">` +
  `<stop offset="0" stop-color="${from}"/><stop offset="1" stop-color="${to}"/></linearGradient>`;

export const glow = (x: number, y: number, r: number, colour: string, strength = 0.8) =>
  `<radialGradient id="glow${n(x)}-${n(y)}"><stop offset="0" stop-color="${colour}" stop-opacity="${strength}"/>` +
  `<stop offset="1" stop-color="${colour}" stop-opacity="0"/></radialGradient>` +
  circle(x, y, r, `url(#glow${n(x)}-${n(y)})`);

/** The wall or sky behind everything. */
export const ground = ({ ground: [top, bottom] }: Palette) =>
  `<defs>${fade('ground', top, bottom)}</defs>${rect(0, 0, WIDTH, HEIGHT, 'url(#ground)')}`;

/** A soft, rolling edge from side to side, filled downwards: hills, water, clouds, tree tops. */
export const ridge = (random: Random, y: number, height: number, fill: string, more = '') => {
  const step = 150;
  let d = `M0 ${HEIGHT} L0 ${n(y)}`;
  for (let x = 0; x < WIDTH + step; x += step) {
    const peak = y + random.between(-height, height);
    d += ` Q${x + step / 2} ${n(peak)} ${x + step} ${n(y + random.between(-height, height) / 3)}`;
  }
  return path(`${d} L${WIDTH + step} ${HEIGHT} Z`, fill, more);
};

/** Short strokes of light on water. */
export const glitter = (random: Random, x: number, y: number, colour: string, count = 40) =>
  Array.from({ length: count }, (_, index) => {
    const depth = index / count;
    const width = random.between(20, 70) + depth * 80;
    const left = x + random.between(-30, 30) * (1 + depth * 5) - width / 2;
    const top = y + depth * depth * (HEIGHT - y);
    return rect(
      left,
      top,
      width,
      2 + depth * 4,
      colour,
      `opacity="${n(0.7 - depth * 0.4)}" rx="2"`,
    );
  }).join('');

export const repeat = (count: number, draw: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => draw(index)).join('');
