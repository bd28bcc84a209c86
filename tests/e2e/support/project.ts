/** Where a place in the world stands on the page, computed here and not by what is tested. */
import type { Page } from '@playwright/test';
import { napHeight, napToEllipsoid, rdToLonLat } from '../../../src/model/rd.ts';
import type { ScreenPlace } from './act.ts';

type Place = readonly [x: number, y: number, nap: number];

/** Metres from the middle of WGS84's ellipsoid. */
function toEarthCentred([x, y, nap]: Place): [number, number, number] {
  const lonLat = rdToLonLat({ x, y });
  const height = napToEllipsoid(napHeight(nap), lonLat);
  const [lon, lat] = [(lonLat.lon * Math.PI) / 180, (lonLat.lat * Math.PI) / 180];
  const e2 = 0.00669437999014;
  const n = 6_378_137 / Math.sqrt(1 - e2 * Math.sin(lat) ** 2);
  const across = (n + height) * Math.cos(lat);
  return [across * Math.cos(lon), across * Math.sin(lon), (n * (1 - e2) + height) * Math.sin(lat)];
}

/** Row `row` of a matrix that is stored by columns, times a vector. */
const times = (matrix: readonly number[], row: number, vector: readonly number[]) =>
  vector.reduce((sum, value, column) => sum + (matrix[4 * column + row] ?? 0) * value, 0);

/** In CSS pixels of the page, for the camera as it stands. Throws for what lies beside or behind the picture. */
export async function toScreen(page: Page, places: readonly Place[]): Promise<ScreenPlace[]> {
  const { view, projection, box } = await page.evaluate(() => {
    const { camera, canvas } = window.twin?.scene ?? {};
    if (!camera || !canvas) throw new Error('no scene');
    const { x, y, width, height } = canvas.getBoundingClientRect();
    return {
      view: Array.from({ length: 16 }, (_, i) => camera.viewMatrix[i as 0]),
      projection: Array.from({ length: 16 }, (_, i) => camera.frustum.projectionMatrix[i as 0]),
      box: { x, y, width, height },
    };
  });
  return places.map((place) => {
    const seen = [0, 1, 2, 3].map((row) => times(view, row, [...toEarthCentred(place), 1]));
    const [across = 0, up = 0, , depth = 0] = [0, 1, 2, 3].map((row) => times(projection, row, seen));
    const [u, v] = [(1 + across / depth) / 2, (1 - up / depth) / 2];
    if (!(depth > 0 && u > 0 && u < 1 && v > 0 && v < 1)) throw new Error(`${place} is not in the picture.`);
    return { x: box.x + u * box.width, y: box.y + v * box.height };
  });
}
