/** What is known of a run as files for others: its rasters, and its effects on a map. */
import { effectsToGeoJson } from '../model/export-effects.ts';
import type { Loadable } from '../model/loadable.ts';
import { writeZip } from '../model/zip.ts';
import { writeRunRasters } from '../workers/start-flood-effects.ts';
import { flood } from './flood.ts';
import { floodEffects } from './flood-effects.ts';
import { twin } from './twin.ts';

const readyOf = <T>(loadable: Loadable<T>): T | undefined => (loadable.status === 'ready' ? loadable.value : undefined);

/** Undefined while there are no effects. */
export function writeEffectMap(title: string): string | undefined {
  const effects = readyOf(floodEffects.getState().effects);
  const { run } = floodEffects.getState();
  if (!effects || !run) return undefined;
  const { buildingTable, streets, addresses } = twin.getState();
  return effectsToGeoJson(
    effects,
    { buildings: readyOf(buildingTable), streets: readyOf(streets), addresses: readyOf(addresses) },
    { title, storm: run.storm.id, engine: run.engine, inputsHash: run.hash },
  );
}

/** GeoTIFFs of the run in the picture with a text about them, in one zip. Throws what goes wrong. */
export async function writeEffectRasters(about: string, now = new Date()): Promise<Blob> {
  const { run, source } = flood.getState();
  if (!run || !source) throw new Error('There is no run in the picture.');
  const { site, depths, extent } = source;
  const rasters = await writeRunRasters({ site, run: source.run, seconds: run.seconds, depths, extent });
  const lines = [
    about,
    `storm: ${run.storm.id} (${run.storm.millimetres} mm, ${run.storm.minutes} min)`,
    `engine: ${run.engine}`,
    ...(run.hash === undefined ? [] : [`SHA-256 of the input: ${run.hash}`]),
    'EPSG:28992, NoData -9999. depth.tif: m, greatest. arrival.tif: min until 5 cm. duration.tif: min with 5 cm or more.',
  ];
  const text = { name: 'README.txt', bytes: new TextEncoder().encode(`${lines.join('\r\n')}\r\n`) };
  return writeZip([...rasters.map(({ id, bytes }) => ({ name: `${id}.tif`, bytes })), text], now);
}
