import { expect, it } from 'vitest';
import { earthCentredToRd } from '../../src/model/earth-centred.ts';
import { napHeight, napToEllipsoid, rdToLonLat } from '../../src/model/rd.ts';
import { toEarthCentred } from '../../src/pipeline/tiles/ellipsoid.ts';

it.each([
  [155000, 463000, 0],
  [147000, 508000, -4.2],
  [30000, 380000, 120],
  [250000, 590000, 1500],
])('earth-centred metres come back to RD %i, %i and NAP %d within a tenth of a millimetre', (x, y, nap) => {
  const lonLat = rdToLonLat({ x, y });
  const [px, py, pz] = toEarthCentred(lonLat, napToEllipsoid(napHeight(nap), lonLat));
  const back = earthCentredToRd(px, py, pz);
  expect(back[0]).toBeCloseTo(x, 4);
  expect(back[1]).toBeCloseTo(y, 4);
  expect(back[2]).toBeCloseTo(nap, 4);
});
