import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CrowdPolygon } from '../../src/model/crowd.ts';
import type { EventPlan } from '../../src/model/event-plan.ts';
import { parseGeoJson } from '../../src/model/geojson.ts';
import { parseMunicipality } from '../../src/model/municipality.ts';
import { parseEventTown } from '../../src/model/parse-event-town.ts';
import { polygonArea } from '../../src/model/polygon.ts';
import { buildMunicipality } from '../../src/pipeline/build.ts';
import { type PlaceSources, readPlace } from '../../src/pipeline/crowd/read-place.ts';
import { createHamlet, hamlet, type Municipality, toCollection } from '../fixtures/small-municipality.ts';

const [X, Y] = [146_000, 507_000];
/** Closed, from a corner in metres of the square. */
const box = (x: number, y: number, width: number, depth: number) =>
  [
    [x, y],
    [x + width, y],
    [x + width, y + depth],
    [x, y + depth],
    [x, y],
  ].map(([a, b]) => [X + (a as number), Y + (b as number)]);
const paved = {
  objecttype: 'wegdeel',
  functie: 'voetgangersgebied',
  fysiek_voorkomen: 'open verharding',
  naam: 'Plein',
};
const canal = { objecttype: 'waterdeel', class: 'waterloop' };
const deck = { objecttype: 'overbruggingsdeel', relatieve_hoogteligging: 1 };
const yard = { objecttype: 'onbegroeidterreindeel', fysiek_voorkomen: 'erf' };

const surfaces = (...list: (readonly [object, ...number[][][]])[]) =>
  parseGeoJson(
    toCollection(
      'Polygon',
      list.map(([properties, ...rings]) => [properties as never, rings]),
    ),
    'ground.geojson',
  );
const empty: PlaceSources = { surfaces: [], footprints: [], trees: [], furniture: [], heightAt: () => -4 };
const square = { id: 'plein', title: 'Plein', polygon: box(0, 0, 40, 30) as [number, number][] };
const sizeOf = (polygons: readonly CrowdPolygon[]) =>
  polygons.reduce(
    (sum, [outer = [], ...holes]) => sum + polygonArea(outer) - holes.reduce((all, hole) => all + polygonArea(hole), 0),
    0,
  );

describe('ground for an event', () => {
  it('is the outline where no map says what is whose', () => {
    const place = readPlace(square, empty);
    expect(place).toEqual({ id: 'plein', title: 'Plein', walkable: [expect.any(Array)], fixed: [], groundNap: -4 });
    expect(sizeOf(place.walkable)).toBe(1200);
  });

  it('leaves out water, but not the bridge over it, and yards', () => {
    const ground = surfaces(
      [paved, box(0, 0, 30, 30)],
      [canal, box(30, 0, 5, 30)],
      [paved, box(35, 0, 3, 30)],
      [yard, box(38, 0, 2, 30)],
      [deck, box(29, 10, 7, 4)],
    );
    const { walkable, fixed } = readPlace(square, { ...empty, surfaces: ground });
    expect(walkable).toHaveLength(1);
    expect(sizeOf(walkable)).toBeCloseTo(30 * 30 + 3 * 30 + 5 * 4, 6);
    expect(fixed.map(({ what }) => what)).toEqual(['water', 'water']);
    expect(sizeOf(fixed.map(({ polygon }) => polygon))).toBeCloseTo(5 * 30 - 5 * 4, 6);
  });

  it('joins pieces of a map that miss each other by a centimetre', () => {
    const ground = surfaces([paved, box(0, 0, 20, 30)], [paved, box(20.01, 0, 19.99, 30)]);
    expect(readPlace(square, { ...empty, surfaces: ground }).walkable).toHaveLength(1);
  });

  it('has a house as a hole, with exact corners, and loses the gap beside it in which no body fits', () => {
    const house = { id: 'H', surfaces: [[box(10, 10, 8, 6).flat()]] };
    const beside = { id: 'B', surfaces: [[box(18.4, 10, 5, 6).flat()]] };
    const { walkable, fixed } = readPlace(square, { ...empty, footprints: [house, beside] });
    expect(fixed.map(({ what }) => what)).toEqual(['building', 'building']);
    expect(walkable).toHaveLength(1);
    expect(walkable[0]).toHaveLength(2);
    // 0.4 m between them is no ground; 5 cm at either mouth may stay.
    expect(sizeOf(walkable)).toBeGreaterThanOrEqual(1200 - 13.4 * 6);
    expect(sizeOf(walkable)).toBeLessThan(1200 - 13.4 * 6 + 2 * 0.4 * 0.35);
    expect(walkable[0]?.[1]).toEqual(expect.arrayContaining([X + 10, Y + 10]));
  });

  it('keeps a passage as wide as it is to the millimetre', () => {
    const walls = [box(0, 10, 18, 6), box(22.037, 10, 17.963, 6)].map((ring, i) => ({
      id: `${i}`,
      surfaces: [[ring.flat()]],
    }));
    const { walkable } = readPlace(square, { ...empty, footprints: walls });
    const corners = (walkable[0]?.[0] ?? []).filter(
      (_, i, all) => i % 2 === 0 && [10, 16].includes(Math.round(((all[i + 1] as number) - Y) * 1000) / 1000),
    );
    const inner = [...new Set(corners.map((x) => Math.round((x - X) * 1000) / 1000))].filter((x) => x > 1 && x < 39);
    expect(inner.sort()).toEqual([18, 22.037]);
  });

  it('has trees as thick as they are drawn, and furniture as wide as its file says', () => {
    const trees = [{ id: 'T', x: X + 5, y: Y + 5, height: 12, crown: 8, species: 'Tilia', shape: 'broad' as const }];
    const furniture = parseGeoJson(
      toCollection('Point', [
        [{ diameter: 3 }, [X + 20, Y + 20]],
        [{}, [X + 90, Y]],
      ]),
      'f.geojson',
    );
    const { fixed } = readPlace(square, { ...empty, trees, furniture });
    expect(fixed.map(({ what }) => what)).toEqual(['tree', 'other']);
    const [trunk, pump] = fixed.map(({ polygon }) => polygonArea(polygon[0] ?? [])) as [number, number];
    expect(trunk).toBeCloseTo(8 * Math.tan(Math.PI / 8) * (0.026 / 0.62) ** 2 * 64, 2);
    expect(pump).toBeCloseTo(8 * Math.tan(Math.PI / 8) * 1.5 ** 2, 2);
  });

  it('may be named as the map names it', () => {
    const ground = surfaces([paved, box(0, 0, 10, 10)], [{ ...paved, naam: 'Steeg' }, box(10, 0, 10, 4)]);
    const named = (area: string) => readPlace({ id: 'plein', title: 'Plein', area }, { ...empty, surfaces: ground });
    expect(sizeOf(named('Plein').walkable)).toBe(100);
    expect(() => named('Markt')).toThrow('crowd.places (plein): area: no surface of the map has the name "Markt".');
  });

  it('says what is wrong where nothing is left of it, where it has no heights, and with a feature', () => {
    const ground = surfaces([canal, box(0, 0, 40, 30)]);
    expect(() => readPlace(square, { ...empty, surfaces: ground })).toThrow(
      'crowd.places (plein): nothing is left to walk on',
    );
    expect(() => readPlace(square, { ...empty, heightAt: () => undefined })).toThrow(
      'the heights of the ground do not reach there',
    );
    const furniture = parseGeoJson(
      toCollection('Point', [[{ id: 'pomp', diameter: -1 }, [X + 5, Y + 5]]]),
      'f.geojson',
    );
    expect(() => readPlace(square, { ...empty, furniture })).toThrow(
      'f.geojson, feature 1 (pomp): diameter -1 is not above 0.',
    );
  });
});

const source = { title: { nl: 'Evenement', en: 'Event' }, holder: 'Proefdam', date: '2026-01-01', licence: 'CC0-1.0' };
const plan: EventPlan = {
  id: 'feest',
  title: 'Feest',
  place: 'plein',
  start: '2026-06-13T13:00',
  seconds: 600,
  entries: [{ id: 'west', title: 'West', line: [X + 1, Y + 1, X + 1, Y + 9] }],
  stops: [],
  groups: [],
  routes: [],
  layouts: [{ id: 'a', title: 'A', objects: [], fences: [] }],
  limitPersonsPerM2: 2.5,
  source,
};

describe('events and counts of a municipality', () => {
  let place: Municipality;
  const build = () => buildMunicipality(place.folder, { out: place.out });
  const readJson = (name: string): unknown => JSON.parse(readFileSync(join(place.out, name), 'utf8'));
  // Of the hamlet only what they read, so that little else is made.
  const { buildings: _, streets: __, addresses: ___, ...rest } = hamlet;
  const small = { ...rest, buildings: [], flood: { url: 'flood/index.json', source } };
  const name = (more: object) => place.write('municipality.json', { ...small, ...more });
  const crowd = { source, places: [{ ...square, polygon: box(-15, 60, 40, 30) }], events: ['feest.json', 'fout.json'] };
  const counts = { source, files: ['counts.csv'], gates: 'gates.geojson' };
  const rows = [
    'location,start,duration_minutes,direction,count',
    'G1,2026-06-13T10:00,60,in,12',
    'G1,2026-06-13T10:00,60,out,7',
  ];

  beforeAll(async () => {
    place = await createHamlet();
    place.write('feest.json', plan);
    place.write('fout.json', { ...plan, id: 'fout', place: 'markt' });
    place.write(
      'gates.geojson',
      toCollection('Point', [[{ id: 'G1', naam: 'West', inDegrees: 90, errorShare: 0.04, errorPersons: 1 }, [X, Y]]]),
    );
    place.write('counts.csv', [...rows, 'G9,2026-06-13T10:00,60,in,3'].join('\n'));
    place.write('sources/ground.geojson', toCollection('Polygon', [[paved, [box(-20, -20, 140, 140)]]]));
  });
  afterAll(() => place.destroy());

  it('are made, and what was refused is told', async () => {
    name({ crowd, counts });
    const report = await build();
    const facts = Object.fromEntries(report.steps.map((step) => [step.name, step.facts]));
    const refusedEvent = 'fout.json: place: there is no "markt"; municipality.json has plein.';
    const refusedCount = 'refused: counts.csv, line 4, location: "G9" is no gate; there are G1';
    expect(facts['crowd']).toEqual({
      accepted: 1,
      refused: 1,
      places: [{ id: 'plein', squareMetres: expect.any(Number), groundNap: expect.any(Number) }],
      notes: [refusedEvent],
    });
    expect(facts['counts']).toMatchObject({ accepted: 2, refused: 1, gates: 1, days: 1, notes: [refusedCount] });
    expect(report.notes).toEqual([refusedEvent, refusedCount]);
    const made = parseMunicipality(readJson('municipality.json'), 'municipality.json');
    expect(made.crowd).toEqual({ url: 'crowd/events.json', source });
    expect(made.counts).toEqual({ url: 'counts/counts.json', source });
    const town = parseEventTown(readJson('crowd/events.json'), 'events.json');
    expect(town.events).toEqual([plan]);
    // The ground rises by 1 in 50 from -4 m NAP.
    expect(town.places[0]?.groundNap).toBeCloseTo(-4 + (60 + 15 + 20) / 50, 1);
    expect(readJson('counts/counts.json')).toMatchObject({ day: '2026-06-13', leastShown: 5, gates: [{ id: 'G1' }] });
  }, 120_000);

  it('are not made of what cannot be used, and say so in one line', async () => {
    name({ crowd: { ...crowd, events: ['fout.json'] } });
    await expect(build()).rejects.toThrow('crowd: no event plan can be used; the first: fout.json: place');
    name({ crowd: { ...crowd, events: ['niets.json'] }, counts: { ...counts, gates: 'nergens.geojson' } });
    await expect(build()).rejects.toThrow('niets.json (crowd.events), nergens.geojson (counts.gates)');
    name({ counts: { ...counts, day: '2026-06-14' } });
    await expect(build()).rejects.toThrow('counts.day: nothing was counted on 2026-06-14.');
    const datastreams = [{ gate: 'G2', direction: 'in', id: '1' }];
    name({ counts: { ...counts, live: { url: 'https://example.org/v1.1', refreshSeconds: 60, datastreams } } });
    await expect(build()).rejects.toThrow('counts.live.datastreams.0.gate: there is no gate "G2".');
    name({ crowd: { source, places: [{ id: 'plein', title: 'Plein' }] } });
    await expect(build()).rejects.toThrow('expected either polygon or area');
  }, 120_000);
});
