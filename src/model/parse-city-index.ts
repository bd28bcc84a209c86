/** Checks what the pipeline wrote, once, at the edge. Errors name the file, the column and what is wrong. */
import * as z from 'zod/mini';
import type { AddressIndex, BuildingTable, StreetIndex } from './city-index.ts';
import { InputError } from './input-error.ts';
import { checkLengths, readChecked } from './read-checked.ts';
import { protections } from './solar.ts';

const numbers = z.array(z.number());
const texts = z.array(z.string());
const perhaps = z.array(z.nullable(z.number()));

const addressIndex = z.object({
  streets: texts,
  postcodes: texts,
  street: numbers,
  number: texts,
  postcode: numbers,
  x: numbers,
  y: numbers,
  building: numbers,
});

const streetIndex = z.object({
  streets: z.array(
    z.object({
      name: z.string(),
      lines: z.array(numbers),
      labels: z.array(z.tuple([z.number(), z.number(), z.number(), z.number()])),
    }),
  ),
});

const buildingTable = z.object({
  id: texts,
  x: numbers,
  y: numbers,
  ground: perhaps,
  roof: perhaps,
  year: perhaps,
  area: perhaps,
  districts: z.optional(texts),
  district: z.optional(numbers),
  uses: z.optional(texts),
  use: z.optional(numbers),
  energyLabels: z.optional(texts),
  energyLabel: z.optional(numbers),
  protection: z.optional(numbers),
  homes: z.optional(perhaps),
  floors: z.optional(perhaps),
  floorArea: z.optional(perhaps),
  volume: z.optional(perhaps),
  outerWall: z.optional(perhaps),
  sharedWall: z.optional(perhaps),
  flatRoof: z.optional(perhaps),
  slopedRoof: z.optional(perhaps),
});

function checkRange(values: readonly number[], low: number, count: number, what: string): void {
  const row = values.findIndex((value) => !Number.isInteger(value) || value < low || value >= count);
  if (row >= 0)
    throw new InputError(`${what}[${row}] is ${values[row]}, expected a whole number from ${low} below ${count}`);
}

/** Throws {@link InputError}. */
export function parseAddressIndex(json: unknown, file: string): AddressIndex {
  const index = readChecked(addressIndex.safeParse(json), file);
  const { streets, postcodes, ...columns } = index;
  checkLengths(columns, index.street.length, file);
  checkRange(index.street, 0, streets.length, `${file}: street`);
  checkRange(index.postcode, 0, postcodes.length, `${file}: postcode`);
  checkRange(index.building, -1, Infinity, `${file}: building`);
  return index;
}

/** Throws {@link InputError}. */
export function parseStreetIndex(json: unknown, file: string): StreetIndex {
  return readChecked(streetIndex.safeParse(json), file);
}

/** Throws {@link InputError}. */
export function parseBuildingTable(json: unknown, file: string): BuildingTable {
  const table = readChecked(buildingTable.safeParse(json), file);
  const { districts = [], uses = [], energyLabels = [], ...columns } = table;
  checkLengths(columns, table.id.length, file);
  checkRange(table.district ?? [], -1, districts.length, `${file}: district`);
  checkRange(table.use ?? [], -1, uses.length, `${file}: use`);
  checkRange(table.energyLabel ?? [], -1, energyLabels.length, `${file}: energyLabel`);
  checkRange(table.protection ?? [], 0, protections.length, `${file}: protection`);
  return table;
}
