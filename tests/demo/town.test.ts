import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { strip } from '../../src/demo/area.ts';
import { attributesOf } from '../../src/demo/building.ts';
import { encodeBuilding } from '../../src/demo/cityjson-file.ts';
import { drawFair } from '../../src/demo/fair.ts';
import { listEntries } from '../../src/demo/fair-site.ts';
import { encodeGeoJson } from '../../src/demo/geojson-file.ts';
import { coverShare } from '../../src/demo/ground.ts';
import { drawHavenkwartier } from '../../src/demo/havenkwartier.ts';
import { listMainStreets } from '../../src/demo/main-streets.ts';
import { isInside, origin } from '../../src/demo/point.ts';
import { createRandom } from '../../src/demo/random.ts';
import { drawSluis } from '../../src/demo/sluis.ts';
import { volumeOf } from '../../src/demo/solid.ts';
import { carriageHalfWidth, isDriven } from '../../src/demo/street.ts';
import { townExtent } from '../../src/demo/terrain.ts';
import { listWaterBarriers } from '../../src/demo/water-barriers.ts';
import { checkEmergencyRoutes } from '../../src/engines/crowd/emergency.ts';
import { measurePassages } from '../../src/engines/crowd/passages.ts';
import { runCrowd } from '../../src/engines/crowd.ts';
import type { CrowdPolygon } from '../../src/model/crowd.ts';
import { listEventFaults } from '../../src/model/event-faults.ts';
import { objectRing } from '../../src/model/event-library.ts';
import type { EventLayout, EventObject, EventPlace, EventPlan } from '../../src/model/event-plan.ts';
import { eventToScenario } from '../../src/model/event-scenario.ts';
import { parseGeoJson } from '../../src/model/geojson.ts';
import { parseMunicipality } from '../../src/model/municipality.ts';
import { parsePlan } from '../../src/model/plan.ts';
import { parsePlanGround, parsePlanVolumes } from '../../src/model/plan-geojson.ts';
import { isInRings } from '../../src/model/plan-ring.ts';
import { listBarriers } from '../../src/model/water-barrier.ts';
import { loadKernel } from '../../src/pipeline/compile-kernel.ts';
import { listBarrierCuts } from '../../src/pipeline/plans/barriers.ts';
import { cutSquare } from './fair-ground.ts';
import { listIntruders, listOverlaps } from './footprints.ts';
import { makeTown, type Town } from './make-town.ts';
import { listOpenEdges } from './solids.ts';

let town: Town;
beforeAll(() => {
  town = makeTown(1);
}, 120_000);

const isUnique = (ids: readonly string[]) => new Set(ids).size === ids.length;

function fingerprint({ buildings, surfaces, trees, addresses, z }: Town): string {
  const hash = createHash('sha256');
  for (const building of buildings) hash.update(encodeBuilding(building, 0));
  return hash
    .update(JSON.stringify([surfaces, trees, addresses]))
    .update(z)
    .digest('hex');
}

describe('the town of seed 1', () => {
  it('has the size of a small town', () => {
    expect(town.buildings.length).toBeGreaterThan(3800);
    expect(town.buildings.length).toBeLessThan(4800);
    expect(town.trees.length).toBeGreaterThan(9000);
    const districts = new Map<string, number>();
    for (const { district } of town.plots) districts.set(district, (districts.get(district) ?? 0) + 1);
    for (const [name, count] of districts) expect(count, name).toBeGreaterThan(15);
  });

  it('stands in closed solids with a volume', () => {
    const faults = town.buildings.flatMap(({ id, solids, plot }) =>
      solids
        .filter((faces) => listOpenEdges(faces).length > 0 || volumeOf(faces) <= 1)
        .map(() => `${id} ${plot.name ?? plot.district}`),
    );
    expect(faults).toEqual([]);
  });

  it('has heights, areas and volume that follow from the solids', () => {
    const faults = town.buildings.filter((building) => {
      const corners = building.solids.flat().flatMap(({ rings }) => rings.flat());
      const heights = corners.map(({ z }) => z);
      const facts = attributesOf(building, 0) as Record<string, number | null>;
      const near = (a: number | null | undefined, b: number) => Math.abs((a ?? Number.NaN) - b) < 0.011;
      const volume = building.solids.reduce((sum, faces) => sum + volumeOf(faces), 0);
      const [low, half, most, high] = ['min', '50p', '70p', 'max'].map((name) => facts[`b3_h_dak_${name}`] as number);
      const ordered = [low, half, most, high].every(
        (value, i, all) => i === 0 || (value as number) >= (all[i - 1] as number),
      );
      return !(
        near(facts['b3_h_maaiveld'], Math.min(...heights)) &&
        near(high, Math.max(...heights)) &&
        near(facts['b3_volume_lod22'], volume) &&
        ordered &&
        (facts['b3_h_nok'] ?? -10) <= (high as number)
      );
    });
    expect(faults.map(({ id }) => id)).toEqual([]);
  });

  it('has no building in another', () => expect(listOverlaps(town.buildings, 0.5)).toEqual([]));

  it('has no building on a carriageway', () => {
    const carriageways = town.streets.filter(isDriven).map((street) => strip(street.line, carriageHalfWidth(street)));
    expect(listIntruders(town.buildings, carriageways, 0.5)).toEqual([]);
  });

  it('has no building in water', () => {
    const { quays, ponds, lake } = town.terrain;
    const waters = [...quays.map(({ area }) => area), ...ponds, lake];
    expect(listIntruders(town.buildings, waters, 0.5)).toEqual([]);
  });

  it('covers its ground once', () => {
    expect(coverShare(town.surfaces, townExtent)).toBeGreaterThan(0.99);
    expect(coverShare(town.surfaces, townExtent)).toBeLessThan(1.01);
  });

  it('gives everything its own id, and every address a building', () => {
    const known = new Set(town.buildings.map(({ id }) => id));
    expect(known.size).toBe(town.buildings.length);
    expect(isUnique(town.addresses.map(({ id }) => id))).toBe(true);
    expect(isUnique(town.addresses.map(({ street, number, letter }) => `${street} ${number}${letter}`))).toBe(true);
    expect(town.addresses.filter(({ building }) => !known.has(building))).toEqual([]);
    expect(town.addresses.filter(({ postcode }) => !/^8299[A-Z]{2}$/.test(postcode))).toEqual([]);
  });

  it('is seen from viewpoints within it, standing free when at eye level', () => {
    const file = new URL('../../data/markerwaard/municipality.json', import.meta.url);
    const { extent, viewpoints } = parseMunicipality(JSON.parse(readFileSync(file, 'utf8')), 'municipality.json');
    // On today's ground: the places of the lock stand on what is to be made, and are looked at with it.
    const plan = new URL('../../data/markerwaard/plans/havenkwartier.json', import.meta.url);
    const { stops } = parsePlan(JSON.parse(readFileSync(plan, 'utf8')), 'havenkwartier.json');
    const [west, south, east, north] = extent;
    let standing = 0;
    for (const { id, position } of [...viewpoints, ...stops]) {
      const [x, y, z] = position;
      expect(x > west && x < east && y > south && y < north, id).toBe(true);
      const p = { x: x - origin.x, y: y - origin.y };
      const ground = town.z[Math.floor(p.y) * town.terrain.grid.width + Math.floor(p.x)] as number;
      expect(z, `${id} above the ground`).toBeGreaterThan(ground + 1.4);
      const inside = town.plots.filter(({ parts }) => parts.some(({ footprint }) => isInside(p, footprint)));
      if (z - ground > 20) continue;
      expect(inside, id).toEqual([]);
      const crowns = town.trees.filter(({ point, crown }) => Math.hypot(point.x - p.x, point.y - p.y) < crown / 2);
      expect(crowns, `${id} in a tree`).toEqual([]);
      if (z - ground < 4) {
        standing++;
        expect(z - ground, `${id} at eye level`).toBeLessThan(2);
      }
    }
    expect(standing).toBeGreaterThan(0);
  });

  it('has a dike that every plan leaves as it is, but the lock and the harbour in it', () => {
    const { grid } = town.terrain;
    const heightAt = (x: number, y: number) =>
      town.z[Math.floor(y - origin.y) * grid.width + Math.floor(x - origin.x)] as number | undefined;
    const dike = listBarriers(parseGeoJson(JSON.parse(encodeGeoJson('dike', listWaterBarriers())), 'dike'));
    const random = createRandom(1);
    const plans = { ...drawHavenkwartier(random.fork('havenkwartier')), ...drawSluis(random.fork('sluis')) };
    const cuts = Object.entries(plans).map(([id, { ground, volumes }]) => {
      const read = (features: Parameters<typeof encodeGeoJson>[1]): unknown => JSON.parse(encodeGeoJson(id, features));
      const gates = parsePlanVolumes(read(volumes), id).filter(({ retains }) => retains);
      return [
        id,
        listBarrierCuts(
          dike,
          parsePlanGround(read(ground), id),
          gates.map(({ footprint, upper }) => ({ rings: footprint, upperNap: upper })),
          heightAt,
        ),
      ];
    });
    const cut = { name: 'Markerdijk', requiredNap: 2.8, isWater: true };
    expect(Object.fromEntries(cuts)).toEqual({
      kade: [],
      hoven: [],
      haven: [],
      schutsluis: [{ ...cut, length: 8, lowestNap: -4.9, holds: 'gates' }],
      dijkhaven: [{ ...cut, length: 14, lowestNap: -0.3, holds: 'ground' }],
    });
  }, 60_000);

  it('comes out the same again', () => {
    expect(fingerprint(makeTown(1))).toBe(fingerprint(town));
  }, 120_000);
});

describe('the fair on its market square', () => {
  const file = 'data/markerwaard/municipality.json';
  const isFree = ({ walkable }: EventPlace, obstacles: readonly CrowdPolygon[], x: number, y: number) =>
    walkable.some((rings) => isInRings(rings, x, y)) && !obstacles.some((rings) => isInRings(rings, x, y));
  let place: EventPlace;
  let kernel: WebAssembly.Module;
  const fair = drawFair(listEntries(listMainStreets()));
  const scenarioOf = (id: string, more: Partial<EventPlan> = {}) =>
    eventToScenario({ ...fair, ...more }, fair.layouts.find((layout) => layout.id === id) as EventLayout, place);
  beforeAll(async () => {
    kernel = await WebAssembly.compile(await loadKernel('crowd'));
    place = cutSquare(town, parseMunicipality(JSON.parse(readFileSync(file, 'utf8')), file));
  });

  it('stands on open ground: nothing in a wall or a tree, and nothing in something else', () => {
    for (const layout of fair.layouts) expect(listEventFaults(fair, layout, place)).toEqual([]);
    expect(place.fixed.filter(({ what }) => what === 'tree').length).toBeGreaterThan(20);
  });

  it('leaves 4.00 m between first aid and container, and 2.50 m with the cabin', () => {
    const passage = (id: string) => {
      const { x, y } = (fair.layouts[0] as EventLayout).objects.find(({ kind }) => kind === 'container') as EventObject;
      return measurePassages({ ...scenarioOf(id), fixed: place.fixed.map(({ polygon }) => polygon) }).filter(
        ({ widthNow, parts }) =>
          widthNow > 2 &&
          parts.some((part) => Math.hypot((part[0] + part[2]) / 2 - x, (part[1] + part[3]) / 2 - y) < 4.5),
      );
    };
    expect(passage('a').map(({ widthNow }) => widthNow.toFixed(2))).toEqual(['4.00']);
    expect(passage('b').map(({ widthNow }) => widthNow.toFixed(2))).toEqual(['2.50']);
  });

  it('keeps 3.5 m for ambulances from street to street, but not with the cabin', () => {
    const { walkable, fixed } = place;
    const check = (id: string) => {
      const layout = fair.layouts.find((each) => each.id === id) as EventLayout;
      const things = layout.objects.map((object) => ({ id: object.id, polygon: [objectRing(object)] }));
      return checkEmergencyRoutes({ walkable, fixed: fixed.map(({ polygon }) => polygon), things }, fair.routes)[0];
    };
    expect(check('a')).toMatchObject({ verdict: 'ok' });
    const blocked = check('b');
    expect(blocked).toMatchObject({ verdict: 'narrow' });
    expect(blocked?.freeM).toBeCloseTo(2.5, 2);
    expect(blocked?.by).toContain(fair.layouts[1]?.objects.at(-1)?.id);
  });

  it('is too full in the passage with the cabin, and not without, when the parade comes', () => {
    const [from, seconds] = [3420, 420];
    const groups = fair.groups
      .filter(({ id }) => id === 'optocht' || id === 'naar-trein')
      .map((group) => ({ ...group, fromSecond: group.fromSecond - from, untilSecond: group.untilSecond - from }));
    const run = (id: string) => {
      const { density, evacuated, remaining, waiting } = runCrowd(scenarioOf(id, { groups, seconds }), { kernel });
      expect(evacuated + remaining + waiting).toBe(490);
      return density.overSeconds.reduce((sum, each) => sum + each, 0);
    };
    expect(run('a')).toBeLessThan(60);
    expect(run('b')).toBeGreaterThan(300);
  });

  it('has a way from every entry to every stop and exit', () => {
    const { obstacles } = scenarioOf('b');
    for (const { line } of fair.entries)
      expect(
        isFree(
          place,
          obstacles,
          ((line[0] as number) + (line[2] as number)) / 2,
          ((line[1] as number) + (line[3] as number)) / 2,
        ),
      ).toBe(true);
    // Throws where a stop or an exit cannot be reached.
    const groups = fair.entries.map(({ id }) => ({
      id,
      title: id,
      persons: 1,
      from: id,
      fromSecond: 0,
      untilSecond: 0,
      via: fair.stops.map((stop) => stop.id),
      to: fair.entries.map((entry) => entry.id),
    }));
    expect(() => runCrowd(scenarioOf('b', { groups, seconds: 1 }))).not.toThrow();
  });
});
