/** The ground as the mesher sees it: layers of heights in RD, halved for coarser levels, above sea level. */
import { createGrid, gridExtent, type HeightGrid, type RdExtent } from '../../model/grid.ts';
import { type LonLat, lonLatToRd, rdToLonLat } from '../../model/rd.ts';
import { isInTable } from './geoid.ts';
import { leafLevel, levelError, type Tile, tileDegrees, tilePoint } from './tiling.ts';

/** Plain data, so that threads can receive it. */
export interface GroundLayer {
  /** The layer and its halvings, until less than two cells remain. */
  readonly halvings: readonly HeightGrid[];
  /** Outer sides of the first of them. */
  readonly extent: RdExtent;
  /** The level at which every cell counts. */
  readonly leafLevel: number;
  /** How far the mesh of that level may be off, metres. */
  readonly leafError: number;
}

/** Bar: 0.10 m. What is left goes to quantisation, to the border of tiles and to what lies between source cells. */
const dataError = 0.05;
const surroundError = 0.25;

function halve({ west, south, cellSize, width, height, values }: HeightGrid): HeightGrid {
  const half = createGrid(west, south, 2 * cellSize, (width + 1) >> 1, (height + 1) >> 1);
  for (let r = 0; r < half.height; r++) {
    const near = 2 * r * width;
    const far = Math.min(2 * r + 1, height - 1) * width;
    for (let c = 0; c < half.width; c++) {
      const a = 2 * c;
      const b = Math.min(a + 1, width - 1);
      half.values[r * half.width + c] =
        ((values[near + a] as number) +
          (values[near + b] as number) +
          (values[far + a] as number) +
          (values[far + b] as number)) /
        4;
    }
  }
  return half;
}

/** Layers without holes, the finest first, the last one being the surround that fades to sea level. */
export function toGroundLayers(layers: readonly HeightGrid[]): GroundLayer[] {
  return layers.map((layer, i) => {
    const halvings = [layer];
    for (let last = layer; last.width > 1 && last.height > 1; halvings.push(last)) last = halve(last);
    return {
      halvings,
      extent: gridExtent(layer),
      leafLevel: leafLevel(layer.cellSize),
      leafError: i === layers.length - 1 ? surroundError : dataError,
    };
  });
}

/** Metres NAP in RD, zero outside all layers. */
export interface Field {
  heightAt(x: number, y: number): number;
  /** Side of the cells that decide the height there. */
  cellAt(x: number, y: number): number;
}

export interface Ground {
  readonly layers: readonly GroundLayer[];
  /** West, south, east, north of each layer in degrees. */
  readonly degrees: readonly RdExtent[];
  /** The heights that a level shows. */
  fieldAt(level: number): Field;
  /** Layers that a tile touches, finest first. */
  listLayers(tile: Tile): GroundLayer[];
  /** The layer whose every cell a tile shows because no finer one covers it, the finest of several. */
  leafLayer(tile: Tile): GroundLayer | undefined;
  /** How far the mesh of a tile may be off, metres. */
  errorOf(tile: Tile): number;
  /** RD metres; undefined so far from all layers that heights are zero for certain. */
  toRd(at: LonLat, slackDegrees: number): { x: number; y: number } | undefined;
}

function createField(grids: readonly HeightGrid[], extents: readonly RdExtent[]): Field {
  const bounds = Float64Array.from(extents.flat());
  function find(x: number, y: number): HeightGrid | undefined {
    for (let i = 0, k = 0; i < grids.length; i++, k += 4) {
      const isEast = x >= (bounds[k] as number) && x <= (bounds[k + 2] as number);
      if (isEast && y >= (bounds[k + 1] as number) && y <= (bounds[k + 3] as number)) return grids[i];
    }
    return undefined;
  }
  return {
    heightAt(x, y) {
      const grid = find(x, y);
      if (!grid) return 0;
      const { west, south, cellSize, width, height, values } = grid;
      const column = Math.min(Math.max((x - west) / cellSize - 0.5, 0), width - 1);
      const row = Math.min(Math.max((y - south) / cellSize - 0.5, 0), height - 1);
      const c0 = Math.floor(column);
      const r0 = Math.floor(row);
      const c1 = c0 + 1 < width ? c0 + 1 : c0;
      const near = r0 * width;
      const far = r0 + 1 < height ? near + width : near;
      const fx = column - c0;
      const a = values[near + c0] as number;
      const b = values[far + c0] as number;
      const south0 = a + ((values[near + c1] as number) - a) * fx;
      const north0 = b + ((values[far + c1] as number) - b) * fx;
      return south0 + (north0 - south0) * (row - r0);
    },
    cellAt: (x, y) => find(x, y)?.cellSize ?? Number.POSITIVE_INFINITY,
  };
}

/** Longitudes and latitudes that enclose an RD extent, with a margin for its curved sides. */
function degreesAround([west, south, east, north]: RdExtent): RdExtent {
  const corners = [
    rdToLonLat({ x: west, y: south }),
    rdToLonLat({ x: east, y: south }),
    rdToLonLat({ x: west, y: north }),
    rdToLonLat({ x: east, y: north }),
  ];
  const lons = corners.map(({ lon }) => lon);
  const lats = corners.map(({ lat }) => lat);
  const margin = 0.001;
  return [
    Math.min(...lons) - margin,
    Math.min(...lats) - margin,
    Math.max(...lons) + margin,
    Math.max(...lats) + margin,
  ];
}

const overlaps = (a: RdExtent, b: RdExtent) => a[0] <= b[2] && a[2] >= b[0] && a[1] <= b[3] && a[3] >= b[1];
const encloses = (a: RdExtent, b: RdExtent) => a[0] <= b[0] && a[1] <= b[1] && a[2] >= b[2] && a[3] >= b[3];

/** Throws OutsideNetherlandsError when a layer reaches outside RD New. */
export function createGround(layers: readonly GroundLayer[]): Ground {
  const extents = layers.map(({ extent }) => extent);
  const degrees = extents.map(degreesAround);
  const fields = new Map<number, Field>();

  const tileExtent = (tile: Tile): RdExtent => {
    const { lon, lat } = tilePoint(tile, 0, 0);
    const size = tileDegrees(tile.level);
    return [lon, lat, lon + size, lat + size];
  };
  const listIndices = (tile: Tile) => {
    const around = tileExtent(tile);
    return layers.map((_, i) => i).filter((i) => overlaps(degrees[i] as RdExtent, around));
  };
  /** Whether every cell of a tile comes from finer layers than layer `i`. */
  const isCovered = (tile: Tile, i: number) => {
    const corners = [0, 1].flatMap((u) => [0, 1].map((v) => tilePoint(tile, u, v)));
    const points = corners.map((corner) => ground.toRd(corner, 0));
    const xs = points.map((point) => point?.x ?? Number.NaN);
    const ys = points.map((point) => point?.y ?? Number.NaN);
    const around: RdExtent = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
    return extents.slice(0, i).some((extent) => encloses(extent, around));
  };

  const ground: Ground = {
    layers,
    degrees,
    fieldAt(level) {
      const known = fields.get(level);
      if (known) return known;
      const grids = layers.map(
        ({ halvings, leafLevel }) =>
          halvings[Math.min(Math.max(leafLevel - level, 0), halvings.length - 1)] as HeightGrid,
      );
      const field = createField(grids, extents);
      fields.set(level, field);
      return field;
    },
    listLayers: (tile) => listIndices(tile).map((i) => layers[i] as GroundLayer),
    leafLayer(tile) {
      const leaf = listIndices(tile).find((i) => (layers[i]?.leafLevel ?? 0) <= tile.level && !isCovered(tile, i));
      return leaf === undefined ? undefined : layers[leaf];
    },
    errorOf(tile) {
      return Math.min(levelError(tile.level), ground.leafLayer(tile)?.leafError ?? Number.POSITIVE_INFINITY);
    },
    toRd(at, slackDegrees) {
      const isNear = degrees.some(
        ([west, south, east, north]) =>
          at.lon >= west - slackDegrees &&
          at.lat >= south - slackDegrees &&
          at.lon <= east + slackDegrees &&
          at.lat <= north + slackDegrees,
      );
      return isNear && isInTable(at) ? lonLatToRd(at) : undefined;
    },
  };
  return ground;
}
