/** Every building of CityJSON files, one feature at a time. */
import { basename } from 'node:path';
import { type Family, listFamilies } from '../../model/city-families.ts';
import type { CityFeature, CityHeader } from '../../model/cityjson.ts';
import { InputError } from '../../model/input-error.ts';
import { lonLatToRd, OutsideNetherlandsError } from '../../model/rd.ts';
import { firstPoint } from '../tiles/read-buildings.ts';
import { guessReferenceSystem, parseReferenceSystem } from '../tiles/reference-system.ts';
import { borrowHeader, lineNumberAt, openDocument, parseFeatureLine, readLines, sniffSource } from '../tiles/source.ts';

export interface SourceFrame {
  toRd(x: number, y: number): { readonly x: number; readonly y: number };
  /** Whether coordinates are metres. */
  readonly isMetric: boolean;
}

/** What source coordinates mean. The exact way to RD costs tens of microseconds a point: it is asked once per building. */
function frameOf(header: CityHeader, file: string, point: readonly number[]): SourceFrame {
  const system = header.referenceSystem
    ? parseReferenceSystem(header.referenceSystem, file)
    : guessReferenceSystem(point, file);
  const isRd = system.name === 'EPSG:7415' || system.name === 'EPSG:28992';
  return {
    toRd: isRd ? (x, y) => ({ x, y }) : (x, y) => lonLatToRd(system.toLonLat(x, y)),
    isMetric: system.cellSize > 1,
  };
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

type Visit = (family: Family, feature: CityFeature, header: CityHeader, frame: SourceFrame) => void;

/** In the order of the files. Throws {@link InputError} naming file and line. */
export function readFamilies(files: readonly string[], visit: Visit, onProgress?: (share: number) => void): void {
  let previous: CityHeader | undefined;
  files.forEach((file, done) => {
    const sniffed = sniffSource(file);
    const opened = sniffed.kind === 'document' ? openDocument(file, files[done - 1]) : undefined;
    const header =
      opened?.header ?? (sniffed.kind === 'sequence' ? sniffed.header : undefined) ?? borrowHeader(previous, file);
    previous = header;
    let frame: SourceFrame | undefined;
    const add = (feature: CityFeature) => {
      const point = firstPoint(feature, header);
      if (!point) return;
      frame ??= frameOf(header, basename(file), point);
      for (const family of listFamilies(feature.objects).buildings) visit(family, feature, header, frame);
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
}
