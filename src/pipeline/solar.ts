/** Sun on every roof plane of a municipality → `solar/`: `roofs.json` in columns, and `index.json` that says what it was computed from. */
import { writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { hashNumbers } from '../engines/hash-numbers.ts';
import type { Obstacles } from '../engines/obstacles.ts';
import { deBilt } from '../engines/solar/climate-de-bilt.ts';
import type { TownQuestion } from '../engines/solar/neighbourhood.ts';
import { createSkyYear } from '../engines/solar/sky-year.ts';
import { listNeighbourhoods } from '../engines/solar/town.ts';
import type { RdExtent } from '../model/grid.ts';
import {
  type SolarClimate,
  type SolarIndex,
  type SolarRoofs,
  type SolarSettings,
  solarClasses,
} from '../model/solar.ts';
import { computeTown } from './solar/crew.ts';
import type { NeighbourhoodRows, PlaneRow } from './solar/crew-member.ts';
import { readTreeObstacles, sampleGround } from './solar/surroundings.ts';
import { readClimate } from './solar-climate.ts';
import { readTown, type Town } from './solar-roofs/read-town.ts';
import { writeBeside } from './write-beside.ts';

export interface SolarSources {
  /** CityJSON, and the level of detail that the tiles are made of. */
  readonly buildingFiles: readonly string[];
  readonly lod: string;
  /** Of the table of buildings, which the roofs count in. */
  readonly ids: readonly string[];
  readonly extent: RdExtent;
  readonly treeFiles: readonly string[];
  readonly heightAt: ((x: number, y: number) => number | undefined) | undefined;
  /** CSV; undefined: De Bilt. */
  readonly climateFile: string | undefined;
}

export interface SolarFacts {
  readonly buildings: number;
  readonly planes: number;
  readonly skipped: number;
  readonly panels: number;
  readonly megawattHours: number;
  readonly seconds: { readonly read: number; readonly compute: number };
}

/** Goes up when the same input gives other figures. */
const ENGINE = 'roofs 1';

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / (values.length || 1);
const rounder = (digits: number) => (value: number) => Number(value.toFixed(digits));
const [whole, tenths, hundredths] = [0, 1, 2].map(rounder) as [typeof Number, typeof Number, typeof Number];

function toColumns(planes: readonly PlaneRow[], rowOf: (building: number) => number): SolarRoofs {
  const column = (read: (plane: PlaneRow) => number) => planes.map(read);
  const merged = { plane: [] as number[], surface: [] as number[] };
  for (const [row, { surfaces }] of planes.entries()) {
    for (const surface of surfaces.slice(1)) {
      merged.plane.push(row);
      merged.surface.push(surface);
    }
  }
  return {
    building: column(({ building }) => rowOf(building)),
    surface: column(({ surfaces }) => surfaces[0] as number),
    ...(merged.plane.length > 0 && { merged }),
    x: column(({ middle }) => tenths(middle[0])),
    y: column(({ middle }) => tenths(middle[1])),
    nap: column(({ middle }) => tenths(middle[2])),
    area: column(({ area }) => tenths(area)),
    slope: column(({ slope }) => whole(slope)),
    azimuth: column(({ azimuth }) => whole(azimuth) % 360),
    skyView: column(({ skyView }) => hundredths(skyView)),
    unshaded: column(({ unshaded }) => whole(unshaded)),
    irradiation: column(({ irradiation }) => whole(irradiation)),
    suitability: column(({ suitability }) => suitability),
    panels: column(({ panels }) => panels),
    yield: column((plane) => whole(plane.yield)),
  };
}

/** Rows of the table; what is in both files and twice counts once. */
function joinTable({ ids }: Pick<Town, 'ids'>, table: readonly string[], { planes, bare }: NeighbourhoodRows) {
  const rows = new Map<string, number>();
  table.forEach((id, row) => {
    if (!rows.has(id)) rows.set(id, row);
  });
  const rowOf = (building: number) => rows.get(ids[building] as string) ?? -1;
  const known = planes
    .filter(({ building }) => rowOf(building) >= 0)
    .sort((a, b) => rowOf(a.building) - rowOf(b.building) || (a.surfaces[0] as number) - (b.surfaces[0] as number));
  const skipped = bare.map(({ building, reason }) => ({ id: ids[building] as string, reason }));
  return { roofs: toColumns(known, rowOf), skipped: skipped.sort((a, b) => (a.id < b.id ? -1 : 1)) };
}

function hashInputs({ buildings, sky, settings }: TownQuestion, trees: Obstacles | undefined): string {
  const { panel, flat, thresholds } = settings;
  const choices = [
    ...Object.values(panel),
    ...[flat.layout.length, flat.tiltDegrees, flat.pitch, settings.edge, settings.performanceRatio],
    ...[...Object.values(thresholds), settings.fewestPanels, settings.albedo, solarClasses.length],
  ];
  return hashNumbers([
    buildings.origins,
    buildings.positions,
    buildings.surfaces,
    sky.direct,
    sky.diffuse,
    sky.global,
    Float64Array.from(choices),
    ...(trees ? [trees.positions] : []),
  ]);
}

/** Throws InputError naming file and feature; what was there before then stays. */
export async function makeSolar(
  sources: SolarSources,
  settings: SolarSettings,
  output: string,
  onProgress: (share: number) => void = () => {},
): Promise<SolarFacts> {
  const { extent, treeFiles, climateFile, heightAt = () => undefined } = sources;
  const begun = performance.now();
  const town = readTown(sources.buildingFiles, {
    lod: sources.lod,
    groundAround: (west, south, east, north) => lowestCorner(heightAt, [west, south, east, north]),
    onProgress: (share) => onProgress(0.3 * share),
  });
  const origin = [(extent[0] + extent[2]) / 2, (extent[1] + extent[3]) / 2, 0] as const;
  const trees = treeFiles.length > 0 ? await readTreeObstacles(treeFiles, heightAt, origin) : undefined;
  const climate: SolarClimate = climateFile ? await readClimate(climateFile, town.latitude) : deBilt;
  const question: TownQuestion = {
    buildings: town.buildings,
    neighbourhoods: listNeighbourhoods(town.buildings),
    surroundings: {
      obstacles: trees ? [trees] : [],
      heights: sources.heightAt ? [sampleGround(heightAt, extent)] : [],
    },
    sky: createSkyYear(climate, town.latitude),
    convergenceDegrees: mean(town.convergences),
    settings,
  };
  const readAt = performance.now();
  const rows = await computeTown(question, Math.min(availableParallelism(), 4), (share) =>
    onProgress(0.3 + 0.7 * share),
  );
  const computedAt = performance.now();
  const { roofs, skipped } = joinTable(town, sources.ids, rows);
  const index: SolarIndex = {
    engine: ENGINE,
    inputsHash: hashInputs(question, trees),
    settings,
    climate,
    roofs: 'roofs.json',
    skipped: [...town.skipped, ...skipped],
  };
  await writeBeside(output, 'folder', async (folder) => {
    await writeFile(join(folder, index.roofs), JSON.stringify(roofs));
    await writeFile(join(folder, 'index.json'), `${JSON.stringify(index, undefined, 1)}\n`);
  });
  const sum = (column: readonly number[]) => column.reduce((total, value) => total + value, 0);
  return {
    buildings: town.buildings.count,
    planes: roofs.building.length,
    skipped: index.skipped.length,
    panels: sum(roofs.panels),
    megawattHours: Math.round(sum(roofs.yield) / 1000),
    seconds: { read: tenths((readAt - begun) / 1000), compute: tenths((computedAt - readAt) / 1000) },
  };
}

function lowestCorner(heightAt: (x: number, y: number) => number | undefined, [west, south, east, north]: RdExtent) {
  const heights = [
    [west, south],
    [west, north],
    [east, south],
    [east, north],
  ].flatMap(([x, y]) => heightAt(x as number, y as number) ?? []);
  return heights.length > 0 ? Math.min(...heights) : undefined;
}
