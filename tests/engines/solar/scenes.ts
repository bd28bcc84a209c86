/** Scenes to hold roofs against formulas: large walls and courts as obstacles, and the light at a plane among them. */

import type { Obstacles } from '../../../src/engines/obstacles.ts';
import { deBilt } from '../../../src/engines/solar/climate-de-bilt.ts';
import type { Crown } from '../../../src/engines/solar/crowns.ts';
import { createSkyYear } from '../../../src/engines/solar/sky-year.ts';
import { createSolarScene } from '../../../src/engines/solar/solar-scene.ts';
import { createRoofEngine, type PointQuestion } from '../../../src/engines/solar.ts';
import { defaultSolarSettings } from '../../../src/model/solar-defaults.ts';

export const sky = createSkyYear(deBilt, 52.1, { daysPerMonth: 3, stepMinutes: 15 });
export const open: PointQuestion = { x: 0, y: 0, z: 0, slopeDegrees: 0, azimuthDegrees: 0 };

/** Every list of nine numbers a triangle is one object. */
export function sceneOf(objects: readonly ArrayLike<number>[], crowns: readonly Crown[] = []) {
  const positions = Float32Array.from(objects.flatMap((object) => [...Array.from(object)]));
  const obstacles: Obstacles = {
    origin: [0, 0, 0],
    positions,
    owners: Uint32Array.from(objects.flatMap((object, row) => Array.from({ length: object.length / 9 }, () => row))),
    objects: objects.map((_, row) => ({ kind: 'building', id: `object ${row}` })),
  };
  return createSolarScene(obstacles, crowns);
}

export const engineFor = (objects: readonly ArrayLike<number>[], crowns: readonly Crown[] = [], density = 1) =>
  createRoofEngine(sceneOf(objects, crowns), { sky, convergenceDegrees: 0, settings: defaultSolarSettings, density });

/** An upright rectangle from (x, y) to (u, v), `high` above zero. */
export const wallBetween = (x: number, y: number, u: number, v: number, high: number): number[] => [
  ...[x, y, 0, u, v, 0, u, v, high],
  ...[x, y, 0, u, v, high, x, y, high],
];
