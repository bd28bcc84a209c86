/** Polder land: long parcels between parallel ditches, as the land was given out. */
import { type Area, boxOf, intersect, strip } from './area.ts';
import { resample } from './curve.ts';
import type { GroundPatch } from './ground.ts';
import { isInside, move, type Path, type Point } from './point.ts';
import type { Random } from './random.ts';
import type { SurfaceName } from './surface.ts';

export interface PolderZone {
  readonly area: Area;
  /** Direction of the ditches, degrees clockwise from north. */
  readonly ditchesRun: number;
  /** Metres between two ditches, and between two cross ditches. */
  readonly spacing: number;
  readonly length: number;
  /** Half the width of the water, metres. */
  readonly halfDitch: number;
}

export interface PolderLand {
  readonly patches: GroundPatch[];
  /** Middle lines, also where they run on outside the zone. */
  readonly ditches: Path[];
}

const crops: readonly (readonly [SurfaceName, number])[] = [
  ['meadow', 5],
  ['arable', 3.4],
  ['grass', 0.8],
  ['orchard', 0.4],
];

/** Runs of a line inside an area. */
export function listRunsInside(line: Path, area: Area): Point[][] {
  const runs: Point[][] = [[]];
  for (const p of resample(line, 6)) {
    if (area.reduce((inside, ring) => inside !== isInside(p, ring), false)) runs.at(-1)?.push(p);
    else if (runs.at(-1)?.length) runs.push([]);
  }
  return runs.filter((run) => run.length > 1);
}

export function divideLand(zone: PolderZone, random: Random): PolderLand {
  const box = boxOf(zone.area);
  const middle: Point = { x: (box.west + box.east) / 2, y: (box.south + box.north) / 2 };
  const reach = Math.hypot(box.east - box.west, box.north - box.south) / 2;
  const angle = (zone.ditchesRun * Math.PI) / 180;
  const along: Point = { x: Math.sin(angle), y: Math.cos(angle) };
  const patches: GroundPatch[] = [];
  const ditches: Path[] = [];
  const count = Math.ceil(reach / zone.spacing);
  const rows = Math.ceil(reach / zone.length);
  const corner = (i: number, j: number) => move(middle, along, j * zone.length, i * zone.spacing);
  for (let i = -count; i <= count; i++) {
    const line = [corner(i, -rows), corner(i, rows)];
    ditches.push(line);
    patches.push({
      kind: 'ditch',
      area: intersect(strip(line, zone.halfDitch), zone.area),
      extra: { waterpeil: -4.9 },
    });
  }
  for (let j = -rows; j <= rows; j++) {
    const line = [corner(-count, j), corner(count, j)];
    ditches.push(line);
    patches.push({
      kind: 'ditch',
      area: intersect(strip(line, zone.halfDitch), zone.area),
      extra: { waterpeil: -4.9 },
    });
  }
  let crop = random.weighted(crops);
  for (let j = -rows; j < rows; j++) {
    for (let i = -count; i < count; i++) {
      // A farmer's parcels lie together.
      if (random.chance(0.45)) crop = random.weighted(crops);
      const ring = [corner(i, j), corner(i, j + 1), corner(i + 1, j + 1), corner(i + 1, j)].reverse();
      const area = intersect([ring], zone.area);
      if (area.length > 0) patches.push({ kind: crop, area });
    }
  }
  return { patches: patches.filter(({ area }) => area.length > 0), ditches };
}
