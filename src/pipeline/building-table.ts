/** CityJSON → `buildings.json`: one row per building for the text twin, search and tables. */
import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { type Attributes, type AttributeValue, describeBuilding } from '../model/building-attributes.ts';
import { listFamilies } from '../model/city-families.ts';
import type { BuildingTable } from '../model/city-index.ts';
import type { CityFeature, CityHeader } from '../model/cityjson.ts';
import { InputError } from '../model/input-error.ts';
import { lonLatToRd, OutsideNetherlandsError } from '../model/rd.ts';
import { measureBuilding } from './building-table/measure.ts';
import { mergeAttributes } from './tiles/attributes.ts';
import { firstPoint } from './tiles/read-buildings.ts';
import { guessReferenceSystem, parseReferenceSystem } from './tiles/reference-system.ts';
import { borrowHeader, lineNumberAt, openDocument, parseFeatureLine, readLines, sniffSource } from './tiles/source.ts';
import { writeBeside } from './write-beside.ts';

type Row = { readonly [C in keyof BuildingTable]: BuildingTable[C][number] };

interface Frame {
  toRd(x: number, y: number): { readonly x: number; readonly y: number };
  /** Whether coordinates are metres. */
  readonly isMetric: boolean;
}

/** What source coordinates mean. The exact way to RD costs tens of microseconds a point: it is asked once per building. */
function frameOf(header: CityHeader, file: string, point: readonly number[]): Frame {
  const system = header.referenceSystem
    ? parseReferenceSystem(header.referenceSystem, file)
    : guessReferenceSystem(point, file);
  const isRd = system.name === 'EPSG:7415' || system.name === 'EPSG:28992';
  return {
    toRd: isRd ? (x, y) => ({ x, y }) : (x, y) => lonLatToRd(system.toLonLat(x, y)),
    isMetric: system.cellSize > 1,
  };
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

function listRows(feature: CityFeature, header: CityHeader, frame: Frame): Row[] {
  return listFamilies(feature.objects).buildings.flatMap((family) => {
    const measured = measureBuilding(family, feature, header);
    if (!measured) return [];
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
  });
}

/** Reads the rows of all files, one feature at a time. Throws {@link InputError} naming file and line. */
export function readBuildingTable(files: readonly string[], onProgress?: (share: number) => void): BuildingTable {
  const table = { id: [], x: [], y: [], ground: [], roof: [], year: [], area: [] } as {
    [C in keyof BuildingTable]: BuildingTable[C][number][];
  };
  let previous: CityHeader | undefined;
  files.forEach((file, done) => {
    const sniffed = sniffSource(file);
    const opened = sniffed.kind === 'document' ? openDocument(file, files[done - 1]) : undefined;
    const header =
      opened?.header ?? (sniffed.kind === 'sequence' ? sniffed.header : undefined) ?? borrowHeader(previous, file);
    previous = header;
    let frame: Frame | undefined;
    const add = (feature: CityFeature) => {
      const point = firstPoint(feature, header);
      if (!point) return;
      frame ??= frameOf(header, basename(file), point);
      for (const row of listRows(feature, header, frame)) {
        for (const name in table) (table[name as keyof Row] as unknown[]).push(row[name as keyof Row]);
      }
    };
    if (opened) {
      addNaming(
        () => basename(file),
        () => add(opened.feature),
      );
    }
    if (sniffed.kind === 'document') return;
    readLines(file, sniffed.start, sniffed.size, (line, at) => {
      addNaming(
        () => `${basename(file)}, line ${lineNumberAt(file, at)}`,
        () => add(parseFeatureLine(line, 'feature')),
      );
      onProgress?.((done + at / sniffed.size) / files.length);
    });
  });
  return table;
}

/** Puts the place before the message of a bad source. */
function addNaming(where: () => string, add: () => void): void {
  try {
    add();
  } catch (error) {
    if (!(error instanceof InputError || error instanceof OutsideNetherlandsError)) throw error;
    throw new InputError(`${where()}: ${error.message}`);
  }
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
