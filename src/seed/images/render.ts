import sharp from 'sharp';
import { HEIGHT, WIDTH } from './svg';

/** Paper grain and a darker edge: what makes flat shapes look printed. */
const FINISH =
  '<filter id="grain"><feTurbulence type="fractalNoise" baseFrequency=".9" numOctaves="2" seed="7"/>' +
  '<feColorMatrix values="0 0 0 0 .5  0 0 0 0 .5  0 0 0 0 .5  0 0 0 .16 0"/></filter>' +
  '<radialGradient id="edge" r=".8"><stop offset=".6" stop-opacity="0"/><stop offset="1" stop-opacity=".28"/></radialGradient>' +
  `<rect width="${WIDTH}" height="${HEIGHT}" filter="url(#grain)"/>` +
  `<rect width="${WIDTH}" height="${HEIGHT}" fill="url(#edge)"/>`;

const document = (drawing: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">${drawing}${FINISH}</svg>`;

/** Draws to a file; the ending of its name decides between JPEG and PNG. */
export const render = async (drawing: string, file: string): Promise<void> => {
  const image = sharp(Buffer.from(document(drawing)));
  const encoded = file.endsWith('.png')
    ? image.png({ compressionLevel: 9, palette: true })
    : image.jpeg({ quality: 84, mozjpeg: true });
  await encoded.toFile(file);
};
