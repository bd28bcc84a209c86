/** CityJSON → `buildings.json`: one row per building for the text twin, search and tables. */
import { writeFile } from 'node:fs/promises';
import { type Attributes, type AttributeValue, describeBuilding } from '../model/building-attributes.ts';
import type { Family } from '../model/city-families.ts';
import type { BuildingTable } from '../model/city-index.ts';
import type { CityFeature, CityHeader } from '../model/cityjson.ts';
import { measureBuilding } from './building-table/measure.ts';
import { readFamilies, type SourceFrame } from './building-table/read-families.ts';
import { mergeAttributes } from './tiles/attributes.ts';
import { writeBeside } from './write-beside.ts';

type Row = { readonly [C in keyof BuildingTable]: BuildingTable[C][number] };

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

function describeRow(family: Family, feature: CityFeature, header: CityHeader, frame: SourceFrame): Row | undefined {
  const measured = measureBuilding(family, feature, header);
  if (!measured) return undefined;
  const { known } = describeBuilding(toPlain(mergeAttributes(family)));
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
  };
}

/** Reads the rows of all files, one feature at a time. Throws {@link InputError} naming file and line. */
export function readBuildingTable(files: readonly string[], onProgress?: (share: number) => void): BuildingTable {
  const table = { id: [], x: [], y: [], ground: [], roof: [], year: [], area: [] } as {
    [C in keyof BuildingTable]: BuildingTable[C][number][];
  };
  readFamilies(
    files,
    (family, feature, header, frame) => {
      const row = describeRow(family, feature, header, frame);
      if (row) for (const name in table) (table[name as keyof Row] as unknown[]).push(row[name as keyof Row]);
    },
    onProgress,
  );
  return table;
}

/** Writes the table to the file `output`. */
export async function makeBuildingTable(
  files: readonly string[],
  output: string,
  onProgress?: (share: number) => void,
): Promise<{ readonly buildings: number }> {
  const table = readBuildingTable(files, onProgress);
  await writeBeside(output, 'file', (path) => writeFile(path, JSON.stringify(table)));
  return { buildings: table.id.length };
}
