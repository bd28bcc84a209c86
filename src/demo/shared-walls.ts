/** Which part of its walls a building shares: 3DBAG keeps those apart from outer walls, because no heat is lost through them. */
import { areaSize, intersect } from './area.ts';
import type { Building } from './building.ts';
import type { Path } from './point.ts';
import { type Corner, type Face, normalOf } from './solid.ts';

/** Metres that the walls of two neighbours may lie apart. */
const GAP = 0.1;
/** Steps of direction and of place in which walls that may touch are looked for: 3° and a metre. */
const [TURN, STEP] = [Math.PI / 60, 1];

interface Wall {
  readonly building: string;
  readonly face: Face;
  /** Unit vector outward, and how far along it the wall stands. */
  readonly nx: number;
  readonly ny: number;
  readonly offset: number;
}

function listWalls({ id, solids }: Building): Wall[] {
  return solids.flat().flatMap((face) => {
    if (face.kind !== 'WallSurface') return [];
    const ring = face.rings[0] as Corner[];
    const n = normalOf(ring);
    const size = Math.hypot(n.x, n.y);
    if (size === 0) return [];
    const [nx, ny] = [n.x / size, n.y / size];
    const [{ x, y }] = ring as [Corner];
    return [{ building: id, face, nx, ny, offset: nx * x + ny * y }];
  });
}

/** A wall in its own plane, seen along `nx, ny`: along to the right, height upward. */
const flatten = ({ face }: Wall, { nx, ny }: Wall): Path[] =>
  face.rings.map((ring) => ring.map(({ x, y, z }) => ({ x: nx * y - ny * x, y: z })));

/** m² of each building's walls against those of others or of its own parts, by id; absent where there are none. */
export function measureSharedWalls(buildings: readonly Building[]): Map<string, number> {
  const walls = buildings.flatMap(listWalls);
  const turns = Math.round((2 * Math.PI) / TURN);
  const keyOf = (turn: number, offset: number) => `${(turn + turns) % turns} ${offset}`;
  const turnOf = (x: number, y: number) => Math.round(Math.atan2(y, x) / TURN);
  const known = new Map<string, Wall[]>();
  for (const wall of walls) {
    const key = keyOf(turnOf(wall.nx, wall.ny), Math.floor(wall.offset / STEP));
    const list = known.get(key);
    if (list) list.push(wall);
    else known.set(key, [wall]);
  }
  const shared = new Map<string, number>();
  for (const wall of walls) {
    const turn = turnOf(-wall.nx, -wall.ny);
    const [from, to] = [Math.floor((-wall.offset - GAP) / STEP), Math.floor((-wall.offset + GAP) / STEP)];
    for (let t = turn - 1; t <= turn + 1; t++) {
      for (let place = from; place <= to; place++) {
        for (const other of known.get(keyOf(t, place)) ?? []) {
          if (Math.abs(other.offset + wall.offset) > GAP || wall.nx * other.nx + wall.ny * other.ny > -0.999) continue;
          const area = areaSize(intersect(flatten(wall, wall), flatten(other, wall)));
          if (area > 0) shared.set(wall.building, (shared.get(wall.building) ?? 0) + area);
        }
      }
    }
  }
  return shared;
}
