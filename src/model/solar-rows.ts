/** Buildings and districts with sun on their roofs as rows of tables. */
import type { SolarBuilding, SolarDistrict } from './solar-town.ts';

export type SolarColumn = 'name' | 'irradiation' | 'panels' | 'yearly';
export type DistrictColumn = 'name' | 'easy' | 'panels' | 'yearly';

interface Order<C extends string> {
  readonly column: C;
  readonly isRising: boolean;
}

const compareNames = new Intl.Collator('nl', { numeric: true }).compare;

/** Names are asked for once each, as they cost more than comparing. */
export function sortSolar(
  buildings: readonly SolarBuilding[],
  { column, isRising }: Order<SolarColumn>,
  nameOf: (row: number) => string,
): SolarBuilding[] {
  const sign = isRising ? 1 : -1;
  if (column !== 'name') return [...buildings].sort((a, b) => sign * (a[column] - b[column]) || a.row - b.row);
  return buildings
    .map((building) => ({ building, name: nameOf(building.row) }))
    .sort((a, b) => sign * compareNames(a.name, b.name))
    .map(({ building }) => building);
}

const figures: Record<Exclude<DistrictColumn, 'name'>, (row: SolarDistrict) => number> = {
  easy: ({ easy }) => easy.buildings,
  panels: ({ easy }) => easy.panels,
  yearly: ({ easy }) => easy.yearly,
};

export function sortDistricts(
  rows: readonly SolarDistrict[],
  { column, isRising }: Order<DistrictColumn>,
  nameOf: (district: number) => string,
): SolarDistrict[] {
  const sign = isRising ? 1 : -1;
  return [...rows].sort((a, b) =>
    column === 'name'
      ? sign * compareNames(nameOf(a.district), nameOf(b.district))
      : sign * (figures[column](a) - figures[column](b)),
  );
}
