/**
 * What to make of a municipality: its steps, and the `municipality.json` that the viewer reads. A dataset that has an
 * address streams already and passes unchanged; one that is absent is not made.
 */
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { AttributeKey, AttributeNames } from '../../model/building-attributes.ts';
import { InputError } from '../../model/input-error.ts';
import type { BuildingsDataset, Dataset, Municipality } from '../../model/municipality.ts';
import { parseBuildingTable } from '../../model/parse-city-index.ts';
import { parseSolarRoofs } from '../../model/parse-solar.ts';
import { floodSettings } from '../flood/settings.ts';
import { readPlans } from '../plans/read-plans.ts';
import { listGeometryFiles } from '../plans/read-variant.ts';
import { solarSettings } from '../solar/settings.ts';
import type { HeightSource } from '../terrain/read-heights.ts';
import { planPeople } from './people-steps.ts';
import type { Step } from './step.ts';

export interface Plan {
  readonly steps: readonly Step[];
  /** Addresses relative to itself instead of files. */
  readonly made: Municipality;
  /** Datasets with files of which nothing is made yet; they are not in `made`. */
  readonly notMade: readonly string[];
}

/** The files that are to be made into something that streams; none when the dataset has an address. */
export const listFiles = (dataset: Dataset | undefined): readonly string[] =>
  dataset && dataset.url === undefined ? (dataset.files ?? []) : [];

/** The first dataset's folder has a plain name, so that a municipality with one has plain addresses. */
const buildingFolder = ({ id }: BuildingsDataset, index: number) => (index === 0 ? 'buildings' : `buildings-${id}`);

function toMade<D extends Dataset>(dataset: D, url: string, heightDatum?: 'nap' | 'ellipsoid'): D {
  const { files: _, heightDatum: __, ...rest } = dataset;
  return { ...rest, url, ...(heightDatum ? { heightDatum } : {}) } as D;
}

/** What any of the datasets calls a thing; one building lies in one of them. */
function joinNames(datasets: readonly BuildingsDataset[]): AttributeNames {
  const names: { [K in AttributeKey]?: readonly string[] } = {};
  for (const { attributes = {} } of datasets) {
    for (const [key, list = []] of Object.entries(attributes) as [AttributeKey, string[]?][])
      names[key] = [...(names[key] ?? []), ...list];
  }
  return names;
}

const lodOf = ({ lod }: BuildingsDataset) => lod ?? '2.2';

/** Surfaces are numbered by level of detail, and planes of roofs by surfaces. Throws InputError where datasets differ. */
function oneLod(datasets: readonly BuildingsDataset[], file: string): string {
  const lods = [...new Set(datasets.filter((dataset) => listFiles(dataset).length > 0).map(lodOf))];
  if (lods.length > 1)
    throw new InputError(`${file}: solar: buildings have lod ${lods.join(' and ')}; sun on roofs is computed of one.`);
  return lods[0] ?? '2.2';
}

const BUILDING_TABLE = 'buildings.json';
const SOLAR = 'solar';

/** It is made before. `beside` is a file or folder in the same folder. */
async function readBuildingTable(beside: string) {
  const file = join(dirname(beside), BUILDING_TABLE);
  return parseBuildingTable(JSON.parse(await readFile(file, 'utf8')), file);
}

/** It is made before. */
async function readRoofs(beside: string) {
  const file = join(dirname(beside), SOLAR, 'roofs.json');
  return parseSolarRoofs(JSON.parse(await readFile(file, 'utf8')), file);
}

/** `folder` holds the municipality's files. Steps import their tools when they run: planning is cheap. */
export function planBuild(folder: string, municipality: Municipality): Plan {
  const steps: Step[] = [];
  const made: Municipality = { ...municipality };
  const paths = (dataset: Dataset | undefined) => listFiles(dataset).map((file) => join(folder, file));
  const terrainFiles = paths(municipality.terrain);

  let heights: Promise<HeightSource> | undefined;
  const readHeightsOnce = () => {
    heights ??= import('../terrain/read-heights.ts').then(({ readHeights }) => readHeights(terrainFiles));
    return heights;
  };

  const heightReader = async () => (terrainFiles.length > 0 ? (await readHeightsOnce()).heightAt : () => undefined);

  const { terrain } = municipality;
  if (terrain && terrainFiles.length > 0) {
    const attribution = terrain.source.attribution ?? '';
    steps.push({
      name: 'terrain',
      version: 1,
      inputs: terrainFiles,
      options: { attribution },
      output: 'terrain',
      async run(output, onProgress) {
        const { makeTerrain } = await import('../terrain.ts');
        return makeTerrain(terrainFiles, output, { attribution, source: await readHeightsOnce(), onProgress });
      },
    });
    made.terrain = toMade(terrain, 'terrain/', 'ellipsoid');
    if (!municipality.heights) {
      steps.push({
        name: 'heights',
        version: 1,
        inputs: terrainFiles,
        options: {},
        output: 'heights.tif',
        async run(output) {
          const { writeCog } = await import('../cog.ts');
          const { finestGrid } = await import('../terrain/read-heights.ts');
          await writeCog(output, finestGrid(await readHeightsOnce()));
        },
      });
      made.heights = { url: 'heights.tif', heightDatum: 'nap', source: terrain.source };
    }
  }

  const buildingFiles = municipality.buildings.flatMap(paths);
  const addressFiles = paths(municipality.addresses);
  const [firstBuildings] = municipality.buildings;
  const names = joinNames(municipality.buildings);
  if (firstBuildings && buildingFiles.length > 0 && !municipality.buildingTable) {
    steps.push({
      name: 'building table',
      version: 2,
      inputs: [...buildingFiles, ...addressFiles],
      options: { names },
      output: BUILDING_TABLE,
      async run(output, onProgress) {
        const { makeBuildingTable } = await import('../building-table.ts');
        return makeBuildingTable(buildingFiles, addressFiles, output, { names, onProgress });
      },
    });
    made.buildingTable = { url: BUILDING_TABLE, source: firstBuildings.source };
  }

  const treeFiles = paths(municipality.trees);
  let sun: Step | undefined;
  const hasTable = made.buildingTable?.url === BUILDING_TABLE;
  if (municipality.solar && municipality.solar.url === undefined && hasTable) {
    const { climate, source } = municipality.solar;
    const settings = solarSettings(municipality, join(folder, 'municipality.json'));
    const sunLod = oneLod(municipality.buildings, join(folder, 'municipality.json'));
    const climateFile = climate === undefined ? undefined : join(folder, climate);
    sun = {
      name: 'solar',
      version: 2,
      inputs: [...buildingFiles, ...treeFiles, ...terrainFiles, ...(climateFile ? [climateFile] : [])],
      options: { settings, lod: sunLod, extent: municipality.extent },
      output: SOLAR,
      async run(output, onProgress) {
        const { makeSolar } = await import('../solar.ts');
        const sources = {
          buildingFiles,
          lod: sunLod,
          ids: (await readBuildingTable(output)).id,
          extent: municipality.extent,
          treeFiles,
          heightAt: terrainFiles.length > 0 ? await heightReader() : undefined,
          climateFile,
        };
        return makeSolar(sources, settings, output, onProgress);
      },
    };
    steps.push(sun);
    made.solar = { url: `${SOLAR}/index.json`, source };
  }

  made.buildings = municipality.buildings.map((dataset, index) => {
    const files = paths(dataset);
    if (files.length === 0) return dataset;
    const output = buildingFolder(dataset, index);
    const options = { lod: lodOf(dataset), credit: dataset.source.attribution ?? '' };
    steps.push({
      name: output,
      version: 2,
      inputs: [...new Set([...files, ...(sun?.inputs ?? [])])],
      options: { ...options, ...(sun && { sun: [sun.version, sun.options] }) },
      output,
      async run(target, onProgress) {
        const { makeBuildingTiles } = await import('../tiles.ts');
        const roofs = sun && { roofs: await readRoofs(target), ids: (await readBuildingTable(target)).id };
        return makeBuildingTiles(files, target, { ...options, ...(roofs && { sun: roofs }), onProgress });
      },
    });
    return toMade(dataset, `${output}/tileset.json`, 'ellipsoid');
  });

  const mapFiles = paths(municipality.map);
  if (municipality.map && mapFiles.length > 0) {
    const { extent } = municipality;
    made.map = toMade(municipality.map, 'map/{z}/{x}/{y}.webp');
    steps.push({
      name: 'map',
      isBeside: true,
      version: 3,
      inputs: mapFiles,
      options: { extent },
      output: 'map',
      async run(output, onProgress) {
        const { makeMap } = await import('../map.ts');
        return makeMap(mapFiles, output, { extent, onProgress });
      },
    });
  }

  if (terrain && terrainFiles.length > 0 && !municipality.heights && municipality.flood?.url === undefined) {
    const settings = floodSettings(municipality, join(folder, 'municipality.json'));
    steps.push({
      name: 'flood',
      version: 3,
      inputs: [...terrainFiles, ...mapFiles, ...buildingFiles],
      options: settings,
      output: 'flood',
      async run(output, onProgress) {
        const { makeFlood } = await import('../flood.ts');
        const { finestGrid } = await import('../terrain/read-heights.ts');
        const sources = {
          heights: finestGrid(await readHeightsOnce()),
          groundFiles: mapFiles,
          buildingFiles,
          buildingIds: hasTable ? (await readBuildingTable(output)).id : [],
        };
        return makeFlood(sources, settings, output, '../heights.tif', onProgress);
      },
    });
    const { ambulance, fire, value } = municipality.flood ?? {};
    made.flood = {
      url: 'flood/index.json',
      source: municipality.flood?.source ?? terrain.source,
      ...(ambulance && { ambulance }),
      ...(fire && { fire }),
      ...(value && { value }),
    };
  }

  if (municipality.addresses && addressFiles.length > 0) {
    steps.push({
      name: 'addresses',
      version: 1,
      inputs: [...addressFiles, ...buildingFiles],
      options: {},
      output: 'addresses.json',
      async run(output) {
        const { makeAddresses } = await import('../addresses.ts');
        return makeAddresses(
          addressFiles,
          output,
          buildingFiles.length > 0 ? (await readBuildingTable(output)).id : [],
        );
      },
    });
    made.addresses = toMade(municipality.addresses, 'addresses.json');
  }

  const streetFiles = paths(municipality.streets);
  if (municipality.streets && streetFiles.length > 0) {
    steps.push({
      name: 'streets',
      version: 1,
      inputs: [...streetFiles, ...terrainFiles],
      options: {},
      output: 'streets.json',
      async run(output) {
        const { makeStreets } = await import('../streets.ts');
        return makeStreets(streetFiles, output, await heightReader());
      },
    });
    made.streets = toMade(municipality.streets, 'streets.json');
  }

  if (municipality.trees && treeFiles.length > 0) {
    const credit = municipality.trees.source.attribution ?? '';
    steps.push({
      name: 'trees',
      version: 3,
      inputs: [...treeFiles, ...terrainFiles],
      options: { credit },
      output: 'trees',
      async run(output, onProgress) {
        const { makeTrees } = await import('../trees.ts');
        return makeTrees(treeFiles, output, { heightAt: await heightReader(), credit, onProgress });
      },
    });
    made.trees = toMade(municipality.trees, 'trees/tileset.json', 'ellipsoid');
  }

  const plans = readPlans(folder, municipality.plans);
  if (plans.length > 0) {
    const files = plans.flatMap(({ variants }) => variants.flatMap(listGeometryFiles));
    const barrierFiles = paths(municipality.waterBarriers);
    steps.push({
      name: 'plans',
      version: 5,
      inputs: [
        ...[...new Set(files)].map((file) => join(folder, file)),
        ...terrainFiles,
        ...buildingFiles,
        ...barrierFiles,
      ],
      options: { plans },
      output: 'plans',
      async run(output, onProgress) {
        const { makePlans } = await import('../plans.ts');
        const { readBarriers } = await import('../plans/read-barriers.ts');
        const buildings = hasTable ? await readBuildingTable(output) : undefined;
        const barriers = await readBarriers(barrierFiles);
        return makePlans(folder, plans, output, { heightAt: await heightReader(), buildings, barriers }, onProgress);
      },
    });
    made.plans = plans.map(({ id }) => `plans/${id}.json`);
  }

  const dikeFiles = paths(municipality.waterBarriers);
  if (municipality.waterBarriers && dikeFiles.length > 0) {
    steps.push({
      name: 'dikes',
      version: 1,
      inputs: [...dikeFiles],
      options: {},
      output: 'dikes.json',
      async run(output) {
        const { makeDikes } = await import('../dikes.ts');
        return makeDikes(dikeFiles, output);
      },
    });
    made.waterBarriers = toMade(municipality.waterBarriers, 'dikes.json');
  }

  const claimFiles = paths(municipality.claims);
  if (municipality.claims && claimFiles.length > 0) {
    const { themes = [], matrix = [], rules, source } = municipality.claims;
    const rulesFile = rules === undefined ? undefined : join(folder, rules);
    const heightErrorM = terrain?.source.accuracyM ?? 0;
    steps.push({
      name: 'claims',
      version: 2,
      inputs: [...claimFiles, ...(rulesFile ? [rulesFile] : []), ...terrainFiles],
      options: { themes, matrix, source, heightErrorM },
      output: 'claims',
      async run(output) {
        const { makeClaims } = await import('../claims-build.ts');
        const ground = { heightAt: await heightReader(), heightErrorM };
        return makeClaims({ files: claimFiles, rulesFile, themes, matrix, source, ground }, output);
      },
    });
    made.claims = { url: 'claims/claims.json', source, ...(rulesFile ? { rules: 'claims/rules.json' } : {}) };
  }

  const people = planPeople(folder, municipality, { paths, terrainFiles, heightReader });
  steps.push(...people.steps);
  Object.assign(made, people.made);

  const notMade = (['map', 'planArea'] as const).filter((key) => paths(made[key]).length > 0);
  for (const key of notMade) delete made[key];
  return { steps, made, notMade };
}
