/** First pass: features of a file to records on disk, an index and counts. One per thread. */
import { basename } from 'node:path';
import { type Family, listFamilies } from '../../model/city-families.ts';
import type { CityFeature, CityHeader } from '../../model/cityjson.ts';
import { InputError } from '../../model/input-error.ts';
import { parseLod } from '../../model/pick-geometry.ts';
import { type Columns, countAttributes, mergeAttributes } from './attributes.ts';
import { createBuildingMaker } from './building.ts';
import { type BuildingIndex, createIndexBuilder, hashText } from './building-index.ts';
import type { FacetCounts } from './facet-mesh.ts';
import { SkippedBuilding } from './locate.ts';
import { createPlacement } from './placement.ts';
import { guessReferenceSystem, localSystem, parseReferenceSystem, type ReferenceSystem } from './reference-system.ts';
import { lineNumberAt, openDocument, parseFeatureLine, readLines } from './source.ts';
import { createSpillWriter } from './spill.ts';

export interface Skipped {
  readonly id: string;
  readonly reason: string;
}

export interface ReadSettings {
  readonly lod: string;
  /** Overrides the file's reference system. */
  readonly crs: string | undefined;
  /** Place of a local drawing's origin, RD New. */
  readonly origin: readonly [number, number] | undefined;
  readonly spillFile: string;
  readonly spillNumber: number;
}

export interface ReadResult {
  readonly index: BuildingIndex;
  readonly columns: Columns;
  readonly skipped: readonly Skipped[];
  /** Buildings by the level of detail they are drawn with. */
  readonly lods: ReadonlyMap<string, number>;
  /** Objects that are no building, by type. */
  readonly others: ReadonlyMap<string, number>;
  readonly counts: FacetCounts;
  readonly warnings: readonly string[];
}

/** A document, or a run of bytes of a sequence. */
export type Part =
  | { readonly kind: 'document'; readonly file: string; readonly before: string | undefined }
  | {
      readonly kind: 'run';
      readonly file: string;
      readonly header: CityHeader;
      readonly start: number;
      readonly end: number;
    };

/** A point of a feature in source coordinates, undefined where it has none. */
export function firstPoint(feature: CityFeature, { transform }: CityHeader): number[] | undefined {
  const vertex = feature.vertices[0];
  return vertex && transform.scale.map((scale, i) => vertex[i] * scale + transform.translate[i]);
}

const addTo = (map: Map<string, number>, key: string, amount = 1) => map.set(key, (map.get(key) ?? 0) + amount);

export function createBuildingReader(settings: ReadSettings) {
  const spill = createSpillWriter(settings.spillFile);
  const index = createIndexBuilder();
  const columns: Columns = new Map();
  const skipped: Skipped[] = [];
  const lods = new Map<string, number>();
  const others = new Map<string, number>();
  const warnings = new Set<string>();
  const counts: FacetCounts = { degenerate: 0, irregular: 0, bent: 0, guessed: 0, flipped: 0 };

  function systemFor(header: CityHeader, name: string, point: readonly number[]): ReferenceSystem {
    if (settings.crs) return parseReferenceSystem(settings.crs, '--crs');
    if (header.referenceSystem) return parseReferenceSystem(header.referenceSystem, name);
    if (settings.origin) return localSystem(...settings.origin);
    return guessReferenceSystem(point, name);
  }

  /** Everything that holds for the features of one file. */
  function createFileReader(header: CityHeader, file: string) {
    const name = basename(file);
    let maker: ReturnType<typeof createBuildingMaker> | undefined;

    function addBuilding(family: Family, feature: CityFeature, make: ReturnType<typeof createBuildingMaker>) {
      const attributes = mergeAttributes(family);
      const made = make.make(family, feature);
      const { id } = family;
      const record = spill.write(made.frame, { id, attributes }, made.meshes);
      index.add({
        ...made,
        ...record,
        spill: settings.spillNumber,
        origin: made.frame.origin,
        up: [made.frame.axes[6], made.frame.axes[7], made.frame.axes[8]],
        idHash: hashText(id),
      });
      countAttributes(columns, id, attributes);
      addTo(lods, made.lod);
    }

    return {
      read(feature: CityFeature) {
        const families = listFamilies(feature.objects);
        for (const [type, count] of families.others) addTo(others, type, count);
        if (families.buildings.length === 0) return;
        const point = firstPoint(feature, header);
        if (!maker && point) {
          const system = systemFor(header, name, point);
          if (system.warning) warnings.add(system.warning);
          maker = createBuildingMaker(header, createPlacement(system), settings.lod);
        }
        for (const family of families.buildings) {
          try {
            if (!maker) throw new SkippedBuilding('it has no surface or solid geometry');
            addBuilding(family, feature, maker);
          } catch (error) {
            if (!(error instanceof SkippedBuilding)) throw error;
            skipped.push({ id: family.id, reason: error.message });
          }
        }
      },
      finish() {
        if (!maker) return;
        for (const key in counts) counts[key as keyof FacetCounts] += maker.counts[key as keyof FacetCounts];
      },
    };
  }

  return {
    /** Throws {@link InputError} naming file and line. */
    read(part: Part) {
      const { file } = part;
      if (part.kind === 'document') {
        const { header, feature } = openDocument(file, part.before);
        const reader = createFileReader(header, file);
        reader.read(feature);
        reader.finish();
      } else {
        const reader = createFileReader(part.header, file);
        readRun(part, reader.read);
        reader.finish();
      }
    },
    finish(): ReadResult {
      spill.close();
      return { index: index.finish(), columns, skipped, lods, others, counts, warnings: [...warnings] };
    },
  };
}

function readRun({ file, start, end }: Part & { kind: 'run' }, use: (feature: CityFeature) => void) {
  readLines(file, start, end, (line, at) => {
    let feature: CityFeature;
    try {
      feature = parseFeatureLine(line, 'feature');
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      throw new InputError(`${basename(file)}, line ${lineNumberAt(file, at)}: ${error.message}`);
    }
    use(feature);
  });
}

/** How many buildings were drawn with another level of detail than the asked one, by level. */
export function listFallbacks(lods: ReadonlyMap<string, number>, asked: string): Record<string, number> {
  const wanted = parseLod(asked);
  return Object.fromEntries([...lods].filter(([lod]) => lod !== wanted).sort());
}
