/** Buildings of CityJSON files as triangles in RD and NAP, numbered by surface as in the tiles, for the sun on their roofs. */
import { basename } from 'node:path';
import { createTownBuilder, type TownBuildings } from '../../engines/solar/town.ts';
import { listFamilies } from '../../model/city-families.ts';
import type { CityFeature, CityHeader } from '../../model/cityjson.ts';
import { earthCentredToRd } from '../../model/earth-centred.ts';
import { InputError } from '../../model/input-error.ts';
import { OutsideNetherlandsError } from '../../model/rd.ts';
import { trueNorthInRd } from '../../model/sun-direction.ts';
import { createBuildingMaker, type ReadSurfaces } from '../tiles/building.ts';
import { type LocalFrame, moveBetween, toLonLat } from '../tiles/ellipsoid.ts';
import { SkippedBuilding } from '../tiles/locate.ts';
import { createPlacement } from '../tiles/placement.ts';
import { firstPoint } from '../tiles/read-buildings.ts';
import {
  guessReferenceSystem,
  localSystem,
  parseReferenceSystem,
  type ReferenceSystem,
} from '../tiles/reference-system.ts';
import { borrowHeader, lineNumberAt, openDocument, parseFeatureLine, readLines, sniffSource } from '../tiles/source.ts';

export interface ReadTownOptions {
  readonly lod?: string;
  /** Instead of what the files say. */
  readonly crs?: string;
  /** For files without reference system: where their origin lies, RD New. */
  readonly origin?: readonly [number, number];
  /** Height of the ground around an RD rectangle, where it is known. */
  readonly groundAround?: (west: number, south: number, east: number, north: number) => number | undefined;
  readonly onProgress?: (share: number) => void;
}

export interface Town {
  readonly ids: readonly string[];
  readonly buildings: TownBuildings;
  readonly skipped: readonly { readonly id: string; readonly reason: string }[];
  readonly notes: readonly string[];
}

interface Place {
  readonly origin: readonly [number, number, number];
  readonly convergence: number;
  /** From the building's frame (east, north, up) to the town's axes: nine numbers, row by row. */
  readonly rotation: ArrayLike<number>;
}

const RADIANS = Math.PI / 180;

/** Metres over which RD's north is taken as one: it turns by 0.003° in them. */
const SQUARE = 256;

/** Azimuth of RD's north. */
function createConvergence() {
  const known = new Map<string, number>();
  return (x: number, y: number): number => {
    const at = { x: (Math.floor(x / SQUARE) + 0.5) * SQUARE, y: (Math.floor(y / SQUARE) + 0.5) * SQUARE };
    const key = `${at.x} ${at.y}`;
    const degrees = known.get(key) ?? -trueNorthInRd(at);
    known.set(key, degrees);
    return degrees;
  };
}

/** Where buildings stand: RD in the Netherlands, elsewhere axes east, north, up of the first building. */
function createPlacer(notes: Set<string>) {
  const convergenceAt = createConvergence();
  let base: LocalFrame | undefined;

  function placeElsewhere(frame: LocalFrame): Place {
    base ??= frame;
    const { rotation, shift } = moveBetween(frame, base);
    return { origin: shift, convergence: 0, rotation };
  }

  return ({ frame }: ReadSurfaces): Place => {
    if (base) return placeElsewhere(frame);
    try {
      const origin = earthCentredToRd(...frame.origin);
      const convergence = convergenceAt(origin[0], origin[1]);
      const [sine, cosine] = [Math.sin(convergence * RADIANS), Math.cos(convergence * RADIANS)];
      return { origin, convergence, rotation: [cosine, -sine, 0, sine, cosine, 0, 0, 0, 1] };
    } catch (error) {
      if (!(error instanceof OutsideNetherlandsError)) throw error;
      notes.add(
        'Some buildings stand outside the Netherlands: their sun is by their own latitude, their climate as given.',
      );
      return placeElsewhere(frame);
    }
  };
}

function toMesh({ mesh, isGuessed }: ReadSurfaces, rotation: ArrayLike<number>) {
  const triangles = mesh.indexCount / 3;
  const positions = new Float32Array(9 * triangles);
  const surfaces = new Uint32Array(triangles);
  const kinds = new Uint8Array(triangles);
  let triangle = 0;
  for (let s = 0; s < mesh.surfaceCount; s++) {
    const first = s === 0 ? 0 : mesh.vertexEnds[s - 1];
    for (let i = s === 0 ? 0 : mesh.indexEnds[s - 1]; i < mesh.indexEnds[s]; i++) {
      const from = 3 * (first + mesh.indices[i]);
      const [x, y, z] = [mesh.positions[from], mesh.positions[from + 1], mesh.positions[from + 2]];
      for (let k = 0; k < 3; k++)
        positions[3 * i + k] = rotation[3 * k] * x + rotation[3 * k + 1] * y + rotation[3 * k + 2] * z;
    }
    for (; triangle < mesh.indexEnds[s] / 3; triangle++) {
      surfaces[triangle] = s;
      kinds[triangle] = mesh.kinds[s];
    }
  }
  return { positions, surfaces, kinds, isGuessed };
}

/** Beside the origin of a file that has none: De Bilt, where the built-in climate is of. */
const DE_BILT = [140_800, 456_900] as const;

function systemFor(
  header: CityHeader,
  name: string,
  point: readonly number[],
  options: ReadTownOptions,
): ReferenceSystem {
  if (options.crs) return parseReferenceSystem(options.crs, '--crs');
  if (header.referenceSystem) return parseReferenceSystem(header.referenceSystem, name);
  if (options.origin) return localSystem(...options.origin);
  try {
    return guessReferenceSystem(point, name);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return {
      ...localSystem(...DE_BILT),
      warning: `${name} names no reference system and does not lie in RD New: its coordinates are taken as metres around De Bilt, y along RD's north.`,
    };
  }
}

/** Throws {@link InputError} naming file and line. */
export function readTown(files: readonly string[], options: ReadTownOptions = {}): Town {
  const builder = createTownBuilder();
  const ids: string[] = [];
  const skipped: { id: string; reason: string }[] = [];
  const notes = new Set<string>();
  const lods = new Map<string, number>();
  const place = createPlacer(notes);

  function add(id: string, read: ReadSurfaces) {
    if (Number(read.lod) < 1) throw new SkippedBuilding('it has no more than a footprint');
    const { origin, convergence, rotation } = place(read);
    const mesh = toMesh(read, rotation);
    const [x, y] = origin;
    const reach =
      2 + mesh.positions.reduce((most, value, k) => (k % 3 === 2 ? most : Math.max(most, Math.abs(value))), 0);
    builder.add(mesh, {
      origin,
      convergence,
      latitude: toLonLat(read.frame.origin).lat,
      ground: options.groundAround?.(x - reach, y - reach, x + reach, y + reach),
    });
    ids.push(id);
    lods.set(read.lod, (lods.get(read.lod) ?? 0) + 1);
  }

  function createFileReader(header: CityHeader, file: string) {
    const name = basename(file);
    let maker: ReturnType<typeof createBuildingMaker> | undefined;
    return (feature: CityFeature) => {
      const point = firstPoint(feature, header);
      if (!maker && point) {
        const system = systemFor(header, name, point, options);
        if (system.warning) notes.add(system.warning);
        maker = createBuildingMaker(header, createPlacement(system), options.lod ?? '2.2');
      }
      for (const family of listFamilies(feature.objects).buildings) {
        try {
          if (!maker) throw new SkippedBuilding('it has no surface or solid geometry');
          add(family.id, maker.readSurfaces(family, feature));
        } catch (error) {
          if (!(error instanceof SkippedBuilding)) throw error;
          skipped.push({ id: family.id, reason: error.message });
        }
      }
    };
  }

  let previous: CityHeader | undefined;
  files.forEach((file, done) => {
    const name = basename(file);
    const sniffed = sniffSource(file);
    if (sniffed.kind === 'document') {
      const { header, feature } = openDocument(file, files[done - 1]);
      previous = header;
      createFileReader(header, file)(feature);
      options.onProgress?.((done + 1) / files.length);
      return;
    }
    const header: CityHeader = sniffed.header ?? borrowHeader(previous, file);
    previous = header;
    const read = createFileReader(header, file);
    readLines(file, sniffed.start, sniffed.size, (line, at) => {
      let feature: CityFeature;
      try {
        feature = parseFeatureLine(line, 'feature');
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        throw new InputError(`${name}, line ${lineNumberAt(file, at)}: ${error.message}`);
      }
      read(feature);
      options.onProgress?.((done + at / sniffed.size) / files.length);
    });
  });
  const coarse = [...lods].filter(([lod]) => Number(lod) < 2).reduce((sum, [, count]) => sum + count, 0);
  if (coarse > 0)
    notes.add(`${coarse} of ${ids.length} buildings have no LoD 2: their roofs are taken as flat, as they are drawn.`);
  return {
    ids,
    buildings: builder.finish(),
    skipped,
    notes: [...notes],
  };
}
