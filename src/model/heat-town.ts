/** Heat of homes as people ask for it: per building and district, by class, sorted and filtered. */
import type { BuildingTable } from './city-index.ts';
import {
  classifyHeat,
  type HeatBasis,
  type HeatClass,
  type HeatDemand,
  type HeatFilter,
  type HeatSettings,
  heatBases,
  heatClasses,
} from './heat.ts';
import { type Protection, protections } from './solar.ts';

export interface HeatBuilding {
  /** Of the table of buildings. */
  readonly row: number;
  readonly heatClass: HeatClass;
  /** kWh per m² of floor a year, and what the Standaard is there. */
  readonly demand: number;
  readonly standard: number;
  /** Demand over Standaard. */
  readonly ratio: number;
  /** kWh a year of the whole building. */
  readonly energy: number;
  readonly floorArea: number;
  readonly homes: number;
  readonly year: number;
  readonly basis: HeatBasis;
  readonly protection: Protection;
  /** Row in the table's districts, −1 where unknown. */
  readonly district: number;
}

/** Those of which something is known. */
export function listHeatBuildings(demand: HeatDemand, table: BuildingTable, settings: HeatSettings): HeatBuilding[] {
  const buildings: HeatBuilding[] = [];
  for (const [row, need] of demand.demand.entries()) {
    if (Number.isNaN(need)) continue;
    const standard = demand.standard[row] as number;
    const floorArea = demand.floorArea[row] as number;
    const ratio = need / standard;
    buildings.push({
      row,
      heatClass: classifyHeat(ratio, settings),
      demand: need,
      standard,
      ratio,
      energy: need * floorArea,
      floorArea,
      homes: demand.homes[row] as number,
      year: table.year[row] as number,
      basis: heatBases[demand.basis[row] as number] as HeatBasis,
      protection: protections[table.protection?.[row] ?? 0] as Protection,
      district: table.district?.[row] ?? -1,
    });
  }
  return buildings;
}

/** Row of `heatClasses` per row of the table; `none` where nothing was computed. */
export function classRows(buildings: readonly HeatBuilding[], count: number, none: number): Uint8Array {
  const rows = new Uint8Array(count).fill(none);
  for (const { row, heatClass } of buildings) rows[row] = heatClasses.indexOf(heatClass);
  return rows;
}

/** No building has this row: of a district that the table does not know. */
const NOWHERE = -2;

/** `districts`: of the table. `hasClass`: by class too; without it everything that is asked about. */
export function selectHeat(
  buildings: readonly HeatBuilding[],
  { classes, district, withoutMonuments }: HeatFilter,
  districts: readonly string[],
  hasClass: boolean,
): HeatBuilding[] {
  const row = district === undefined || district === '' ? -1 : districts.indexOf(district);
  const wanted = row < 0 && district !== '' ? NOWHERE : row;
  return buildings.filter(
    (building) =>
      (district === undefined || building.district === wanted) &&
      (!withoutMonuments || building.protection !== 'monument') &&
      (!hasClass || classes.includes(building.heatClass)),
  );
}

export interface HeatSum {
  readonly buildings: number;
  readonly homes: number;
  readonly floorArea: number;
  /** kWh a year. */
  readonly energy: number;
  /** Homes by class. */
  readonly byClass: Readonly<Record<HeatClass, number>>;
}

export function sumHeat(buildings: readonly HeatBuilding[]): HeatSum {
  const byClass: Record<HeatClass, number> = { ready: 0, near: 0, step: 0, far: 0 };
  let [homes, floorArea, energy] = [0, 0, 0];
  for (const building of buildings) {
    homes += building.homes;
    floorArea += building.floorArea;
    energy += building.energy;
    byClass[building.heatClass] += building.homes;
  }
  return { buildings: buildings.length, homes, floorArea, energy, byClass };
}

export interface HeatDistrict extends HeatSum {
  readonly district: number;
  /** Share of homes that are `ready` or `near`. */
  readonly first: number;
  /** kWh per m² of floor. */
  readonly mean: number;
}

export function groupHeat(buildings: readonly HeatBuilding[]): HeatDistrict[] {
  const groups = new Map<number, HeatBuilding[]>();
  for (const building of buildings) {
    const own = groups.get(building.district);
    if (own) own.push(building);
    else groups.set(building.district, [building]);
  }
  return [...groups].map(([district, own]) => {
    const sum = sumHeat(own);
    return {
      district,
      ...sum,
      first: (sum.byClass.ready + sum.byClass.near) / sum.homes,
      mean: sum.energy / sum.floorArea,
    };
  });
}

export type HeatColumn = 'name' | 'demand' | 'ratio' | 'homes';
export type HeatDistrictColumn = 'name' | 'first' | 'mean' | 'energy';
interface Order<C extends string> {
  readonly column: C;
  readonly isRising: boolean;
}

const compareNames = new Intl.Collator('nl', { numeric: true }).compare;

/** Names are asked for once each, as they cost more than comparing. */
function sortBy<T, C extends string>(
  rows: readonly T[],
  { column, isRising }: Order<C | 'name'>,
  figureOf: (row: T, column: C) => number,
  nameOf: (row: T) => string,
): T[] {
  const sign = isRising ? 1 : -1;
  if (column !== 'name') return [...rows].sort((a, b) => sign * (figureOf(a, column) - figureOf(b, column)));
  return rows
    .map((row) => ({ row, name: nameOf(row) }))
    .sort((a, b) => sign * compareNames(a.name, b.name))
    .map(({ row }) => row);
}

export const sortHeat = (
  buildings: readonly HeatBuilding[],
  order: Order<HeatColumn>,
  nameOf: (row: number) => string,
): HeatBuilding[] =>
  sortBy<HeatBuilding, Exclude<HeatColumn, 'name'>>(
    buildings,
    order,
    (building, column) => building[column],
    ({ row }) => nameOf(row),
  );

export const sortHeatDistricts = (
  rows: readonly HeatDistrict[],
  order: Order<HeatDistrictColumn>,
  nameOf: (district: number) => string,
): HeatDistrict[] =>
  sortBy<HeatDistrict, Exclude<HeatDistrictColumn, 'name'>>(
    rows,
    order,
    (row, column) => row[column],
    ({ district }) => nameOf(district),
  );
