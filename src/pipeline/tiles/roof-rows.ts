/**
 * Which roof plane of `solar/roofs.json` a surface belongs to: what the step `solar` found, in the columns that the threads of
 * the tiles share.
 */
import type { SolarRoofs } from '../../model/solar.ts';
import { type BuildingIndex, hashText } from './building-index.ts';

/** Per roof plane: kWh/m² a year, and the row of its class. */
export interface SunColumns {
  readonly irradiation: Uint16Array;
  readonly suitability: Uint8Array;
}

export interface RoofRows extends SunColumns {
  /** Row of the table of buildings, by place in the index of the tiles; −1 for none. */
  readonly tableRow: Int32Array;
  /** Where the surfaces of a building begin, by row of the table, and end (those of the next). */
  readonly starts: Uint32Array;
  /** Number of a surface in its building, and the plane that it belongs to. */
  readonly surface: Uint32Array;
  readonly plane: Uint32Array;
}

const shared = (bytes: number) => new SharedArrayBuffer(bytes);

/** `ids` are those of the table of buildings, whose rows the roofs name. */
export function joinRoofRows(roofs: SolarRoofs, ids: readonly string[], index: BuildingIndex): RoofRows {
  const rowOf = new Map<number, number>();
  ids.forEach((id, row) => {
    const hash = hashText(id);
    if (!rowOf.has(hash)) rowOf.set(hash, row);
  });
  const tableRow = new Int32Array(shared(index.count * 4));
  for (let i = 0; i < index.count; i++) tableRow[i] = rowOf.get(index.idHash[i]) ?? -1;

  const planes = roofs.building.length;
  const { plane: alsoPlane = [], surface: alsoSurface = [] } = roofs.merged ?? {};
  const starts = new Uint32Array(shared((ids.length + 1) * 4));
  const count = (plane: number) => starts[(roofs.building[plane] as number) + 1]++;
  for (let plane = 0; plane < planes; plane++) count(plane);
  alsoPlane.forEach(count);
  for (let row = 0; row < ids.length; row++) starts[row + 1] += starts[row];
  const next = starts.slice();
  const total = planes + alsoPlane.length;
  const surface = new Uint32Array(shared(total * 4));
  const plane = new Uint32Array(shared(total * 4));
  const put = (row: number, number: number) => {
    const at = next[roofs.building[row] as number]++;
    surface[at] = number;
    plane[at] = row;
  };
  for (let row = 0; row < planes; row++) put(row, roofs.surface[row] as number);
  alsoPlane.forEach((row, i) => {
    put(row, alsoSurface[i] as number);
  });

  const irradiation = new Uint16Array(shared(planes * 2));
  irradiation.set(roofs.irradiation.map((value) => Math.max(0, Math.min(0xfffe, Math.round(value)))));
  const suitability = new Uint8Array(shared(planes));
  suitability.set(roofs.suitability);
  return { tableRow, starts, surface, plane, irradiation, suitability };
}

/** The plane of each of the building's surfaces at full detail, −1 where none; `building` counts in the index of the tiles. */
export function roofsOf(rows: RoofRows, building: number, surfaces: number): Int32Array {
  const found = new Int32Array(surfaces).fill(-1);
  const row = rows.tableRow[building];
  if (row < 0) return found;
  for (let i = rows.starts[row]; i < rows.starts[row + 1]; i++)
    if (rows.surface[i] < surfaces) found[rows.surface[i]] = rows.plane[i];
  return found;
}

/** The plane that a prism or box shows: the best one, of equals the sunniest; −1 without any. */
export function bestRoofOf(rows: RoofRows, building: number): number {
  const row = rows.tableRow[building];
  let best = -1;
  if (row < 0) return best;
  for (let i = rows.starts[row]; i < rows.starts[row + 1]; i++) {
    const plane = rows.plane[i];
    const isBetter =
      best < 0 ||
      rows.suitability[plane] < rows.suitability[best] ||
      (rows.suitability[plane] === rows.suitability[best] && rows.irradiation[plane] > rows.irradiation[best]);
    if (isBetter) best = plane;
  }
  return best;
}
