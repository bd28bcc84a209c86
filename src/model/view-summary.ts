/**
 * The text and table twin of a view: what the ground polygon that the camera sees holds, from the indexes and without
 * WebGL. A building is in view when the centre of its footprint lies in the polygon; what stands in front is not looked at.
 */
import type { AddressIndex, BuildingTable, StreetIndex } from './city-index.ts';
import { isInPolygon, polygonArea } from './polygon.ts';

interface ViewBuilding {
  /** Row in the building table. */
  readonly row: number;
  /** Metres from the middle of the view, on the ground. */
  readonly distance: number;
}

interface NearStreet {
  readonly name: string;
  /** Metres from the middle of the view to the nearest point of its centre line. */
  readonly distance: number;
}

export interface ViewSummary {
  /** m² of ground in the polygon. */
  readonly area: number;
  /** All buildings in view, nearest to the middle first. */
  readonly buildings: readonly ViewBuilding[];
  /** Addresses in view; undefined while the index has not come. */
  readonly addresses: number | undefined;
  /** Nearest three streets; undefined while the index has not come. */
  readonly streets: readonly NearStreet[] | undefined;
  /** Row and height of the tallest building, where any height is known. */
  readonly tallest: { readonly row: number; readonly height: number } | undefined;
  /** Years of the oldest and newest building, where any is known. */
  readonly years: { readonly oldest: number; readonly newest: number } | undefined;
}

export interface LinePoint {
  readonly x: number;
  readonly y: number;
  readonly distance: number;
}

/** Nearest point on a polyline of flat x, y pairs. */
export function nearestOnLine(line: readonly number[], x: number, y: number): LinePoint {
  let best: LinePoint = { x: Number.NaN, y: Number.NaN, distance: Infinity };
  for (let i = 0; i + 1 < line.length; i += 2) {
    const [ax, ay] = [line[i] as number, line[i + 1] as number];
    const [bx, by] = [line[i + 2] ?? ax, line[i + 3] ?? ay];
    const lengthSquared = (bx - ax) ** 2 + (by - ay) ** 2;
    const t =
      lengthSquared === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / lengthSquared));
    const [px, py] = [ax + t * (bx - ax), ay + t * (by - ay)];
    const distance = Math.hypot(px - x, py - y);
    if (distance < best.distance) best = { x: px, y: py, distance };
  }
  return best;
}

/** Where on a street one can stand nearest to a point; undefined without streets. */
export function nearestStreetPoint(
  index: StreetIndex,
  x: number,
  y: number,
): (LinePoint & { name: string }) | undefined {
  let best: (LinePoint & { name: string }) | undefined;
  for (const { name, lines } of index.streets) {
    for (const line of lines) {
      const point = nearestOnLine(line, x, y);
      if (!best || point.distance < best.distance) best = { name, ...point };
    }
  }
  return best;
}

/** Metres from ground to highest roof; null where either is unknown. */
export function buildingHeight(table: BuildingTable, row: number): number | null {
  const [ground, roof] = [table.ground[row] ?? null, table.roof[row] ?? null];
  return ground === null || roof === null ? null : roof - ground;
}

function nearestStreets(index: StreetIndex, x: number, y: number, count: number): NearStreet[] {
  return index.streets
    .map(({ name, lines }) => ({
      name,
      distance: Math.min(...lines.map((line) => nearestOnLine(line, x, y).distance)),
    }))
    .filter(({ distance }) => Number.isFinite(distance))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, count);
}

export interface ViewSources {
  readonly buildings: BuildingTable;
  readonly addresses: AddressIndex | undefined;
  readonly streets: StreetIndex | undefined;
}

/** `polygon` is flat x, y in RD New; `centre` the middle of the view, else the polygon's own middle is taken. */
export function summariseView(
  sources: ViewSources,
  polygon: readonly number[],
  centre: { readonly x: number; readonly y: number } | undefined,
): ViewSummary {
  const { buildings: table, addresses, streets } = sources;
  const middle = centre ?? meanPoint(polygon);
  const inView: ViewBuilding[] = [];
  let tallest: { row: number; height: number } | undefined;
  let years: { oldest: number; newest: number } | undefined;
  for (let row = 0; row < table.id.length; row++) {
    const [x, y] = [table.x[row] as number, table.y[row] as number];
    if (!isInPolygon(polygon, x, y)) continue;
    inView.push({ row, distance: Math.hypot(x - middle.x, y - middle.y) });
    const height = buildingHeight(table, row);
    if (height !== null && (!tallest || height > tallest.height)) tallest = { row, height };
    const year = table.year[row] ?? null;
    if (year !== null)
      years = { oldest: Math.min(year, years?.oldest ?? year), newest: Math.max(year, years?.newest ?? year) };
  }
  inView.sort((a, b) => a.distance - b.distance);
  return {
    area: polygonArea(polygon),
    buildings: inView,
    addresses: addresses && countInPolygon(polygon, addresses),
    streets: streets && nearestStreets(streets, middle.x, middle.y, 3),
    tallest,
    years,
  };
}

function meanPoint(polygon: readonly number[]): { x: number; y: number } {
  let [x, y] = [0, 0];
  for (let i = 0; i < polygon.length; i += 2) {
    x += polygon[i] as number;
    y += polygon[i + 1] as number;
  }
  const corners = polygon.length / 2;
  return { x: x / corners, y: y / corners };
}

function countInPolygon(polygon: readonly number[], { x, y }: AddressIndex): number {
  let count = 0;
  for (let row = 0; row < x.length; row++) {
    if (isInPolygon(polygon, x[row] as number, y[row] as number)) count++;
  }
  return count;
}
