/**
 * What a roof plane sees of the sky: from each of its points a ray to every fourth cell of the sky, in a direction of its own. The same rays
 * serve the beam, the ring around the sun and the rest of the sky. Most need no casting: what rises nowhere above the plane cannot hide
 * anything of what the plane sees, and above the horizon of what does rise the sky is free.
 */
import { shadePoints } from '../bvh.ts';
import { createCrownLooker, LOWEST_CROWN } from './crowns.ts';
import { hitsField } from './height-field.ts';
import { createHorizon, raiseAll, raiseCylinder, raiseTriangle, toSines } from './horizon.ts';
import { type Glance, SECTORS, type SkyCells } from './sky-cells.ts';
import { ROUND, type SolarScene } from './solar-scene.ts';

/** A plane to look from, in the scene's axes. */
export interface Viewpoint {
  readonly normal: readonly [x: number, y: number, z: number];
  /** Of its points along the normal. */
  readonly offset: number;
  /** Flat x, y, z. */
  readonly points: Float64Array;
  /** Per point which of the sky's glances it takes. */
  readonly glances: Uint16Array;
  /** Flat x, y, z of what all points lie within; the points themselves where absent. */
  readonly positions?: Float32Array;
  /** Metres above the plane where rays begin; {@link LIFT} where absent. */
  readonly lift?: number;
}

/** Shares of the cells in sight; overwritten by the next look. */
export interface Seen {
  /** Looks taken at a cell, each as much as its cosine of incidence: what is low before the plane counts little. */
  readonly looks: Float64Array;
  /** Of those what nothing dimmed. */
  readonly free: Float64Array;
  /** What came through trees: `month * cells + cell`; all zero where `isDimmed` is false. */
  readonly dimmed: Float64Array;
  isDimmed: boolean;
  /** Rays that had to be cast. */
  rays: number;
}

/** Metres above a roof where rays begin, over its own unevenness; and from where on something is in their way. */
const LIFT = 0.04;
const NEAR = 1e-4;
const FAR = 1e5;
/** Cosine of incidence under which a direction counts as behind the plane. */
const GRAZING = 0.003;
/** Tangent of the elevation under which nothing is looked for. */
export const LOWEST = 0.05;
/** Times the sizes of plane and triangle together from where on the plane as a whole may stand for its points. */
const FAR_ENOUGH = 1.5;
/** Triangles near a plane: with more, their horizon costs more than the rays it spares. */
const MOST_NEAR = 60;

/** What all points together saw of a cell. */
const [MIXED, HIDDEN, FREE] = [0, 1, 2];
/** State of a cell for one point: to be cast, done with (what {@link shadePoints} writes too), or only crowns may be in the way. */
const [OPEN, DONE, CROWNS] = [0, 1, 2];

/** A circle around places, seen from above, and the lowest of them. */
interface Bounds {
  x: number;
  y: number;
  radius: number;
  low: number;
  /** West, south, east, north. */
  readonly box: [number, number, number, number];
}

export const emptyBounds = (): Bounds => ({
  x: 0,
  y: 0,
  radius: 0,
  low: Infinity,
  box: [Infinity, Infinity, -Infinity, -Infinity],
});

/** Grows `bounds` by flat x, y, z. */
export function boundFlat(places: ArrayLike<number>, bounds: Bounds): Bounds {
  const { box } = bounds;
  for (let at = 0; at < places.length; at += 3) {
    if (places[at] < box[0]) box[0] = places[at];
    if (places[at + 1] < box[1]) box[1] = places[at + 1];
    if (places[at] > box[2]) box[2] = places[at];
    if (places[at + 1] > box[3]) box[3] = places[at + 1];
    if (places[at + 2] < bounds.low) bounds.low = places[at + 2];
  }
  bounds.x = (box[0] + box[2]) / 2;
  bounds.y = (box[1] + box[3]) / 2;
  bounds.radius = Math.hypot(box[2] - box[0], box[3] - box[1]) / 2;
  return bounds;
}

/** Of everything that was looked at; crowns count as if nothing came through. */
export function hiddenShare({ looks, free }: Seen): number {
  let [all, open] = [0, 0];
  for (let cell = 0; cell < looks.length; cell++) {
    all += looks[cell];
    open += free[cell];
  }
  return all > 0 ? 1 - open / all : 0;
}

/** What of a scene may stand before the planes of one building: rows of its runs and its crowns. */
export interface NearThings {
  readonly runs: readonly number[];
  readonly crowns: readonly number[];
}

/** Those that rise far enough above any of the planes to be looked at. */
export function listNear(
  { rounds, firsts, crowns }: SolarScene,
  planes: readonly { readonly positions: Float32Array }[],
): NearThings {
  const bounds = emptyBounds();
  for (const { positions } of planes) boundFlat(positions, bounds);
  const { x, y, radius, low } = bounds;
  const runs: number[] = [];
  for (let run = 0; run < firsts.length; run++) {
    const height = rounds[ROUND * run + 4] - low;
    if (height <= 0) continue;
    const [dx, dy] = [rounds[ROUND * run] - x, rounds[ROUND * run + 1] - y];
    const distance = Math.sqrt(dx * dx + dy * dy) - radius - rounds[ROUND * run + 2];
    if (height >= LOWEST * distance) runs.push(run);
  }
  const near: number[] = [];
  for (let i = 0; i < crowns.length; i++) {
    const crown = crowns[i];
    const height = crown.z + crown.half - low;
    if (height <= 0) continue;
    const [dx, dy] = [crown.x - x, crown.y - y];
    const distance = Math.sqrt(dx * dx + dy * dy) - radius - crown.radius;
    if (height >= LOWEST_CROWN * distance) near.push(i);
  }
  return { runs, crowns: near };
}

/** Whether an upright cylinder comes above a plane anywhere. */
const risesAbove = ({ normal, offset, lift = LIFT }: Viewpoint, x: number, y: number, radius: number, top: number) =>
  x * normal[0] + y * normal[1] + top * normal[2] + radius * Math.sqrt(normal[0] * normal[0] + normal[1] * normal[1]) >
  offset + lift;

export function createLooker(scene: SolarScene, cells: SkyCells) {
  const { positions, firsts, ends, rounds, fields, solid, owners } = scene;
  const { count, glances } = cells;
  const [east, north, nap] = scene.origin;
  const crowns = createCrownLooker(scene.crowns);
  const shares = new Float64Array(12);
  const seen: Seen = {
    looks: new Float64Array(count),
    free: new Float64Array(count),
    dimmed: new Float64Array(12 * count),
    isDimmed: false,
    rays: 0,
  };
  const far = createHorizon();
  const here = createHorizon();
  const sines = new Float64Array(SECTORS);
  let nearTriangles = new Uint32Array(256);
  let hasCrowns = false;
  const states = glances.map((glance) => new Uint8Array(glance.cells.length));
  const cosines = new Float64Array(count);
  /** 1: of no use to look at again. */
  const settled = new Uint8Array(count);
  let nearCount = 0;
  let pointCount = 1;
  const origin = new Float32Array(3);

  function addNear(triangle: number, length: number) {
    if (length === nearTriangles.length) {
      const more = new Uint32Array(2 * length);
      more.set(nearTriangles);
      nearTriangles = more;
    }
    nearTriangles[length] = triangle;
  }

  /** Triangles of a run that rise above the plane: far ones raise its horizon, near ones are kept. Answers how many are near now. */
  function gather(run: number, { normal, offset, lift = LIFT }: Viewpoint, bounds: Bounds, length: number): number {
    const [nx, ny, nz] = normal;
    const least = offset + lift;
    const { low } = bounds;
    let more = length;
    for (let t = firsts[run]; t < ends[run]; t++) {
      const at = 9 * t;
      const za = positions[at + 2];
      const zb = positions[at + 5];
      const zc = positions[at + 8];
      if (za <= low && zb <= low && zc <= low) continue;
      const ax = positions[at];
      const ay = positions[at + 1];
      const bx = positions[at + 3];
      const by = positions[at + 4];
      const cx = positions[at + 6];
      const cy = positions[at + 7];
      if (
        ax * nx + ay * ny + za * nz <= least &&
        bx * nx + by * ny + zb * nz <= least &&
        cx * nx + cy * ny + zc * nz <= least
      )
        continue;
      const [west, east] = [Math.min(ax, bx, cx), Math.max(ax, bx, cx)];
      const [south, north] = [Math.min(ay, by, cy), Math.max(ay, by, cy)];
      const x = (west + east) / 2 - bounds.x;
      const y = (south + north) / 2 - bounds.y;
      const reach = Math.sqrt((east - west) * (east - west) + (north - south) * (north - south)) / 2 + bounds.radius;
      const away = FAR_ENOUGH * reach;
      if (x * x + y * y > away * away) raiseCylinder(far, x, y, reach, Math.max(za, zb, zc) - low);
      else addNear(t, more++);
    }
    return more;
  }

  function raiseNear(length: number, x: number, y: number, z: number) {
    for (let i = 0; i < length; i++) {
      const at = 9 * nearTriangles[i];
      const height = Math.max(positions[at + 2], positions[at + 5], positions[at + 8]) - z;
      if (height <= 0) continue;
      raiseTriangle(
        here,
        positions[at] - x,
        positions[at + 1] - y,
        positions[at + 3] - x,
        positions[at + 4] - y,
        positions[at + 6] - x,
        positions[at + 7] - y,
        height,
      );
    }
  }

  /** `runs` are those of the scene that may matter; whole terrain does where there are fields. */
  function prepare(view: Viewpoint, near: NearThings): number {
    const { points, lift = LIFT } = view;
    const bounds = boundFlat(view.positions ?? points, emptyBounds());
    const { x, y, radius, low } = bounds;
    hasCrowns = near.crowns.length > 0 && crowns.gather(near.crowns, view.normal, view.offset + lift, bounds);
    far.fill(Number.NEGATIVE_INFINITY);
    let length = 0;
    const { runs } = near;
    for (let i = 0; i < runs.length; i++) {
      const run = runs[i];
      const at = ROUND * run;
      const height = rounds[at + 4] - low;
      if (height <= lift) continue;
      const dx = rounds[at] - x;
      const dy = rounds[at + 1] - y;
      const reach = rounds[at + 2] + radius;
      const distance = Math.sqrt(dx * dx + dy * dy);
      if (height < LOWEST * (distance - reach)) continue;
      // Near, each triangle is seen by itself, and only if it rises above the plane.
      if (!risesAbove(view, dx + bounds.x, dy + bounds.y, rounds[at + 2], rounds[at + 4])) continue;
      if (distance > 2 * reach + 1) raiseCylinder(far, dx, dy, reach, height);
      else length = gather(run, view, bounds, length);
    }
    for (const { highest, cellSize } of fields) {
      // How far heights are is not asked: rays over them are cheap.
      const rise = highest - nap - low;
      if (rise > 0) raiseAll(far, rise / (2 * cellSize));
    }
    if (length <= MOST_NEAR) return length;
    far.fill(Number.POSITIVE_INFINITY);
    return 0;
  }

  function isBehindGround(x: number, y: number, z: number, dx: number, dy: number, dz: number): boolean {
    for (let i = 0; i < fields.length; i++) {
      const field = fields[i];
      if (hitsField(field, x + east, y + north, z + nap, dx, dy, dz, 1.5 * field.cellSize)) return true;
    }
    return false;
  }

  /** Notes what is in front of the plane, and which of that must be cast; answers how many rays. */
  function sortCells(glance: Glance, state: Uint8Array, [nx, ny, nz]: Viewpoint['normal']): number {
    const { looks, free } = seen;
    const { cells: own, directions, sectors } = glance;
    let rays = 0;
    for (let i = 0; i < own.length; i++) {
      state[i] = DONE;
      const dz = directions[3 * i + 2];
      const cosine = directions[3 * i] * nx + directions[3 * i + 1] * ny + dz * nz;
      if (cosine <= GRAZING || settled[own[i]] === 1) continue;
      cosines[i] = cosine;
      looks[own[i]] += cosine;
      if (dz <= sines[sectors[i]]) {
        state[i] = OPEN;
        rays++;
      } else if (hasCrowns && dz <= crowns.tops[sectors[i]]) state[i] = CROWNS;
      else free[own[i]] += cosine;
    }
    return rays;
  }

  function lookFrom(x: number, y: number, z: number, normal: Viewpoint['normal'], number: number) {
    const { free, dimmed } = seen;
    const glance = glances[number];
    const state = states[number];
    const rays = sortCells(glance, state, normal);
    if (rays === 0 && !hasCrowns) return;
    seen.rays += rays;
    const { cells: own, directions, sectors } = glance;
    if (rays > 0 && owners.length > 0) {
      origin[0] = x;
      origin[1] = y;
      origin[2] = z;
      shadePoints(solid, origin, directions, NEAR, FAR, state);
    }
    for (let i = 0; i < own.length; i++) {
      if (state[i] === DONE) continue;
      const dx = directions[3 * i];
      const dy = directions[3 * i + 1];
      const dz = directions[3 * i + 2];
      if (fields.length > 0 && state[i] === OPEN && isBehindGround(x, y, z, dx, dy, dz)) continue;
      if (!hasCrowns || !crowns.dim(sectors[i], x, y, z, dx, dy, dz, shares)) {
        free[own[i]] += cosines[i];
        continue;
      }
      seen.isDimmed = true;
      for (let month = 0; month < 12; month++) dimmed[month * count + own[i]] += cosines[i] * shares[month];
    }
  }

  return {
    /** The answer is overwritten by the next look. */
    look(view: Viewpoint, near: NearThings): Seen {
      seen.looks.fill(0);
      seen.free.fill(0);
      if (seen.isDimmed) seen.dimmed.fill(0);
      seen.isDimmed = false;
      settled.fill(0);
      nearCount = prepare(view, near);
      pointCount = view.points.length;
      takePoints(view);
      return seen;
    },
    /**
     * Looks again at the same plane from more points, at those cells only that some points saw and others did not, and at their
     * neighbours: edges of what stands in the way. Adds to the last answer.
     */
    lookCloser(view: Viewpoint): Seen {
      const { looks, free, dimmed } = seen;
      const times = 1 + view.points.length / pointCount;
      for (let cell = 0; cell < count; cell++) {
        const share = looks[cell] > 0 ? free[cell] / looks[cell] : -1;
        settled[cell] = share === -1 || share < 1e-9 ? HIDDEN : share > 1 - 1e-9 ? FREE : MIXED;
      }
      let before = settled[0];
      for (let cell = 0; cell < count; cell++) {
        const own = settled[cell];
        const next = cell + 1 < count ? settled[cell + 1] : own;
        settled[cell] = own !== MIXED && own === before && own === next ? 1 : 0;
        before = own;
        if (settled[cell] === 0) continue;
        // As if all the new points had seen the same, so that cells keep their weights.
        looks[cell] *= times;
        free[cell] *= times;
        if (seen.isDimmed) for (let month = 0; month < 12; month++) dimmed[month * count + cell] *= times;
      }
      takePoints(view);
      return seen;
    },
  };

  function takePoints(view: Viewpoint) {
    const { normal, points, lift = LIFT } = view;
    if (nearCount === 0) toSines(far, sines);
    for (let i = 0; 3 * i < points.length; i++) {
      const x = points[3 * i] + lift * normal[0];
      const y = points[3 * i + 1] + lift * normal[1];
      const z = points[3 * i + 2] + lift * normal[2];
      if (nearCount > 0) {
        here.set(far);
        raiseNear(nearCount, x, y, z);
        toSines(here, sines);
      }
      lookFrom(x, y, z, normal, view.glances[i]);
    }
  }
}
