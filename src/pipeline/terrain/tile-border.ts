/**
 * The border of a tile: each side depends only on where it lies and on the level, never on which of its two tiles asks,
 * so neighbours of one level share every vertex. Skirts against neighbours of other levels are made by Cesium at run
 * time from the lists of border vertices.
 */
import type { Field, Ground } from './ground.ts';
import { type Place, placeSide } from './place.ts';
import { neighbour, type Tile, tileMetres } from './tiling.ts';
import { type Border, quantisedMaximum } from './triangulate.ts';

const earthRadius = 6371000;
/** Enough that a side at the finest level meets every cell several times. */
const leafSamples = 2048;
const samples = 256;

/** One vertex of a side: its position along it 0…32767, and its place and height above the ellipsoid. */
interface SideVertex {
  readonly position: number;
  readonly place: Place;
  readonly height: number;
}

export interface TileBorder extends Border {
  readonly places: readonly Place[];
  /** Metres above the ellipsoid. */
  readonly heights: readonly number[];
}

export function heightOf(field: Field, { x, y, sea }: Place): number {
  return Number.isNaN(x) ? sea : sea + field.heightAt(x, y);
}

/** Places in `values` that keep straight lines between them within `maxError` (Ramer 1972, vertical distance). */
function simplify(values: Float64Array, maxError: number): number[] {
  const kept = [0];
  const pending: [number, number][] = [[0, values.length - 1]];
  for (let span = pending.pop(); span; span = pending.pop()) {
    const [from, to] = span;
    const start = values[from] as number;
    const slope = ((values[to] as number) - start) / (to - from);
    let worst = maxError;
    let at = -1;
    for (let i = from + 1; i < to; i++) {
      const error = Math.abs((values[i] as number) - start - slope * (i - from));
      if (error > worst) {
        worst = error;
        at = i;
      }
    }
    if (at < 0) kept.push(to);
    else pending.push([at, to], [from, at]);
  }
  return kept;
}

/** The west or south side of a tile, from its southern or western end. */
function makeSide(ground: Ground, tile: Tile, side: 'west' | 'south'): SideVertex[] {
  const beyond = side === 'west' ? neighbour(tile, -1, 0) : neighbour(tile, 0, -1);
  const both = beyond ? [tile, beyond] : [tile];
  const count = both.some((each) => ground.leafLayer(each)) ? leafSamples : samples;
  const error = Math.min(...both.map((each) => ground.errorOf(each))) / 2;
  const field = ground.fieldAt(tile.level);
  const placeAt = placeSide(ground, tile, side);
  const length = tileMetres(tile.level);
  const places = Array.from({ length: count + 1 }, (_, i) => placeAt(i / count));
  const heights = places.map((place) => heightOf(field, place));
  // Straight lines sink below the curved Earth, so the curve counts as height.
  const curved = Float64Array.from(
    heights,
    (height, i) => height - ((i / count - 0.5) * length) ** 2 / (2 * earthRadius),
  );
  return simplify(curved, error).map((i) => ({
    position: Math.round((i / count) * quantisedMaximum),
    place: places[i] as Place,
    height: heights[i] as number,
  }));
}

/** Counter-clockwise from the south-western corner; `value` is the height minus `drop(u, v)`. */
export function makeBorder(ground: Ground, tile: Tile, drop: (u: number, v: number) => number): TileBorder {
  const border = {
    x: [] as number[],
    y: [] as number[],
    value: [] as number[],
    places: [] as Place[],
    heights: [] as number[],
  };
  const add = (x: number, y: number, { place, height }: SideVertex) => {
    border.x.push(x);
    border.y.push(y);
    border.value.push(height - drop(x / quantisedMaximum, y / quantisedMaximum));
    border.places.push(place);
    border.heights.push(height);
  };
  // No tile lies beyond the poles, but the opposite sides are sides of such tiles all the same.
  const { level, x, y } = tile;
  const south = makeSide(ground, tile, 'south');
  const east = makeSide(ground, neighbour(tile, 1, 0) ?? tile, 'west');
  const north = makeSide(ground, { level, x, y: y + 1 }, 'south');
  const west = makeSide(ground, tile, 'west');
  for (const vertex of south.slice(0, -1)) add(vertex.position, 0, vertex);
  for (const vertex of east.slice(0, -1)) add(quantisedMaximum, vertex.position, vertex);
  for (const vertex of north.slice(1).reverse()) add(vertex.position, quantisedMaximum, vertex);
  for (const vertex of west.slice(1).reverse()) add(0, vertex.position, vertex);
  return border;
}
