import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { parsePlan } from '../../src/model/plan.ts';
import { planFacts } from '../../src/model/plan-facts.ts';
import { type GroundPiece, type PlanModel, parsePlanModel } from '../../src/model/plan-model.ts';
import { buildMunicipality } from '../../src/pipeline/build.ts';
import { blockGlb } from '../fixtures/block-glb.ts';
import { createHamlet, groundHeight, hamlet, type Municipality, toCollection } from '../fixtures/small-municipality.ts';
import { listOpenEdges } from '../model/closed-mesh.ts';
import { houseShell, sampleHeader } from './tiles/sample-city.ts';

const text = (nl: string) => ({ nl, en: nl });
const square = (west: number, south: number, size: number, height = size) => [
  [west, south],
  [west + size, south],
  [west + size, south + height],
  [west, south + height],
  [west, south],
];

const plan = {
  schema: 1,
  id: 'veld',
  title: text('Het veld'),
  summary: text('Een proef.'),
  status: 'concept',
  holder: 'Proefdam',
  contact: text('Projectleider'),
  dates: [],
  documents: [],
  fixed: [],
  open: [],
  peilNap: -2.5,
  area: [
    [146040, 507040],
    [146080, 507040],
    [146080, 507080],
    [146040, 507080],
  ],
  variants: [
    {
      id: 'a',
      title: text('A'),
      summary: text('Eerste'),
      phases: [{ id: 'later', title: text('Later'), from: '2030' }],
      geometry: {
        volumes: ['plans/a-volumes.geojson'],
        ground: ['plans/a-ground.geojson'],
        trees: ['plans/a-trees.geojson'],
        cityjson: ['plans/a.city.json'],
        models: [
          { file: 'plans/kiosk.glb', position: [146050, 507050], nap: -2.6, rotationDegrees: 30, scale: 2 },
          { file: 'plans/broken.glb', position: [146050, 507050], nap: -2.6 },
        ],
        precisionM: 0.5,
      },
      replaces: ['NL.TEST.Pand.000000'],
    },
  ],
  stops: [],
  source: { title: text('Plan'), holder: 'Proefdam', date: '2026-01-01', licence: 'CC0-1.0' },
};

const house = { id: 'h1', dwellings: 4, lower: 0, upper: 9, reference: 'peil', roof: { shape: 'gabled', eaves: 6 } };
const volumes = toCollection('Polygon', [
  [house, [square(146045, 507060, 10, 20)]],
  [{ id: 'h2', phase: 'later', lower: 0, upper: 3, reference: 'ground', roof: 'flat' }, [square(146060, 507060, 5)]],
  // Outside the plan's ground, over two of today's houses.
  [{ id: 'h3', lower: 0, upper: 3, reference: 'ground' }, [square(146007, 506996, 14)]],
]);
// A field at −2.6 with a basin of −3.6 in its east: today's ground runs from −2.8 in the south to −2 in the north.
const ground = toCollection('Polygon', [
  [{ id: 'field', surface: 'green', level: -2.6 }, [square(146040, 507040, 30, 40)]],
  [{ id: 'basin', surface: 'water', level: -3.6 }, [square(146070, 507040, 10, 40)]],
]);
const trees = toCollection('Point', [
  [{ hoogte: 8, kroondiameter: 5 }, [146042, 507050]],
  [{ hoogte: 6, kroondiameter: 4, phase: 'later' }, [146100, 507030]],
]);

const cityJson = {
  ...sampleHeader,
  CityObjects: { shed: { type: 'Building', geometry: [{ type: 'Solid', lod: '2', boundaries: [houseShell] }] } },
  // 5 by 10 m, from −2.6 to 3.4 m NAP, in the field.
  vertices: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((i) => [
    56000 + [0, 5000, 5000, 0, 0, 5000, 5000, 0, 2500, 2500][i],
    45000 + [0, 0, 10000, 10000, 0, 0, 10000, 10000, 0, 10000][i],
    -2600 + [0, 0, 0, 0, 3000, 3000, 3000, 3000, 6000, 6000][i],
  ]),
};

const heights = ({ positions }: GroundPiece) => positions.filter((_, i) => i % 3 === 2);

describe('the plans of a municipality', () => {
  let place: Municipality;
  const build = () => buildMunicipality(place.folder, { out: place.out });
  const readJson = (name: string): unknown => JSON.parse(readFileSync(join(place.out, name), 'utf8'));
  const readModel = (): PlanModel => parsePlanModel(readJson('plans/veld/a.json'), 'a.json');
  function writeAll() {
    place.write('municipality.json', { ...hamlet, plans: ['plans/veld.json'] });
    place.write('plans/veld.json', plan);
    place.write('plans/a-volumes.geojson', volumes);
    place.write('plans/a-ground.geojson', ground);
    place.write('plans/a-trees.geojson', trees);
    place.write('plans/a.city.json', cityJson);
    writeFileSync(
      join(place.folder, 'plans/kiosk.glb'),
      blockGlb({ x: 4, y: 0, width: 3, depth: 2, low: -0.5, high: 4 }),
    );
    place.write('plans/broken.glb', 'glTF');
  }
  beforeAll(async () => {
    place = await createHamlet();
    mkdirSync(join(place.folder, 'plans'));
  });
  beforeEach(writeAll);
  afterAll(() => place.destroy());

  it('become a plan with addresses and a model for each variant', async () => {
    const report = await build();
    expect(report.steps.at(-1)?.facts).toEqual({
      plans: 1,
      variants: [
        {
          plan: 'veld',
          variant: 'a',
          solids: 4,
          dwellings: 4,
          ground: 1600,
          trees: 2,
          removed: 3,
          barrierCut: 0,
          models: 2,
          unmeasured: [expect.stringMatching(/^plans\/broken\.glb: ./)],
        },
      ],
    });
    expect(readJson('municipality.json')).toMatchObject({ plans: ['plans/veld.json'] });
    const [variant] = parsePlan(readJson('plans/veld.json'), 'veld.json').variants;
    expect(variant.url).toBe('plans/veld/a.json');
    expect(variant).not.toHaveProperty('geometry');
    const model = readModel();
    expect(model.origin).toEqual([146060, 507060, 0]);
    expect(model.models[0].url).toBe('a/kiosk.glb');
    expect(existsSync(join(place.out, 'plans/veld/a/kiosk.glb'))).toBe(true);
    expect((await build()).steps.filter(({ done }) => done)).toEqual([]);
  });

  it('hold how high placed models reach and what they cover, where their triangles can be read', () => {
    const [kiosk, broken] = readModel().models;
    expect(kiosk.measured).toEqual({ lowerNap: -3.6, upperNap: 5.4, footprint: 24 });
    expect(broken).not.toHaveProperty('measured');
    const { highestNap, models } = planFacts(readModel());
    expect([highestNap, models]).toEqual([6.5, { measured: 1, unmeasured: 1 }]);
  });

  it('stand on peil, on the new ground, or on that of today', () => {
    const [peil, onNew, onToday, read] = readModel().solids;
    expect([peil.lowerNap, peil.upperNap]).toEqual([-2.5, 6.5]);
    expect(onNew.lowerNap).toBeCloseTo(-2.6, 3);
    expect(onToday.lowerNap).toBeCloseTo(groundHeight(146014, 507003), 1);
    expect([read.id, read.lowerNap, read.upperNap]).toEqual(['shed', -2.6, 3.4]);
    for (const solid of readModel().solids) expect(listOpenEdges(solid), solid.id).toEqual([]);
  });

  it('have ground at its level, quays down to the water, and walls to the ground of today', () => {
    const { ground: pieces } = readModel();
    expect(pieces.map(({ id, area }) => [id, area])).toEqual([
      ['field', 1200],
      ['basin', 400],
      ['walls-green', 0],
      ['cut', 0],
      ['walls-quay', 0],
    ]);
    expect(new Set(heights(pieces[0]))).toEqual(new Set([-2.6]));
    const [, , border, cut, quay] = pieces.map(heights);
    expect([Math.min(...quay), Math.max(...quay)]).toEqual([expect.closeTo(-4.1, 1), -2.6]);
    expect([Math.min(...border), Math.max(...border)]).toEqual([expect.closeTo(-2.8 - 0.5, 1), -2.6]);
    // Of the basin, up to today's ground in the north: what is cut, apart from the walls that are built.
    expect([Math.min(...cut), Math.max(...cut)]).toEqual([-3.6, expect.closeTo(-2, 1)]);
    expect(pieces.map(({ isCut = false }) => isCut)).toEqual([false, false, false, true, false]);
  });

  it('cut the ground of today along their outline', () => {
    const [ring, ...more] = readModel().cut;
    expect(more).toEqual([]);
    const corners = new Set(Array.from({ length: ring.length / 2 }, (_, i) => ring.slice(i * 2, i * 2 + 2).join(' ')));
    for (const corner of square(146040, 507040, 40)) expect(corners).toContain(corner.join(' '));
  });

  it('tell where they cut a line that must hold back water', async () => {
    // Water in the south, to the left: today's ground lies at −2.4 there, the field at −2.6 and the basin at −3.6.
    const line = [
      [146120, 507060],
      [145980, 507060],
    ];
    const { title, holder, date, licence } = plan.source;
    const source = { title, holder, date, licence };
    place.write('municipality.json', {
      ...hamlet,
      plans: ['plans/veld.json'],
      waterBarriers: { files: ['sources/barriers.geojson'], source },
    });
    place.write(
      'sources/barriers.geojson',
      toCollection('LineString', [[{ naam: 'Kade', vereiste_hoogte: -2.7 }, line]]),
    );
    await build();
    expect(readModel().barrierCuts).toEqual([
      { name: 'Kade', requiredNap: -2.7, length: 10, lowestNap: -3.6, isWater: true, holds: 'ground' },
    ]);
    expect(readJson('municipality.json')).toMatchObject({ waterBarriers: { source } });
    writeAll();
    await build();
  });

  it('remove what they name, and what stands where they build', () => {
    // Every 7 m from x = 146000 on one of 5 m: the middles of the second and third lie under h3.
    expect(readModel().removed).toEqual(['NL.TEST.Pand.000000', 'NL.TEST.Pand.000001', 'NL.TEST.Pand.000002']);
  });

  it('plant trees on the new ground or that of today', () => {
    const [onNew, onToday] = readModel().trees;
    expect(onNew.nap).toBe(-2.6);
    expect(onToday.nap).toBeCloseTo(groundHeight(146100, 507030), 1);
    expect(onToday.phase).toBe('later');
  });

  const change = (fields: object) => ({ ...plan, variants: [{ ...plan.variants[0], ...fields }] });
  it.each([
    ['veld.json', change({ replaces: ['nobody', 'NL.TEST.Pand.000001'] }), /"veld".*"a".*not there: nobody\.$/],
    ['veld.json', change({ phases: [] }), /phase "later"/],
    ['veld.json', { ...plan, status: 'dream' }, /veld\.json is not a plan: status/],
    ['veld.json', '{', /veld\.json: not valid JSON/],
    [
      'a-volumes.geojson',
      toCollection('Polygon', [[{ ...house, retains: 'ja' }, [square(146045, 507060, 10, 20)]]]),
      /feature 1.*: retains is "ja"; it must be true or false/,
    ],
    [
      'a-trees.geojson',
      toCollection('Point', [[{ hoogte: 8 }, [146042, 507050]]]),
      /feature 1: kroondiameter is missing/,
    ],
    [
      'a-ground.geojson',
      toCollection('Polygon', [[{ surface: 'lava', level: 0 }, [square(0, 0, 9)]]]),
      /surface is "lava"/,
    ],
  ])('are refused with one line when %s is wrong', async (name, content, message) => {
    place.write(`plans/${name}`, content);
    await expect(build()).rejects.toThrow(message as RegExp);
  });

  it('are refused when a file is missing', async () => {
    place.write('municipality.json', { ...hamlet, plans: ['plans/other.json'] });
    await expect(build()).rejects.toThrow(/plans\/other\.json: file not found/);
    place.write('municipality.json', { ...hamlet, plans: ['plans/veld.json'] });
    place.write('plans/veld.json', change({ geometry: { volumes: ['plans/none.geojson'], precisionM: 1 } }));
    await expect(build()).rejects.toThrow(/1 source file\(s\) not found: plans\/none\.geojson \(plan veld, a\)/);
  });
});
