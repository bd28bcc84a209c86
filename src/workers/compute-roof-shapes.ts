/** Shapes of roof planes from the tiles: read once for a site, then asked how many panels fit, or for outlines. */
import { fitPanels } from '../engines/solar/fit-panels.ts';
import { ringsOf, toPlane } from '../engines/solar/plane-shape.ts';
import type { RoofOutline, RoofShapesAnswer, RoofShapesQuestion, RoofShapesSite } from '../model/roof-shapes.ts';
import { type BuildingTriangles, readBuildings } from './read-buildings.ts';

interface RoofShape {
  readonly row: number;
  /** Triangles of the plane, and all of its building, from {@link origin}. */
  readonly plane: Float32Array;
  readonly own: Float32Array;
  readonly origin: readonly [x: number, y: number, nap: number];
}

function splitPlanes({ positions, roofs }: BuildingTriangles): RoofShape[] {
  if (!roofs) return [];
  const origin = [positions[0] as number, positions[1] as number, positions[2] as number] as const;
  const own = Float32Array.from(positions, (value, i) => value - (origin[i % 3] as number));
  const triangles = new Map<number, number[]>();
  for (const [t, row] of roofs.entries()) {
    if (row < 0) continue;
    const list = triangles.get(row);
    if (list) list.push(t);
    else triangles.set(row, [t]);
  }
  return [...triangles].map(([row, list]) => {
    const plane = new Float32Array(9 * list.length);
    for (const [i, t] of list.entries()) plane.set(own.subarray(9 * t, 9 * t + 9), 9 * i);
    return { row, plane, own, origin };
  });
}

async function readShapes({ tilesets, extent: [west, south, east, north] }: RoofShapesSite): Promise<RoofShape[]> {
  const read = await Promise.all(
    tilesets.map((tileset) =>
      readBuildings({ ...tileset, isWanted: ([w, s, e, n]) => w <= east && e >= west && s <= north && n >= south }),
    ),
  );
  return read.flat().flatMap(splitPlanes);
}

function outlineOf({ plane, origin: [x, y, nap] }: RoofShape): RoofOutline {
  return ringsOf(plane).map((rings) => rings.map((ring) => ring.map(([dx, dy, dz]) => [x + dx, y + dy, nap + dz])));
}

/** Of the site that was asked about last. */
let known: { readonly key: string; readonly shapes: Promise<RoofShape[]> } | undefined;

/** Throws where files cannot be read. */
export async function answerShapes({ site, panels, outlines = [] }: RoofShapesQuestion): Promise<RoofShapesAnswer> {
  const key = JSON.stringify(site);
  if (known?.key !== key) known = { key, shapes: readShapes(site) };
  const shapes = await known.shapes.catch((error: unknown) => {
    known = undefined;
    throw error;
  });
  const counts = new Map<number, number>();
  if (panels) {
    for (const { row, plane, own } of shapes) {
      const found = toPlane(plane);
      counts.set(row, found ? fitPanels(found, own, panels).count : 0);
    }
  }
  const wanted = new Set(outlines);
  const found = shapes.filter(({ row }) => wanted.has(row));
  return { panels: counts, outlines: new Map(found.map((shape) => [shape.row, outlineOf(shape)])) };
}
