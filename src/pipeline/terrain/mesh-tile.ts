/** One terrain tile: vertices with heights and normals, and triangles. */
import { groundNormal } from './ellipsoid.ts';
import type { Ground, GroundLayer } from './ground.ts';
import { type Place, placeTile } from './place.ts';
import { splitCreases } from './split-creases.ts';
import { heightOf, makeBorder, type TileBorder } from './tile-border.ts';
import { type Tile, tileDegrees, tileMetres, tilePoint } from './tiling.ts';
import { type Lattice, quantisedMaximum, triangulate } from './triangulate.ts';

export interface TileMesh {
  /** 0…32767 from west to east and from south to north. */
  readonly u: Int32Array;
  readonly v: Int32Array;
  /** Metres above the ellipsoid. */
  readonly heights: Float64Array;
  /** Earth-fixed unit vectors, three numbers per vertex. */
  readonly normals: Float32Array;
  /** Three vertices per triangle, counter-clockwise from above. */
  readonly triangles: Int32Array;
}

const earthRadius = 6371000;
/** Up to this level tiles are regular grids: the Earth's curve decides, not the ground. */
const lastGridLevel = 5;
const latticePoints = 128;
const seaLatticePoints = 32;
/** From tiles of 5 km on, dikes and banks are long triangles of their own. */
const firstCreaseLevel = 12;
/** Vertices keep this far from the border, in quantised units: thinner triangles would turn over in rounding. */
const borderMargin = 3;

type Affine = Lattice['toLattice'];

function invert([a, b, c, d, e, f]: Affine): Affine {
  const determinant = a * e - b * d;
  return [
    e / determinant,
    -b / determinant,
    (b * f - c * e) / determinant,
    -d / determinant,
    a / determinant,
    (c * d - a * f) / determinant,
  ];
}

/** A lattice along the sides of the tile. */
function evenLattice(points: number): { toLattice: Affine; width: number; height: number } {
  const scale = points / quantisedMaximum;
  return { toLattice: [scale, 0, 0, 0, scale, 0], width: points + 1, height: points + 1 };
}

/**
 * The lattice of a layer's own cell centres, which lie askew: true within 0.02 cells, so that they become vertices. A
 * tile deeper than the layer's leaf level (beside finer data) gets points between them too.
 */
function cellLattice(layer: GroundLayer, level: number, placeAt: (u: number, v: number, into: Place) => void) {
  const [grid] = layer.halvings;
  if (!grid) throw new Error('Expected a layer with a grid.');
  const step = grid.cellSize / 2 ** (level - layer.leafLevel);
  const [west, south] = [grid.west + grid.cellSize / 2, grid.south + grid.cellSize / 2];
  const cell = (u: number, v: number): [number, number] => {
    const place = { x: 0, y: 0, sea: 0 };
    placeAt(u, v, place);
    return [(place.x - west) / step, (place.y - south) / step];
  };
  const [sw, se, nw, ne] = [cell(0, 0), cell(1, 0), cell(0, 1), cell(1, 1)];
  const left = Math.floor(Math.min(sw[0], nw[0]));
  const bottom = Math.floor(Math.min(sw[1], se[1]));
  const axis = (k: 0 | 1, first: number): [number, number, number] => {
    const along = (se[k] - sw[k] + ne[k] - nw[k]) / 2;
    const across = (nw[k] - sw[k] + ne[k] - se[k]) / 2;
    const centre = (sw[k] + se[k] + nw[k] + ne[k]) / 4;
    return [along / quantisedMaximum, across / quantisedMaximum, centre - (along + across) / 2 - first];
  };
  const toLattice: Affine = [...axis(0, left), ...axis(1, bottom)];
  return {
    toLattice,
    width: Math.ceil(Math.max(se[0], ne[0])) - left + 1,
    height: Math.ceil(Math.max(nw[1], ne[1])) - bottom + 1,
  };
}

function finish(
  ground: Ground,
  tile: Tile,
  triangles: Int32Array,
  u: Int32Array,
  v: Int32Array,
  heights: Float64Array,
  placeOf: (vertex: number) => Place,
): TileMesh {
  const field = ground.fieldAt(tile.level);
  const normals = new Float32Array(3 * u.length);
  for (let i = 0; i < u.length; i++) {
    const at = tilePoint(tile, (u[i] as number) / quantisedMaximum, (v[i] as number) / quantisedMaximum);
    normals.set(groundNormal(field, placeOf(i), at), 3 * i);
  }
  return { u, v, heights, normals, triangles };
}

function meshGrid(ground: Ground, tile: Tile): TileMesh {
  const n = 64 >> (tile.level >> 1);
  const stride = n + 1;
  const placeAt = placeTile(ground, tile);
  const field = ground.fieldAt(tile.level);
  const u = new Int32Array(stride * stride);
  const v = new Int32Array(stride * stride);
  const places: Place[] = [];
  const heights = Float64Array.from(u, (_, i) => {
    const c = i % stride;
    const r = (i - c) / stride;
    u[i] = Math.round((c / n) * quantisedMaximum);
    v[i] = Math.round((r / n) * quantisedMaximum);
    const place = { x: 0, y: 0, sea: 0 };
    placeAt(c / n, r / n, place);
    places.push(place);
    return heightOf(field, place);
  });
  const triangles = new Int32Array(6 * n * n);
  for (let r = 0; r < n; r++) {
    for (let c = 0; c < n; c++) {
      const sw = r * stride + c;
      triangles.set([sw, sw + 1, sw + stride + 1, sw, sw + stride + 1, sw + stride], 6 * (r * n + c));
    }
  }
  return finish(ground, tile, triangles, u, v, heights, (i) => places[i] as Place);
}

/** Fills a lattice with heights minus `drop`; closes what lies outside the tile or on its border. */
function sampleLattice(
  ground: Ground,
  tile: Tile,
  shape: { toLattice: Affine; width: number; height: number },
  placeAt: (u: number, v: number, into: Place) => void,
  drop: (u: number, v: number) => number,
): { lattice: Lattice; heights: Float64Array } {
  const { toLattice, width, height } = shape;
  const fromLattice = invert(toLattice);
  const [g, h, k, l, m, n] = fromLattice;
  const values = new Float32Array(width * height);
  const heights = new Float64Array(width * height);
  const isClosed = new Uint8Array(width * height).fill(1);
  const field = ground.fieldAt(tile.level);
  const place = { x: 0, y: 0, sea: 0 };
  const last = quantisedMaximum - borderMargin;
  for (let r = 0; r < height; r++) {
    for (let c = 0; c < width; c++) {
      const x = g * c + h * r + k;
      const y = l * c + m * r + n;
      if (x < borderMargin || y < borderMargin || x > last || y > last) continue;
      const i = r * width + c;
      const u = x / quantisedMaximum;
      const v = y / quantisedMaximum;
      placeAt(u, v, place);
      const ground = heightOf(field, place);
      isClosed[i] = 0;
      heights[i] = ground;
      values[i] = ground - drop(u, v);
    }
  }
  const side = tileMetres(tile.level) / quantisedMaximum;
  const { lat } = tilePoint(tile, 0.5, 0.5);
  const unit: [number, number] = [side * Math.cos((lat * Math.PI) / 180), side];
  return { lattice: { width, height, values, isClosed, toLattice, fromLattice, unit }, heights };
}

/** How far the ellipsoid falls below the plane that touches it in the middle of the tile, metres, at (u, v). */
function createDrop(tile: Tile): (u: number, v: number) => number {
  const metres = tileMetres(tile.level);
  const middle = (tilePoint(tile, 0.5, 0.5).lat * Math.PI) / 180;
  const size = (tileDegrees(tile.level) * Math.PI) / 180;
  const [cosine, sine] = [Math.cos(middle), Math.sin(middle)];
  return (u, v) => {
    const east = (u - 0.5) * metres * (cosine - sine * (v - 0.5) * size);
    const north = (v - 0.5) * metres;
    return (east * east + north * north) / (2 * earthRadius);
  };
}

function meshByError(ground: Ground, tile: Tile): TileMesh {
  const placeAt = placeTile(ground, tile);
  const drop = createDrop(tile);
  const leaf = ground.leafLayer(tile);
  const points = ground.listLayers(tile).length > 0 ? latticePoints : seaLatticePoints;
  const shape = leaf ? cellLattice(leaf, tile.level, placeAt) : evenLattice(points);
  const { lattice, heights: latticeHeights } = sampleLattice(ground, tile, shape, placeAt, drop);
  const border: TileBorder = makeBorder(ground, tile, drop);
  const { vertexCount, x, y, origin, triangles } = triangulate(lattice, border, ground.errorOf(tile));
  const heights = new Float64Array(vertexCount);
  for (let i = 0; i < vertexCount; i++) {
    const from = origin[i] as number;
    heights[i] = (from < 0 ? border.heights[-1 - from] : latticeHeights[from]) as number;
  }
  const mesh = finish(ground, tile, triangles, x, y, heights, (i) => {
    const from = origin[i] as number;
    if (from < 0) return border.places[-1 - from] as Place;
    const place = { x: 0, y: 0, sea: 0 };
    placeAt((x[i] as number) / quantisedMaximum, (y[i] as number) / quantisedMaximum, place);
    return place;
  });
  return tile.level < firstCreaseLevel ? mesh : splitCreases(mesh, tilePoint(tile, 0.5, 0.5), lattice.unit);
}

export const meshTile = (ground: Ground, tile: Tile): TileMesh =>
  tile.level <= lastGridLevel ? meshGrid(ground, tile) : meshByError(ground, tile);
