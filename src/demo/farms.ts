/** Farms along the polder roads: a house, a great barn and a shed on a yard, the road in front. */
import type { Plot } from './building.ts';
import { lineLength, stationAt } from './curve.ts';
import { mix, move, type Path, type Point, rectangle, scale } from './point.ts';
import type { Random } from './random.ts';
import type { Occupancy } from './raster.ts';
import { gable, halfHipShape, profileShape, type Quad, turned } from './roof.ts';
import { halfWidth, type Street } from './street.ts';

export interface Farms {
  readonly plots: Plot[];
  readonly yards: Path[];
}

export function buildFarms(streets: readonly Street[], occupancy: Occupancy, random: Random): Farms {
  const plots: Plot[] = [];
  const yards: Path[] = [];
  for (const street of streets) {
    for (const side of [1, -1] as const) {
      const total = lineLength(street.line);
      for (let along = random.between(40, 120); along < total - 80; along += random.between(150, 240)) {
        const { point, direction } = stationAt(street.line, along);
        // The yard lies to the left of its front.
        const front = side === 1 ? direction : scale(direction, -1);
        const corner = move(point, front, 0, halfWidth(street) + 3.5);
        const width = random.between(52, 68);
        const depth = random.between(70, 92);
        const yard = rectangle(corner, front, width, depth);
        if (!occupancy.isFree([yard])) continue;
        occupancy.take([yard]);
        yards.push(yard);
        plots.push(...buildFarm(street, corner, front, width, random));
      }
    }
  }
  return { plots, yards };
}

function buildFarm(street: Street, corner: Point, front: Point, width: number, random: Random): Plot[] {
  const year = random.whole(1931, 1968);
  const block = (along: number, deep: number, across: number, depth: number): Quad =>
    rectangle(move(corner, front, along, deep), front, across, depth);
  const home = block(6, 8, 11, 14);
  const barn = block(random.between(22, 27), 26, Math.min(22, width - 30), random.between(36, 44));
  const hay = block(5, 34, 9, 20);
  const facts = { district: 'Polder', monument: false, year };
  return [
    {
      ...facts,
      parts: [{ footprint: home, shape: halfHipShape(home, 3.1, 6, 8.4) }],
      uses: ['woonfunctie'],
      dwellings: 1,
      storeys: 2,
      front: { point: mix(home[0], home[1], 0.5), street: street.name },
    },
    {
      ...facts,
      parts: [{ footprint: barn, shape: profileShape(barn, gable(4.2, 9.6)) }],
      uses: ['industriefunctie'],
      dwellings: 0,
      storeys: 1,
    },
    {
      ...facts,
      year: year + random.whole(8, 45),
      parts: [{ footprint: hay, shape: profileShape(turned(hay), gable(3.6, 5.4)) }],
      uses: ['overige gebruiksfunctie'],
      dwellings: 0,
      storeys: 1,
    },
  ];
}
