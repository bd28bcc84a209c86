import type { AddressIndex } from './city-index.ts';
import { type Groups, groupRows, rowsOf } from './group-rows.ts';

export interface BuildingAddress {
  readonly street: string;
  readonly number: string;
  readonly postcode: string;
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
    }))
    .sort((a, b) => a.street.localeCompare(b.street, 'nl') || compareNumbers(a.number, b.number));
}
