/** Sun on every roof plane of a municipality → `solar/`: `roofs.json` in columns, and `index.json` that says what it was computed from. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hashNumbers } from '../engines/hash-numbers.ts';
import { deBilt } from '../engines/solar/climate-de-bilt.ts';
import { createHeightField } from '../engines/solar/height-field.ts';
import type { Surroundings } from '../engines/solar/neighbourhood.ts';
import type { TownBuildings } from '../engines/solar/town.ts';
import type { RdExtent } from '../model/grid.ts';
import { rdToLonLat } from '../model/rd.ts';
import {
  flatLayouts,
  type SolarClimate,
  type SolarIndex,
  type SolarRoofs,
  type SolarSettings,
  solarClasses,
} from '../model/solar.ts';
import { readTreeCrowns, sampleGround } from './solar/surroundings.ts';
import { readClimate } from './solar-climate.ts';
import { readTown, type Town } from './solar-roofs/read-town.ts';
import type { RoofRow } from './solar-roofs/town-rows.ts';
import { computeTownRoofs, type TownRoofs } from './solar-roofs.ts';
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

/** Share of the time that reading takes. */
const READING = 0.2;
/** Goes up when the same input gives other figures. */
const ENGINE = 'roofs 2';

const rounder = (digits: number) => (value: number) => Number(value.toFixed(digits));
const [whole, tenths, hundredths] = [rounder(0), rounder(1), rounder(2)] as const;

function toColumns(planes: readonly RoofRow[], rowOf: (building: number) => number): SolarRoofs {
  const column = (read: (plane: RoofRow) => number) => planes.map(read);
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
    x: column(({ x }) => tenths(x)),
    y: column(({ y }) => tenths(y)),
    nap: column(({ nap }) => tenths(nap)),
    area: column(({ area }) => tenths(area)),
    slope: column(({ slopeDegrees }) => whole(slopeDegrees)),
    azimuth: column(({ azimuthDegrees }) => whole(azimuthDegrees) % 360),
    skyView: column(({ skyView }) => hundredths(skyView)),
    unshaded: column(({ unshaded }) => whole(unshaded)),
    irradiation: column(({ irradiation }) => whole(irradiation)),
    suitability: column(({ suitability }) => solarClasses.indexOf(suitability)),
    panels: column(({ panels }) => panels),
    yield: column(({ yieldKwh }) => whole(yieldKwh)),
  };
}

/** Rows count in the table of buildings; what stands in the files twice counts once. */
function joinTable({ ids }: Town, table: readonly string[], { roofs, left }: TownRoofs) {
  const rows = new Map<string, number>();
  table.forEach((id, row) => {
    if (!rows.has(id)) rows.set(id, row);
  });
  const first = new Map<string, number>();
  ids.forEach((id, building) => {
    if (!first.has(id)) first.set(id, building);
  });
  const rowOf = (building: number) => rows.get(ids[building] as string) ?? -1;
  const known = roofs.filter(({ building }) => rowOf(building) >= 0 && first.get(ids[building] as string) === building);
  const withRoof = new Set(roofs.map(({ building }) => building));
  const reasons = new Map(left.toReversed().map(({ building, reason }) => [building, reason]));
  const skipped = ids.flatMap((id, building) =>
    withRoof.has(building) ? [] : [{ id, reason: reasons.get(building) ?? 'it has no roof' }],
  );
  return { roofs: toColumns(known, rowOf), skipped };
}

/** Of everything that decides the figures. */
function hashInputs(
  { origins, positions, surfaces }: TownBuildings,
  { trees = [], fields }: Surroundings,
  climate: SolarClimate,
  { panel, flat, thresholds, ...settings }: SolarSettings,
): string {
  const choices = [
    ...[panel.width, panel.height, panel.peakW, flatLayouts.indexOf(flat.layout), flat.tiltDegrees, flat.pitch],
    ...[thresholds.excellent, thresholds.good, thresholds.moderate],
    ...[settings.edge, settings.performanceRatio, settings.fewestPanels, settings.albedo],
  ];
  return hashNumbers([
    ...[origins, positions, surfaces, Float64Array.from([...choices, ...climate.global, ...climate.diffuse])],
    Float64Array.from(
      trees.flatMap(({ x, y, ground, height, crown, middle, halfHeight, isEvergreen }) => [
        ...[x, y, ground, height, crown, middle, halfHeight],
        isEvergreen ? 1 : 0,
      ]),
    ),
    ...fields.flatMap(({ levels }) => levels.slice(0, 1).map(({ values }) => values)),
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
    onProgress: (share) => onProgress(READING * share),
  });
  const [x, y] = [(extent[0] + extent[2]) / 2, (extent[1] + extent[3]) / 2];
  const surroundings: Surroundings = {
    obstacles: [],
    trees: await readTreeCrowns(treeFiles, heightAt),
    fields: sources.heightAt ? [createHeightField(sampleGround(heightAt, extent))] : [],
  };
  const climate: SolarClimate = climateFile ? await readClimate(climateFile, rdToLonLat({ x, y }).lat) : deBilt;
  const readAt = performance.now();
  const computed = await computeTownRoofs(town.buildings, {
    settings,
    climate,
    surroundings,
    onProgress: (share) => onProgress(READING + (1 - READING) * share),
  });
  const computedAt = performance.now();
  const { roofs, skipped } = joinTable(town, sources.ids, computed);
  const index: SolarIndex = {
    engine: ENGINE,
    inputsHash: hashInputs(town.buildings, surroundings, climate, settings),
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
