import type { Palette } from './svg';

export const PALETTES = {
  dawn: {
    ground: ['#f6c9a2', '#e98f7a'],
    shapes: ['#7d8fa8', '#2f5d7c', '#17324a'],
    accent: '#e4572e',
    light: '#fff0c9',
  },
  night: {
    ground: ['#141d3a', '#3c5a8c'],
    shapes: ['#2a3e68', '#1d3557', '#0b1730'],
    accent: '#d94f3d',
    light: '#ffe08a',
  },
  steel: {
    ground: ['#cfdfe6', '#f3e3cf'],
    shapes: ['#6b8ca3', '#35607a', '#1f3644'],
    accent: '#e9832d',
    light: '#fff6df',
  },
  chart: {
    ground: ['#f4ead2', '#e6d8b6'],
    shapes: ['#d8c48f', '#4f8294', '#27474e'],
    accent: '#c8553d',
    light: '#fffaf0',
  },
  mist: {
    ground: ['#e9edf0', '#c3d1d8'],
    shapes: ['#93a9b5', '#6f8b99', '#354c59'],
    accent: '#d6583a',
    light: '#ffffff',
  },
  market: {
    ground: ['#2a6f86', '#174b5d'],
    shapes: ['#8fb3c4', '#5b8ba1', '#1d3a4a'],
    accent: '#ef8354',
    light: '#f7d44c',
  },
  clay: {
    ground: ['#f3e4d4', '#e7cdb4'],
    shapes: ['#c98d63', '#a5613b', '#5b3420'],
    accent: '#2f6f6d',
    light: '#fff8ef',
  },
  glaze: {
    ground: ['#e3ecea', '#c7dbd6'],
    shapes: ['#86b3ab', '#3f7f7a', '#1f4846'],
    accent: '#e0a458',
    light: '#fdfbf3',
  },
  kiln: {
    ground: ['#3a2420', '#1f1412'],
    shapes: ['#a3553a', '#73382a', '#41211b'],
    accent: '#ff8c42',
    light: '#ffd27a',
  },
  oat: {
    ground: ['#f7efdf', '#ecdcc0'],
    shapes: ['#d7b98c', '#b2844f', '#6b4a2b'],
    accent: '#8a9a5b',
    light: '#fffdf6',
  },
  plum: {
    ground: ['#eadbe4', '#d7bccb'],
    shapes: ['#a9768f', '#74445f', '#3f2436'],
    accent: '#d9a441',
    light: '#fff7fb',
  },
  sage: {
    ground: ['#eef1e3', '#d8e0c4'],
    shapes: ['#a9bb84', '#708a4e', '#3b4c2a'],
    accent: '#d4703e',
    light: '#fffef4',
  },
  dusk: {
    ground: ['#41295a', '#f0806a'],
    shapes: ['#6a4c7d', '#43305c', '#21183a'],
    accent: '#ffb703',
    light: '#ffe3a3',
  },
  summer: {
    ground: ['#9fd8f0', '#e9f6e4'],
    shapes: ['#7fb77e', '#3f8f63', '#22543d'],
    accent: '#ef476f',
    light: '#fff9c4',
  },
  brick: {
    ground: ['#f6dcc4', '#f1bfa0'],
    shapes: ['#d98268', '#b4533f', '#5c2a26'],
    accent: '#2a6f97',
    light: '#fff3d6',
  },
  winter: {
    ground: ['#d7e3f1', '#f4f7fb'],
    shapes: ['#a3b8d1', '#6c87ab', '#34486b'],
    accent: '#c44536',
    light: '#fff2b8',
  },
  map: {
    ground: ['#f2efe6', '#e8e4d6'],
    shapes: ['#c9dfb4', '#a8cfe3', '#4a4e69'],
    accent: '#e63946',
    light: '#ffffff',
  },
  neon: {
    ground: ['#0f1028', '#2b1b4d'],
    shapes: ['#3b2a6b', '#241a4a', '#0b0a1e'],
    accent: '#ff4d8d',
    light: '#7df9ff',
  },
} as const satisfies Record<string, Palette>;

export type PaletteName = keyof typeof PALETTES;
