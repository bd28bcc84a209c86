/** Addresses (GeoJSON, as the BAG gives them) → `addresses.json`, the search index. */
import { writeFile } from 'node:fs/promises';
import type { AddressIndex } from '../model/city-index.ts';
import { type GeoFeature, listPoints, textOf } from '../model/geojson.ts';
import { InputError } from '../model/input-error.ts';
import { readGeoJson } from './geojson.ts';
import { registerNumber } from './register-number.ts';
import { writeBeside } from './write-beside.ts';

/** First match wins: BAG extract, BAG over WFS, national address file. */
const properties = {
  street: ['openbareruimtenaam', 'openbareruimte', 'straatnaam', 'straat'],
  number: ['huisnummer'],
  letter: ['huisletter'],
  addition: ['huisnummertoevoeging', 'toevoeging'],
  postcode: ['postcode'],
  building: ['pand', 'pandidentificatie', 'pandid'],
};

interface Address {
  readonly street: string;
  readonly number: string;
  readonly postcode: string;
  readonly x: number;
  readonly y: number;
  readonly building: number;
}

export interface AddressesReport {
  readonly addresses: number;
  /** Addresses whose building is not in the building table. */
  readonly withoutBuilding: number;
}

function toAddress(feature: GeoFeature, rowOf: (building: string) => number): Address {
  const street = textOf(feature, ...properties.street);
  const number = textOf(feature, ...properties.number);
  if (street === undefined) throw new InputError(`${feature.where}: openbare_ruimte_naam (the street) is missing.`);
  if (number === undefined) throw new InputError(`${feature.where}: huisnummer is missing.`);
  const [point] = listPoints(feature);
  if (!point) throw new InputError(`${feature.where}: the address has no point.`);
  const addition = textOf(feature, ...properties.addition);
  const building = textOf(feature, ...properties.building);
  return {
    street,
    number: `${number}${textOf(feature, ...properties.letter)?.toLowerCase() ?? ''}${addition ? `-${addition}` : ''}`,
    postcode: (textOf(feature, ...properties.postcode) ?? '').replaceAll(' ', '').toUpperCase(),
    x: Number(point[0].toFixed(1)),
    y: Number(point[1].toFixed(1)),
    building: building === undefined ? -1 : rowOf(building),
  };
}

/** A list of different texts in order, and the place of each. */
function listTexts(texts: Iterable<string>): { list: string[]; indexOf: ReadonlyMap<string, number> } {
  const list = [...new Set(texts)].sort((a, b) => a.localeCompare(b, 'nl'));
  return { list, indexOf: new Map(list.map((text, i) => [text, i])) };
}

const compareNumbers = new Intl.Collator('nl', { numeric: true }).compare;

/**
 * Writes the index, by street and number, to the file `output`. `buildings` are the ids of the building table's rows.
 * Throws InputError naming file, feature and field.
 */
export async function makeAddresses(
  files: readonly string[],
  output: string,
  buildings: readonly string[],
): Promise<AddressesReport> {
  const rows = new Map<string, number>();
  buildings.forEach((id, row) => {
    const key = registerNumber(id);
    if (!rows.has(key)) rows.set(key, row);
  });
  const addresses: Address[] = [];
  for (const file of files) {
    for (const feature of await readGeoJson(file)) {
      addresses.push(toAddress(feature, (building) => rows.get(registerNumber(building)) ?? -1));
    }
  }
  const streets = listTexts(addresses.map(({ street }) => street));
  const postcodes = listTexts(addresses.map(({ postcode }) => postcode));
  const streetOf = ({ street }: Address) => streets.indexOf.get(street) as number;
  addresses.sort((a, b) => streetOf(a) - streetOf(b) || compareNumbers(a.number, b.number));
  const index: AddressIndex = {
    streets: streets.list,
    postcodes: postcodes.list,
    street: addresses.map(streetOf),
    number: addresses.map(({ number }) => number),
    postcode: addresses.map(({ postcode }) => postcodes.indexOf.get(postcode) as number),
    x: addresses.map(({ x }) => x),
    y: addresses.map(({ y }) => y),
    building: addresses.map(({ building }) => building),
  };
  await writeBeside(output, 'file', (path) => writeFile(path, JSON.stringify(index)));
  return {
    addresses: addresses.length,
    withoutBuilding: addresses.filter(({ building }) => building < 0).length,
  };
}
