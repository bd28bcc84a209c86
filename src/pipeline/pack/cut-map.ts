/**
 * A part of the map: all its detail within the extent, and around it the wide pyramid as far as a view from above needs it.
 * Both stay whole within their rectangle, so that no tile is asked for that is not there.
 */
import type { RdExtent } from '../../model/grid.ts';
import type { MapDataset } from '../../model/municipality.ts';
import { lonLatToSquare } from '../map/map-frame.ts';
import { degreesAround, meet, meets } from './extent.ts';

/** Tiles of 3 km, 6 m a pixel. */
const WIDE_LEVEL = 13;

interface MapCut {
  readonly map: MapDataset;
  isKept(path: string): boolean;
}

const isWithin = (inner: RdExtent, outer: RdExtent) =>
  inner[0] >= outer[0] && inner[1] >= outer[1] && inner[2] <= outer[2] && inner[3] <= outer[3];

/** As `{z}/{x}/{y}` rows count, from the north. */
function touches([west, south, east, north]: RdExtent, level: number, x: number, y: number): boolean {
  const count = 2 ** level;
  const [x0, y0] = lonLatToSquare(west, north).map((part) => Math.floor(part * count)) as [number, number];
  const [x1, y1] = lonLatToSquare(east, south).map((part) => Math.floor(part * count)) as [number, number];
  return x >= x0 && x <= x1 && y >= y0 && y <= y1;
}

function toPattern(url: string): RegExp {
  const parts = url.split(/\{([xyz])\}/);
  const text = parts.map((part, i) => (i % 2 ? `(?<${part}>\\d+)` : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')));
  return new RegExp(`^${text.join('')}$`);
}

export function cutMap(map: MapDataset, extent: RdExtent): MapCut {
  const { url, rectangle, maximumLevel } = map;
  if (url === undefined || !rectangle || maximumLevel === undefined) return { map, isKept: () => true };
  const degrees = degreesAround(extent);
  const whole = map.detail ?? { maximumLevel, rectangle };
  if (!meets(degrees, whole.rectangle)) return { map, isKept: () => true };
  const detail = { maximumLevel: whole.maximumLevel, rectangle: meet(degrees, whole.rectangle) };
  // Where the extent reaches beyond the detail, the wide map is all there is.
  const wide = isWithin(degrees, whole.rectangle) ? Math.min(WIDE_LEVEL, maximumLevel) : maximumLevel;
  const pattern = toPattern(url);
  return {
    map: { ...map, maximumLevel: wide, detail },
    isKept(path) {
      const found = pattern.exec(path)?.groups;
      if (!found) return true;
      const [level, x, y] = [Number(found['z']), Number(found['x']), Number(found['y'])];
      return (
        (level <= wide && touches(rectangle, level, x, y)) ||
        (level <= detail.maximumLevel && touches(detail.rectangle, level, x, y))
      );
    },
  };
}
