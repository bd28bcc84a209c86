/** Buildings with water at their façade as rows of a table, and roads and addresses as lists by street. */

import { NO_CLASS } from './building-marks.ts';
import { type BuildingWaterClass, buildingWaterClasses } from './building-water.ts';
import type { AddressIndex } from './city-index.ts';
import type { FloodEffects, Reach } from './flood-effects.ts';
import { NEVER } from './flood-run.ts';

export interface WaterAtFacade {
  /** m. */
  readonly depth: number;
  /** Minutes; undefined where the run knows none. */
  readonly arrival: number | undefined;
  readonly duration: number | undefined;
  readonly waterClass: BuildingWaterClass;
}

export interface WetBuilding extends WaterAtFacade {
  /** Of the table of buildings. */
  readonly row: number;
  readonly name: string;
}

export type Column = 'name' | 'depth' | 'arrival';

/** Of a row of the table of buildings; undefined where nothing was computed for it. */
export function readWaterAtFacade(
  { buildings }: Pick<FloodEffects, 'buildings'>,
  row: number,
): WaterAtFacade | undefined {
  const { classes, depth, arrival, duration } = buildings;
  const value = classes[row];
  if (value === undefined || value === NO_CLASS) return undefined;
  const minutes = (time: number | undefined) => (time === NEVER ? undefined : time);
  return {
    depth: depth[row] as number,
    arrival: minutes(arrival[row]),
    duration: minutes(duration[row]),
    waterClass: buildingWaterClasses[value] as BuildingWaterClass,
  };
}

export function listWetBuildings({ buildings }: FloodEffects, nameOf: (row: number) => string): WetBuilding[] {
  const wet: WetBuilding[] = [];
  for (const row of buildings.classes.keys()) {
    const water = readWaterAtFacade({ buildings }, row);
    if (water && water.waterClass !== 'dry') wet.push({ row, name: nameOf(row), ...water });
  }
  return wet;
}

const compareNames = new Intl.Collator('nl', { numeric: true }).compare;

/** Which comes first: names from a, soonest first, deepest first. What is not known comes last. */
const orders: Record<Column, (a: WetBuilding, b: WetBuilding) => number> = {
  name: (a, b) => compareNames(a.name, b.name),
  depth: (a, b) => b.depth - a.depth,
  arrival: (a, b) => (a.arrival ?? Number.POSITIVE_INFINITY) - (b.arrival ?? Number.POSITIVE_INFINITY),
};

export const sortWet = (rows: readonly WetBuilding[], column: Column): WetBuilding[] => [...rows].sort(orders[column]);

const plain = (text: string) => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');

export function filterWet(
  rows: readonly WetBuilding[],
  { text, only }: { readonly text: string; readonly only?: BuildingWaterClass },
): readonly WetBuilding[] {
  const wanted = plain(text.trim());
  return rows.filter(
    ({ name, waterClass }) => (only === undefined || waterClass === only) && plain(name).includes(wanted),
  );
}

export interface CutStreet {
  readonly name: string;
  readonly count: number;
  /** s, at least. */
  readonly longest: number;
  /** Of the address that is cut off longest. */
  readonly x: number;
  readonly y: number;
}

/** Addresses that were cut off, by street, the streets with most of them first. */
export function listCutStreets({ rows, seconds }: Reach, index: AddressIndex): CutStreet[] {
  const found = new Map<number, CutStreet>();
  // The longest comes first, so that it gives the place.
  for (const row of rows) {
    const street = index.street[row] as number;
    const known = found.get(street);
    found.set(street, {
      name: index.streets[street] as string,
      count: (known?.count ?? 0) + 1,
      longest: known?.longest ?? (seconds[row] as number),
      x: known?.x ?? (index.x[row] as number),
      y: known?.y ?? (index.y[row] as number),
    });
  }
  return [...found.values()].sort((a, b) => b.count - a.count || compareNames(a.name, b.name));
}
