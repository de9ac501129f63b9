import sharp from 'sharp';
import { solidPng } from './png';

describe('solidPng', () => {
  it('makes a picture of the asked size and colour', async () => {
    const { data, info } = await sharp(solidPng([10, 200, 30], { width: 3, height: 2 }))
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect(info).toMatchObject({ width: 3, height: 2, channels: 3 });
    expect([...data.subarray(0, 3)]).toEqual([10, 200, 30]);
  });
});
