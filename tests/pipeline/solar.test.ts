import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseMunicipality } from '../../src/model/municipality.ts';
import { parseBuildingTable } from '../../src/model/parse-city-index.ts';
import { parseSolarIndex, parseSolarRoofs } from '../../src/model/parse-solar.ts';
import { solarClasses } from '../../src/model/solar.ts';
import { defaultSolarSettings } from '../../src/model/solar-defaults.ts';
import { buildMunicipality } from '../../src/pipeline/build.ts';
import { packMunicipality } from '../../src/pipeline/pack.ts';
import { createHamlet, hamlet, type Municipality, toCollection } from '../fixtures/small-municipality.ts';
import { checkTileset } from './tiles/check-tileset.ts';

/** Five houses in a row from west to east, with a slope to the west (surface 5) and one to the east (6), eaves against eaves. */
const sunny = { ...hamlet, solar: { source: hamlet.terrain.source, settings: { fewestPanels: 6 } } };
const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describe('a build with sun on roofs', () => {
  let place: Municipality;
  const build = async () => {
    const { steps } = await buildMunicipality(place.folder, { out: place.out });
    return steps.filter(({ done }) => done).map(({ name }) => name);
  };
  const read = (folder = place.out) => ({
    index: parseSolarIndex(readJson(join(folder, 'solar/index.json')), 'index.json'),
    roofs: parseSolarRoofs(readJson(join(folder, 'solar/roofs.json')), 'roofs.json'),
    table: parseBuildingTable(readJson(join(folder, 'buildings.json')), 'buildings.json'),
  });
  beforeAll(async () => {
    place = await createHamlet();
    place.write('municipality.json', sunny);
  });
  afterAll(() => place.destroy());

  it('computes it before the tiles, and says what from', async () => {
    const steps = await build();
    expect(steps.indexOf('solar')).toBeGreaterThan(steps.indexOf('building table'));
    expect(steps.indexOf('solar')).toBeLessThan(steps.indexOf('buildings'));
    const made = parseMunicipality(readJson(join(place.out, 'municipality.json')), 'made');
    expect(made.solar?.url).toBe('solar/index.json');
    const { index, roofs, table } = read();
    expect(index.settings).toEqual({ ...defaultSolarSettings, fewestPanels: 6 });
    expect(sum(index.climate.global)).toBeCloseTo(1023, 0);
    expect(index.skipped).toEqual([]);
    expect(roofs.building).toEqual(table.id.flatMap((_, row) => [row, row]));
    expect(roofs.surface).toEqual(table.id.flatMap(() => [5, 6]));
  });

  it('has slopes where they are, and each as sunny as its neighbours let it be', () => {
    const { roofs } = read();
    roofs.building.forEach((row, i) => {
      const isWest = i % 2 === 0;
      expect(roofs.azimuth[i]).toBeCloseTo(isWest ? 270 : 90, -0.5);
      expect(roofs.slope[i]).toBe(50);
      expect(roofs.area[i]).toBeCloseTo(10 * Math.hypot(2.5, 3), 1);
      expect(roofs.x[i]).toBeCloseTo(146000 + 7 * row + (isWest ? 1.25 : 3.75), 0);
      expect(roofs.nap[i]).toBeCloseTo(0.5, 1);
      expect(solarClasses[roofs.suitability[i] as number]).toBeDefined();
      expect(roofs.irradiation[i]).toBeLessThanOrEqual(roofs.unshaded[i] as number);
    });
    const loss = roofs.unshaded.map((open, i) => 1 - (roofs.irradiation[i] as number) / open);
    // Houses stand two metres apart: the outermost slopes see more than those that look at a neighbour.
    expect(loss[0]).toBeLessThan(0.02);
    expect(loss[4]).toBeGreaterThan(0.05);
    expect(loss[4]).toBeLessThan(0.4);
  });

  it('is named by the tiles', async () => {
    const { tiles } = await checkTileset(join(place.out, 'buildings'));
    const { roofs, table } = read();
    const [leaf] = tiles.filter(({ isLeaf }) => isLeaf);
    const found = (leaf?.read.tables[1]?.rows ?? []).filter(({ roof }) => roof !== undefined);
    expect(found.map(({ roof }) => roof).sort()).toEqual(roofs.building.map((_, i) => i).sort());
    for (const { roof, irradiation, area } of found) {
      expect(irradiation).toBe(roofs.irradiation[roof as number]);
      expect(area).toBeCloseTo(roofs.area[roof as number] as number, 0);
    }
    expect(table.id).toHaveLength(5);
  });

  it('is done again, with the tiles, when a tree grows before a roof, and that roof gets less', async () => {
    expect(await build()).toEqual([]);
    const before = read();
    const tree = { id: 'tall', hoogte: 25, kroondiameter: 12, soort: 'Pinus nigra' };
    place.write('sources/trees.geojson', toCollection('Point', [[tree, [145992, 507005]]]));
    expect(await build()).toEqual(['solar', 'buildings', 'trees']);
    const { roofs, index } = read();
    expect(index.inputsHash).not.toBe(before.index.inputsHash);
    expect(roofs.irradiation[0]).toBeLessThan(0.85 * (before.roofs.irradiation[0] as number));
    expect(roofs.irradiation[9]).toBeGreaterThan(0.97 * (before.roofs.irradiation[9] as number));
  });

  it('keeps its rows in a pack of a part, in which others belong to no building', async () => {
    const app = join(place.folder, 'app');
    mkdirSync(join(app, 'assets'), { recursive: true });
    writeFileSync(join(app, 'index.html'), '<!doctype html><html><head></head><body></body></html>');
    const out = join(place.folder, 'part');
    await packMunicipality(place.out, { out, app, extent: [145980, 506980, 146015, 507050] });
    const made = join(out, 'made/proefdam');
    expect(existsSync(join(made, 'solar/index.json'))).toBe(true);
    const [whole, part] = [read(), read(made)];
    expect(part.table.id.length).toBeLessThan(5);
    part.roofs.building.forEach((row, i) => {
      const id = whole.table.id[whole.roofs.building[i] as number] as string;
      expect(row).toBe(part.table.id.indexOf(id));
      expect(part.roofs.irradiation[i]).toBe(row < 0 ? 0 : whole.roofs.irradiation[i]);
    });
  });

  it('refuses settings that cannot be and a climate that is not there', async () => {
    const { solar } = sunny;
    const wrong = { ...solar, settings: { thresholds: { excellent: 900, good: 950, moderate: 700 } } };
    place.write('municipality.json', { ...sunny, solar: wrong });
    await expect(build()).rejects.toThrow(/solar\.settings\.thresholds are 900, 950 and 700; expected excellent above/);
    place.write('municipality.json', { ...sunny, solar: { ...solar, climate: 'sources/klimaat.csv' } });
    await expect(build()).rejects.toThrow(/sources\/klimaat\.csv \(solar\.climate\)/);
    place.write('municipality.json', { ...sunny, solar: { ...solar, settings: { albedo: 2 } } });
    await expect(build()).rejects.toThrow(/solar\.settings\.albedo/);
  });

  it('takes the climate of the municipality', async () => {
    const rows = Array.from(
      { length: 12 },
      (_, i) => `${i + 1},${[20, 35, 70, 110, 145, 150, 145, 125, 85, 50, 22, 14][i]}`,
    );
    place.write('sources/klimaat.csv', `month,ghi_kwh_m2\n${rows.join('\n')}\n`);
    place.write('municipality.json', { ...sunny, solar: { ...sunny.solar, climate: 'sources/klimaat.csv' } });
    expect(await build()).toEqual(['solar', 'buildings']);
    expect(read().index.climate.global[0]).toBe(20);
  });
});
