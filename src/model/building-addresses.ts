import type { AddressIndex } from './city-index.ts';
import { type Groups, groupRows, rowsOf } from './group-rows.ts';

export interface BuildingAddress {
  readonly street: string;
  readonly number: string;
  readonly postcode: string;
  /** RD New metres. */
  readonly x: number;
  readonly y: number;
}

const groupsOfIndex = new WeakMap<AddressIndex, Groups>();
const compareNumbers = new Intl.Collator('nl', { numeric: true }).compare;

/** Addresses of a row of the building table, by street and number. The first call for an index reads it whole. */
export function listBuildingAddresses(index: AddressIndex, building: number): readonly BuildingAddress[] {
  let groups = groupsOfIndex.get(index);
  if (!groups) {
    const buildings = index.building.reduce((most, row) => Math.max(most, row + 1), 0);
    groups = groupRows(index.building, buildings);
    groupsOfIndex.set(index, groups);
  }
  if (building < 0 || building >= groups.start.length - 1) return [];
  return [...rowsOf(groups, building)]
    .map((row) => ({
      street: index.streets[index.street[row] as number] as string,
      number: index.number[row] as string,
      postcode: index.postcodes[index.postcode[row] as number] as string,
      x: index.x[row] as number,
      y: index.y[row] as number,
    }))
    .sort((a, b) => a.street.localeCompare(b.street, 'nl') || compareNumbers(a.number, b.number));
}

/** Metres between an address and where a link of other data says it is. */
const NEAR = 1;

/** The address with that number at a place, and its row in the building table (−1 where unknown). */
export function findAddressAt(
  { streets, street, number, x, y, building }: AddressIndex,
  place: { readonly x: number; readonly y: number; readonly number: string },
) {
  let [nearest, best] = [NEAR, -1];
  for (const [row, text] of number.entries()) {
    if (text !== place.number) continue;
    const distance = Math.hypot((x[row] as number) - place.x, (y[row] as number) - place.y);
    if (distance <= nearest) [nearest, best] = [distance, row];
  }
  if (best < 0) return undefined;
  return {
    street: streets[street[best] as number] as string,
    number: place.number,
    x: x[best] as number,
    y: y[best] as number,
    building: building[best] as number,
  };
}
