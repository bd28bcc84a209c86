import { Matrix4 } from 'cesium';
import { expect, it } from 'vitest';
import { isInPolygon } from '../../src/model/polygon.ts';
import { drawClearedGround } from '../../src/scene/cleared-ground.ts';
import { rdFrame } from '../../src/scene/frames.ts';

it('the cleared ground holds exactly the pixels whose middle lies in a ring', () => {
  const [x, y] = [147230, 507880];
  // A court with a bay, and a triangle apart.
  const court = [0, 0, 60, 0, 60, 40, 40, 40, 40, 15, 20, 15, 20, 40, 0, 40];
  const triangle = [80, 5, 110, 20, 85, 50];
  const rings = [court, triangle].map((ring) => ring.map((value, i) => value + (i % 2 === 0 ? x : y)));
  const toFrame = Matrix4.inverse(rdFrame({ x, y, nap: 0 }), new Matrix4());
  const { picture, box } = drawClearedGround(rings, toFrame);
  const pixels = picture as unknown as { typedArray: Uint8Array; width: number };
  let different = 0;
  let filled = 0;
  for (let row = 0; row < pixels.width; row++) {
    for (let col = 0; col < pixels.width; col++) {
      const east = box.x + (col + 0.5) / pixels.width / box.z;
      const north = box.y + (row + 0.5) / pixels.width / box.w;
      const isIn = isInPolygon(court, east, north) || isInPolygon(triangle, east, north);
      const isFilled = pixels.typedArray[(row * pixels.width + col) * 4] === 255;
      if (isIn) filled++;
      if (isIn !== isFilled) different++;
    }
  }
  // The frame bends the edges by less than a millimetre: a pixel on one may fall either way.
  expect(filled).toBeGreaterThan(20_000);
  expect(different).toBeLessThan(40);
});
