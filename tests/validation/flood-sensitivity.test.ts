import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildFloodInput } from '../../src/engines/flood-input.ts';
import { ARRIVAL_DEPTH } from '../../src/model/flood.ts';
import { floodGroundCode, groundTable } from '../../src/model/flood-ground.ts';
import { parseFloodIndex } from '../../src/model/flood-index.ts';
import { floodSensitivity, type SensitivityId } from '../../src/model/flood-sensitivity.ts';
import type { FloodSite } from '../../src/model/flood-site.ts';
import { createRasterCache } from '../../src/workers/raster-window.ts';
import { readSiteWindow } from '../../src/workers/read-flood-site.ts';
import { type FolderServer, serveFolder } from '../workers/serve-folder.ts';
import { flood } from './flood/engine.ts';
import { isFull, tell } from './flood/ground.ts';

const made = fileURLToPath(new URL('../../public/made/markerwaard/', import.meta.url));
/** The middle of the demo's town, RD. */
const EXTENT = [146_600, 507_800, 147_400, 508_600] as const;
/** m. */
const DEEP = 0.1;

/** What one run takes, and how many times it is more or less than in the standard run. */
interface Variant {
  readonly cellSize: number;
  readonly manning: number;
  readonly infiltration: number;
  readonly sewer: number;
}
const standard: Variant = { cellSize: 4, manning: 1, infiltration: 1, sewer: 1 };
const variants: Record<SensitivityId, Partial<Variant>> = {
  smooth: { manning: 0.7 },
  rough: { manning: 1.3 },
  lessSoil: { infiltration: 0.5 },
  moreSoil: { infiltration: 2 },
  noSewer: { sewer: 0 },
  moreSewer: { sewer: 1.5 },
  fine: { cellSize: 2 },
  coarse: { cellSize: 8 },
};

/** Hectares with 5 cm or more and with 10 cm or more, where no water always stands. */
function wetArea(site: FloodSite, change: Partial<Variant>) {
  const { cellSize, manning, infiltration, sewer } = { ...standard, ...change };
  const input = buildFloodInput(site, {
    cellSize,
    ground: groundTable().map((kind) => ({
      ...kind,
      manning: kind.manning * manning,
      infiltration: kind.infiltration * infiltration,
    })),
    sewerMillimetresPerHour: 20 * sewer,
    waterDepth: 0.5,
    rain: [
      { second: 0, value: 0.07 / 3600 },
      { second: 3600, value: 0 },
    ],
    seconds: 7200,
    borders: { west: 'closed', east: 'closed', south: 'closed', north: 'closed' },
  });
  const { maxima, balance } = flood(input);
  let [wet, deep] = [0, 0];
  for (let cell = 0; cell < maxima.depth.length; cell++) {
    if ((input.initialDepth?.[cell] ?? 0) > 0) continue;
    if ((maxima.depth[cell] as number) >= ARRIVAL_DEPTH) wet++;
    if ((maxima.depth[cell] as number) >= DEEP) deep++;
  }
  const hectares = (cellSize * cellSize) / 1e4;
  return { wet: wet * hectares, deep: deep * hectares, balance };
}

// Takes minutes, and the demo's town: in `npm run validation` only.
describe.runIf(isFull && existsSync(`${made}flood/index.json`))('what the answer depends on', () => {
  let server: FolderServer;
  let site: FloodSite;
  beforeAll(async () => {
    server = await serveFolder(made);
    const url = new URL('flood/index.json', server.url).href;
    const { files } = parseFloodIndex(await (await fetch(url)).json(), url);
    const whole = (path: string) => new URL(path, url).href;
    const { heights, ground, buildings, water } = files;
    site = await readSiteWindow(
      createRasterCache(),
      { heights: whole(heights), ground: whole(ground), buildings: whole(buildings), water: whole(water) },
      EXTENT,
    );
  }, 60_000);
  afterAll(() => server.close());

  it('is as the leaflet tells', { timeout: 1_200_000 }, () => {
    expect(site.ground).toContain(floodGroundCode('clinkers'));
    const base = wetArea(site, {});
    tell('sensitivity: standard', `${base.wet.toFixed(2)} ha of 5 cm, ${base.deep.toFixed(2)} ha of 10 cm`, '-');
    for (const [id, change] of Object.entries(variants) as [SensitivityId, Partial<Variant>][]) {
      const { wet, deep } = wetArea(site, change);
      const found = { wet: 100 * (wet / base.wet - 1), deep: 100 * (deep / base.deep - 1) };
      const told = floodSensitivity.changes[id];
      tell(
        `sensitivity: ${id}`,
        `${found.wet.toFixed(1)} %, ${found.deep.toFixed(1)} %`,
        `${told.wet}, ${told.deep} % in the leaflet`,
      );
      expect(Math.abs(found.wet - told.wet), id).toBeLessThan(1.5);
      expect(Math.abs(found.deep - told.deep), id).toBeLessThan(1.5);
    }
  });
});
