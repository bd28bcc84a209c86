/** Ground polygons as paths in local metres, made when first drawn and kept: a thread draws most of them on several levels. */
import { Path2D } from '@napi-rs/canvas';
import type { Ground } from './ground.ts';

export interface Shapes {
  /** Filled by non-zero winding. */
  area(polygon: number): Path2D;
  /** Its outline without what it shares with a neighbour of the same kind. */
  outline(polygon: number): Path2D;
  /** Unit direction of the longest side, and the polygon's middle and half diagonal. */
  orientation(polygon: number): Orientation;
  /** Whether nothing, an edge, or only the inside of a polygon lies in a box; by the box of each edge, so never too little. */
  partOf(polygon: number, box: TileBox): 'none' | 'edge' | 'inside';
}

/** Local metres: west, north, east, south; y grows southwards. */
export type TileBox = readonly [number, number, number, number];

export interface Orientation {
  readonly dx: number;
  readonly dy: number;
  readonly x: number;
  readonly y: number;
  readonly reach: number;
  /** Smallest and largest distance of the vertices along and across the direction, from the middle. */
  readonly along: readonly [number, number];
  readonly across: readonly [number, number];
}

export function createShapes(ground: Ground): Shapes {
  const { vertices, rings, polygons, joints } = ground;
  const areas = new Map<number, Path2D>();
  const outlines = new Map<number, Path2D>();
  const orientations = new Map<number, Orientation>();
  const x = (v: number) => vertices[2 * v] as number;
  const y = (v: number) => vertices[2 * v + 1] as number;

  function keep<T>(map: Map<number, T>, polygon: number, make: (polygon: number) => T): T {
    let value = map.get(polygon);
    if (value === undefined) {
      value = make(polygon);
      map.set(polygon, value);
    }
    return value;
  }

  function makeArea(polygon: number): Path2D {
    const path = new Path2D();
    for (let r = polygons[polygon] as number; r < (polygons[polygon + 1] as number); r++) {
      const [from, to] = [rings[r] as number, rings[r + 1] as number];
      path.moveTo(x(from), y(from));
      for (let v = from + 1; v < to; v++) path.lineTo(x(v), y(v));
      path.closePath();
    }
    return path;
  }

  function makeOutline(polygon: number): Path2D {
    const path = new Path2D();
    for (let r = polygons[polygon] as number; r < (polygons[polygon + 1] as number); r++) {
      const [from, to] = [rings[r] as number, rings[r + 1] as number];
      let drawing = false;
      for (let v = from; v < to; v++) {
        const next = v + 1 < to ? v + 1 : from;
        if (joints[v] === 1) drawing = false;
        else {
          if (!drawing) path.moveTo(x(v), y(v));
          path.lineTo(x(next), y(next));
          drawing = true;
        }
      }
    }
    return path;
  }

  function makeOrientation(polygon: number): Orientation {
    const from = rings[polygons[polygon] as number] as number;
    const to = rings[(polygons[polygon] as number) + 1] as number;
    let [dx, dy, longest] = [1, 0, 0];
    let [west, north, east, south] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let v = from; v < to; v++) {
      const next = v + 1 < to ? v + 1 : from;
      const length = Math.hypot(x(next) - x(v), y(next) - y(v));
      if (length > longest) {
        longest = length;
        dx = (x(next) - x(v)) / length;
        dy = (y(next) - y(v)) / length;
      }
      [west, north, east, south] = [
        Math.min(west, x(v)),
        Math.min(north, y(v)),
        Math.max(east, x(v)),
        Math.max(south, y(v)),
      ];
    }
    const [middleX, middleY] = [(west + east) / 2, (north + south) / 2];
    let [along0, along1, across0, across1] = [Infinity, -Infinity, Infinity, -Infinity];
    for (let v = from; v < to; v++) {
      const along = (x(v) - middleX) * dx + (y(v) - middleY) * dy;
      const across = (y(v) - middleY) * dx - (x(v) - middleX) * dy;
      [along0, along1] = [Math.min(along0, along), Math.max(along1, along)];
      [across0, across1] = [Math.min(across0, across), Math.max(across1, across)];
    }
    const reach = Math.hypot(east - west, south - north) / 2;
    return { dx, dy, x: middleX, y: middleY, reach, along: [along0, along1], across: [across0, across1] };
  }

  function partOf(polygon: number, [west, north, east, south]: TileBox) {
    const end = rings[polygons[polygon + 1] as number] as number;
    let isInside = false;
    for (let r = polygons[polygon] as number, v = rings[r] as number; v < end; r++) {
      const to = rings[r + 1] as number;
      let [x0, y0] = [x(to - 1), y(to - 1)];
      for (; v < to; v++) {
        const [x1, y1] = [x(v), y(v)];
        if (
          Math.max(x0, x1) >= west &&
          Math.min(x0, x1) <= east &&
          Math.max(y0, y1) >= north &&
          Math.min(y0, y1) <= south
        )
          return 'edge';
        // No edge is in the box, so that any point of it tells: its north-west corner, by the edges west of it.
        if (y0 > north !== y1 > north && x0 + ((north - y0) / (y1 - y0)) * (x1 - x0) < west) isInside = !isInside;
        [x0, y0] = [x1, y1];
      }
    }
    return isInside ? 'inside' : 'none';
  }

  return {
    partOf,
    area: (polygon) => keep(areas, polygon, makeArea),
    outline: (polygon) => keep(outlines, polygon, makeOutline),
    orientation: (polygon) => keep(orientations, polygon, makeOrientation),
  };
}
