/** CityJSON → `buildings.json`: one row per building for the text twin, search and tables. */
import { writeFile } from 'node:fs/promises';
import {
  type AttributeNames,
  type Attributes,
  type AttributeValue,
  describeBuilding,
} from '../model/building-attributes.ts';
import type { Family } from '../model/city-families.ts';
import type { BuildingFacts, BuildingTable } from '../model/city-index.ts';
import type { CityFeature, CityHeader } from '../model/cityjson.ts';
import { type AddressFacts, readAddressFacts } from './building-table/address-facts.ts';
import { type Facts, readFacts, toColumns } from './building-table/facts.ts';
import { measureBuilding } from './building-table/measure.ts';
import { readFamilies, type SourceFrame } from './building-table/read-families.ts';
import { registerNumber } from './register-number.ts';
import { mergeAttributes } from './tiles/attributes.ts';
import { writeBeside } from './write-beside.ts';

type Form = Omit<BuildingTable, keyof BuildingFacts>;
type Row = { readonly [C in keyof Form]: Form[C][number] } & { readonly facts: Facts };

export interface TableOptions {
  /** What the municipality calls things. */
  readonly names?: AttributeNames;
  /** By the register's number of the building. */
  readonly addresses?: ReadonlyMap<string, AddressFacts>;
  readonly onProgress?: (share: number) => void;
}

/** Lists and objects say nothing here. */
function toPlain(attributes: Readonly<Record<string, unknown>>): Attributes {
  const plain: Record<string, AttributeValue> = {};
  for (const name in attributes) {
    const value = attributes[name];
    if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
      plain[name] = value;
    }
  }
  return plain;
}

const round = (value: number | null, digits: number) => (value === null ? null : Number(value.toFixed(digits)));

function describeRow(
  family: Family,
  feature: CityFeature,
  header: CityHeader,
  frame: SourceFrame,
  names: AttributeNames,
  addresses: ReadonlyMap<string, AddressFacts>,
): Row | undefined {
  const measured = measureBuilding(family, feature, header);
  if (!measured) return undefined;
  const { known } = describeBuilding(toPlain(mergeAttributes(family)), names);
  const numberOf = (...keys: string[]) => {
    for (const key of keys) {
      const value = known.find((attribute) => attribute.key === key)?.value;
      if (typeof value === 'number') return value;
    }
    return null;
  };
  const { x, y } = frame.toRd(measured.x, measured.y);
  return {
    id: family.id,
    x: Number(x.toFixed(1)),
    y: Number(y.toFixed(1)),
    ground: round(numberOf('ground') ?? measured.lowest, 2),
    roof: round(numberOf('roofTop', 'ridge') ?? measured.highest, 2),
    year: numberOf('year'),
    area: round(numberOf('footprint') ?? (frame.isMetric ? measured.area : null), 1),
    facts: readFacts(known, addresses.get(registerNumber(family.id))),
  };
}

/** Reads the rows of all files, one feature at a time. Throws {@link InputError} naming file and line. */
export function readBuildingTable(
  files: readonly string[],
  { names = {}, addresses = new Map(), onProgress }: TableOptions = {},
): BuildingTable {
  const rows: Row[] = [];
  readFamilies(
    files,
    (family, feature, header, frame) => {
      const row = describeRow(family, feature, header, frame, names, addresses);
      if (row) rows.push(row);
    },
    onProgress,
  );
  const form: Form = {
    id: rows.map(({ id }) => id),
    x: rows.map(({ x }) => x),
    y: rows.map(({ y }) => y),
    ground: rows.map(({ ground }) => ground),
    roof: rows.map(({ roof }) => roof),
    year: rows.map(({ year }) => year),
    area: rows.map(({ area }) => area),
  };
  return { ...form, ...toColumns(rows.map(({ facts }) => facts)) };
}

/** Writes the table to the file `output`. */
export async function makeBuildingTable(
  files: readonly string[],
  addressFiles: readonly string[],
  output: string,
  options: Omit<TableOptions, 'addresses'> = {},
): Promise<{ readonly buildings: number }> {
  const table = readBuildingTable(files, { ...options, addresses: await readAddressFacts(addressFiles) });
  await writeBeside(output, 'file', (path) => writeFile(path, JSON.stringify(table)));
  return { buildings: table.id.length };
}
