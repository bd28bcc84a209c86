/** Writes the sources of Markerwaard, the fictional municipality, in the formats that a real one would deliver. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { eventPlanToJson } from '../model/parse-event-plan.ts';
import { numberDoors } from './addresses.ts';
import { encodeBuilding, encodeHeader } from './cityjson-file.ts';
import { drawClaims } from './claims.ts';
import { encodeClaims } from './claims-file.ts';
import { encodeCounts, listGates } from './counts.ts';
import { drawFair } from './fair.ts';
import { listEntries } from './fair-site.ts';
import { generatorVersion } from './generator-version.ts';
import { encodeGeoJson, type Feature } from './geojson-file.ts';
import { encodeGeoTiff } from './geotiff-file.ts';
import { drawHavenkwartier } from './havenkwartier.ts';
import { drawTown } from './plan.ts';
import { origin, type Point } from './point.ts';
import { createRandom } from './random.ts';
import type { Grid } from './raster.ts';
import { measureSharedWalls } from './shared-walls.ts';
import { planArea } from './skeleton.ts';
import { drawSluis } from './sluis.ts';
import { standOnGround } from './stand.ts';
import { streetKinds } from './street.ts';
import { type Surface, surfaceWords } from './surface.ts';
import { drawSurroundings, shapeSurroundings, wideGrid, wideStreets } from './surroundings.ts';
import { levels, shapeTerrain } from './terrain.ts';
import { listWaterBarriers } from './water-barriers.ts';

export interface MarkerwaardReport {
  readonly generatorVersion: number;
  readonly seed: number;
  readonly buildings: number;
  readonly dwellings: number;
  readonly surfaces: number;
  readonly streets: number;
  readonly trees: number;
  readonly addresses: number;
  readonly claims: number;
  readonly seconds: number;
}

const DATE = '2026-01-01';

/** Rows from north to south, as GeoTIFF wants them. */
function toGeoTiff(grid: Grid, z: Float32Array): Uint8Array {
  const { width, height, cellSize, west, south } = grid;
  const values = new Float32Array(z.length);
  for (let row = 0; row < height; row++)
    values.set(z.subarray(row * width, (row + 1) * width), (height - 1 - row) * width);
  return encodeGeoTiff({
    width,
    height,
    cellSize,
    west: origin.x + west,
    north: origin.y + south + height * cellSize,
    values,
  });
}

const cellOf = ({ width, height, cellSize, west, south }: Grid, { x, y }: Point) =>
  Math.min(height - 1, Math.max(0, Math.floor((y - south) / cellSize))) * width +
  Math.min(width - 1, Math.max(0, Math.floor((x - west) / cellSize)));

const surfaceFeature = ({ kind, polygon, level, name, extra }: Surface, i: number): Feature => ({
  properties: {
    lokaal_id: `M${String(i + 1).padStart(6, '0')}`,
    ...surfaceWords[kind],
    relatieve_hoogteligging: level,
    ...(name ? { naam: name } : {}),
    ...extra,
  },
  geometry: { type: 'Polygon', polygon },
});

/**
 * Writes all sources into `folder`. The same seed gives the same bytes. `onProgress` hears the step that begins and the
 * share of the work before it, 0 to 1.
 */
export async function writeMarkerwaard(
  folder: string,
  options: { seed?: number; onProgress?: (step: string, share: number) => void } = {},
): Promise<MarkerwaardReport> {
  const started = performance.now();
  const seed = options.seed ?? 1;
  const report = (step: string, share: number) => options.onProgress?.(step, share);
  const write = (name: string, content: string | Uint8Array) => writeFile(join(folder, name), content);
  const writeFeatures = (name: string, features: readonly Feature[]) =>
    write(`${name}.geojson`, encodeGeoJson(name, features));
  await mkdir(folder, { recursive: true });

  report('plan', 0);
  const random = createRandom(seed);
  const town = drawTown(seed, random);
  const around = drawSurroundings(random.fork('surroundings'));
  report('terrain', 0.6);
  const { grid } = town.terrain;
  const z = shapeTerrain(town.terrain);
  await write('dtm.tif', toGeoTiff(grid, z));
  await write('dtm-wide.tif', toGeoTiff(wideGrid, shapeSurroundings(seed)));
  report('buildings', 0.75);
  const buildings = standOnGround(town.plots, z, grid, random.fork('labels'));
  const addresses = numberDoors(buildings, town.streets);
  const shared = measureSharedWalls(buildings);
  const lines = buildings.map((building) => encodeBuilding(building, shared.get(building.id) ?? 0));
  await write('buildings.city.jsonl', `${[encodeHeader(DATE), ...lines].join('\n')}\n`);
  report('map', 0.85);
  const surfaces = [...around, ...town.surfaces];
  await writeFeatures('ground', surfaces.map(surfaceFeature));
  await writeFeatures(
    'streets',
    [...town.streets, ...wideStreets].map((street) => ({
      properties: { naam: street.name, wegtype: streetKinds[street.class] },
      geometry: { type: 'LineString', line: street.line },
    })),
  );
  await writeFeatures(
    'trees',
    town.trees.map((tree, i) => ({
      properties: {
        id: `B${String(i + 1).padStart(5, '0')}`,
        hoogte: tree.height,
        kroondiameter: tree.crown,
        soort: tree.species,
        plantjaar: tree.year,
      },
      geometry: { type: 'Point', point: tree.point },
    })),
  );
  await writeFeatures(
    'addresses',
    addresses.map((address) => ({
      properties: {
        identificatie: address.id,
        openbare_ruimte_naam: address.street,
        huisnummer: address.number,
        huisletter: address.letter || null,
        postcode: address.postcode,
        woonplaats_naam: 'Markerwaard',
        pand: address.building,
        gebruiksdoel: address.use,
        oppervlakte: address.area,
      },
      geometry: { type: 'Point', point: address.point },
    })),
  );
  const entries = listEntries(town.streets);
  await writeFeatures('count-gates', listGates(entries));
  await write('counts.csv', encodeCounts(random.fork('counts')));
  await write('jaarmarkt.json', eventPlanToJson(drawFair(entries)));
  await writeFeatures('plan-area', [
    { properties: { naam: 'De Eendracht' }, geometry: { type: 'Polygon', polygon: { outer: planArea, holes: [] } } },
  ]);
  await writeFeatures('water-barriers', listWaterBarriers());
  await mkdir(join(folder, 'plans'), { recursive: true });
  const plans = {
    havenkwartier: drawHavenkwartier(random.fork('havenkwartier')),
    sluis: drawSluis(random.fork('sluis')),
  };
  for (const [plan, variants] of Object.entries(plans))
    for (const [variant, sources] of Object.entries(variants))
      for (const [kind, features] of Object.entries(sources)) {
        const name = `${plan}-${variant}-${kind}`;
        await write(`plans/${name}.geojson`, encodeGeoJson(name, features));
      }
  const claims = drawClaims(town.streets, (p) => z[cellOf(grid, p)] ?? levels.town);
  for (const [name, content] of await encodeClaims(claims, DATE)) await write(name, content);
  report('done', 1);
  return {
    generatorVersion,
    seed,
    buildings: buildings.length,
    dwellings: town.plots.reduce((sum, { dwellings }) => sum + dwellings, 0),
    surfaces: surfaces.length,
    streets: town.streets.length,
    trees: town.trees.length,
    addresses: addresses.length,
    claims: claims.cables.length + claims.zones.length + claims.wishes.length,
    seconds: (performance.now() - started) / 1000,
  };
}
