/** What a pack of a part holds: cuts every dataset to the extent, and `municipality.json` with them. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RdExtent } from '../../model/grid.ts';
import { InputError } from '../../model/input-error.ts';
import type { Municipality, Viewpoint } from '../../model/municipality.ts';
import { parseAddressIndex, parseBuildingTable, parseStreetIndex } from '../../model/parse-city-index.ts';
import { claimTownToJson, parseClaimTown } from '../../model/parse-claim-town.ts';
import { eventTownToJson, parseEventTown } from '../../model/parse-event-town.ts';
import { cropHeights } from './crop-heights.ts';
import type { Cut } from './cut.ts';
import { cutClaims } from './cut-claims.ts';
import { cutEvents } from './cut-events.ts';
import { cutFlood } from './cut-flood.ts';
import { type CutTable, cutAddresses, cutBuildingTable, cutStreets } from './cut-indexes.ts';
import { cutMap } from './cut-map.ts';
import { cutSolar } from './cut-solar.ts';
import { cutTerrain } from './cut-terrain.ts';
import { cutTileset } from './cut-tileset.ts';
import { holds, meet, meets } from './extent.ts';

interface MunicipalityCut extends Cut {
  readonly municipality: Municipality;
  /** By path: files that are neither text nor copied. */
  readonly writers: ReadonlyMap<string, (from: string, to: string) => Promise<void>>;
}

/** Those that stand in the extent, in their order; all of them when none does. */
function cutViewpoints(viewpoints: readonly Viewpoint[], extent: RdExtent): Viewpoint[] {
  const inside = viewpoints.filter(({ position: [x, y] }) => holds(extent, x, y));
  return inside.length > 0 ? inside : [...viewpoints];
}

const toFolder = (url: string) => url.replace(/layer\.json$/, '').replace(/\/?$/, '/');

/** `folder` is what `build` made, `made` its municipality with local datasets only. */
export async function cutMunicipality(
  folder: string,
  made: Municipality,
  extent: RdExtent | undefined,
): Promise<MunicipalityCut> {
  if (!extent) return { municipality: made, texts: new Map(), writers: new Map(), isKept: () => true };
  if (!meets(extent, made.extent))
    throw new InputError(
      `The extent ${extent.join(',')} lies outside ${made.name}, which is ${made.extent.join(',')} (RD New: west,south,east,north).`,
    );
  const readJson = async (path: string): Promise<unknown> => JSON.parse(await readFile(join(folder, path), 'utf8'));
  const { terrain, trees, map, streets, addresses, buildingTable, heights, flood, solar, claims, crowd } = made;
  const cuts: Pick<Cut, 'isKept'>[] = [];
  const texts = new Map<string, string>();
  const add = (cut: Cut) => {
    cuts.push(cut);
    for (const [path, text] of cut.texts) texts.set(path, text);
  };
  for (const url of [...made.buildings, trees].flatMap((dataset) => dataset?.url ?? []))
    add(cutTileset(url, await readJson(url), extent));
  if (terrain?.url) {
    const place = toFolder(terrain.url);
    add(cutTerrain(place, await readJson(`${place}layer.json`), extent));
  }
  const mapCut = map && cutMap(map, extent);
  if (mapCut) cuts.push(mapCut);
  let rows: CutTable | undefined;
  if (buildingTable?.url) {
    rows = cutBuildingTable(parseBuildingTable(await readJson(buildingTable.url), buildingTable.url), extent);
    texts.set(buildingTable.url, JSON.stringify(rows.table));
  }
  if (addresses?.url) {
    const index = parseAddressIndex(await readJson(addresses.url), addresses.url);
    texts.set(addresses.url, JSON.stringify(cutAddresses(index, extent, rows?.rowOf)));
  }
  if (streets?.url) {
    const index = parseStreetIndex(await readJson(streets.url), streets.url);
    texts.set(streets.url, JSON.stringify(cutStreets(index, extent)));
  }
  const writers = new Map<string, (from: string, to: string) => Promise<void>>();
  if (heights?.url) writers.set(heights.url, (from, to) => cropHeights(from, to, extent));
  if (flood?.url) {
    const cut = await cutFlood(flood.url, readJson, extent, rows);
    for (const [path, write] of cut.writers) writers.set(path, write);
    for (const [path, text] of cut.texts) texts.set(path, text);
  }
  if (solar?.url && rows) for (const [path, text] of await cutSolar(solar.url, readJson, rows)) texts.set(path, text);
  if (claims?.url) {
    const town = cutClaims(parseClaimTown(await readJson(claims.url), claims.url), extent);
    texts.set(claims.url, claimTownToJson(town));
  }
  if (crowd?.url) {
    const town = cutEvents(parseEventTown(await readJson(crowd.url), crowd.url), extent);
    texts.set(crowd.url, eventTownToJson(town));
  }
  return {
    municipality: {
      ...made,
      extent: meet(extent, made.extent),
      viewpoints: cutViewpoints(made.viewpoints, extent),
      ...(mapCut ? { map: mapCut.map } : {}),
    },
    texts,
    isKept: (path) => cuts.every((cut) => cut.isKept(path)),
    writers,
  };
}
