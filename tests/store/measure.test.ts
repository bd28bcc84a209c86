import { beforeEach, describe, expect, it } from 'vitest';
import { parseMunicipality } from '../../src/model/municipality.ts';
import type { MadeProfile } from '../../src/model/profile.ts';
import { readTypedPoint } from '../../src/model/typed-point.ts';
import {
  addPoint,
  clearPoints,
  markPlace,
  measureBuildingRow,
  movePointUp,
  pointAt,
  pointAtCentre,
  readBuildingHeights,
  removePoint,
  replacePoint,
  setMeasureMode,
  undoPoint,
} from '../../src/store/measure.ts';
import { setPlanModel } from '../../src/store/plans.ts';
import { makeMeasuredProfile } from '../../src/store/profile.ts';
import { initialTwin, twin } from '../../src/store/twin.ts';
import { fixtureBuildings, readFixture } from '../fixtures/read-fixture.ts';
import { smallPlanModel } from '../fixtures/small-plan.ts';

const municipality = parseMunicipality(readFixture('municipality.json'), 'fixture');
const withAccuracy = (accuracyM: number) => ({
  ...municipality,
  buildings: municipality.buildings.map((dataset) => ({ ...dataset, source: { ...dataset.source, accuracyM } })),
});
const measured = () => twin.getState().measure;
const typed = (x: number) => ({ x, y: 508000, nap: 0, on: 'typed' as const, error: 0 });
const xs = () => measured().points.map(({ x }) => x);

beforeEach(() => {
  const value = municipality;
  twin.setState({ ...initialTwin, baseUrl: 'http://here/made/x/', municipality: { status: 'ready', value } }, true);
});

describe('measured points', () => {
  it('are added, corrected, moved, removed and undone in order', () => {
    for (const x of [1, 2, 3, 4]) addPoint(typed(x));
    movePointUp(2);
    expect(xs()).toEqual([1, 3, 2, 4]);
    movePointUp(0);
    replacePoint(1, typed(30));
    removePoint(0);
    undoPoint();
    expect(xs()).toEqual([30, 2]);
    clearPoints();
    undoPoint();
    expect(xs()).toEqual([]);
  });

  it('throw away the profile and its mark, which belong to the line that was', () => {
    markPlace({ x: 1, y: 2, nap: 3 });
    twin.setState({ measure: { ...measured(), profile: { status: 'failed', message: 'x' } } });
    addPoint(typed(1));
    expect(measured()).toMatchObject({ profile: { status: 'idle' }, marker: undefined });
  });

  it('that are clicked err as much as their source and a pixel of the picture', () => {
    twin.setState({ municipality: { status: 'ready', value: withAccuracy(0.3) } });
    pointAt({ x: 147000, y: 508000, nap: 5 }, { id: 'a', attributes: {} }, 0.4);
    expect(measured().points[0]).toMatchObject({ on: 'building', nap: 5 });
    expect(measured().points[0]?.error).toBeCloseTo(0.5, 9);
  });

  it('on a source without accuracy have no known error', () => {
    twin.setState({
      municipality: { status: 'ready', value: { ...municipality, heights: undefined, terrain: undefined } },
    });
    pointAt({ x: 147000, y: 508000, nap: 5 }, undefined, 0.4);
    expect(measured().points[0]).toMatchObject({ on: 'ground', error: undefined });
  });

  it('within a volume of the plan that is shown, or of the visitor’s drawing, err as much as it', () => {
    const solid = {
      id: 's',
      footprint: [[0, 0, 10, 0, 10, 10, 0, 10]],
      lowerNap: 0,
      upperNap: 9,
      positions: [],
      indices: [],
      parts: [],
    };
    const model = {
      schema: 1 as const,
      origin: [147000, 508000, 0] as [number, number, number],
      solids: [solid],
      ground: [],
      cut: [],
      removed: [],
      trees: [],
      models: [],
      precisionM: 0.5,
    };
    setPlanModel('p/v', { status: 'ready', value: model });
    twin.setState({ choice: { plan: 'p', variant: 'v', phase: undefined } });
    pointAt({ x: 147005, y: 508005, nap: 9 }, undefined, 0);
    pointAt({ x: 147015, y: 508005, nap: 0 }, undefined, 0);
    expect(measured().points.map(({ on, error }) => [on, error])[0]).toEqual(['plan', 0.5]);
    expect(measured().points[1]?.on).toBe('ground');
    twin.setState({ drawn: { ...model, origin: [147010, 508000, 0], precisionM: 0.4 } });
    pointAt({ x: 147015, y: 508005, nap: 9 }, undefined, 0);
    expect(measured().points[2]).toMatchObject({ on: 'plan', error: 0.4 });
  });

  it('come from the middle of the picture for who has no mouse', () => {
    pointAtCentre();
    expect(measured().points).toEqual([]);
    twin.setState({ footprint: { polygon: [], centre: { x: 147000, y: 508000, nap: -4 }, metresPerPixel: 0.2 } });
    pointAtCentre();
    expect(measured().points[0]).toMatchObject({ x: 147000, nap: -4, on: 'ground' });
  });

  it('are read as people type them, and refused with the reason', () => {
    expect(readTypedPoint('147 000,5', '508000.25', '-3,2')).toEqual({
      x: 147000.5,
      y: 508000.25,
      nap: -3.2,
      on: 'typed',
      error: 0,
    });
    expect(readTypedPoint('147000', '508000', ' ')).toMatchObject({ nap: undefined });
    expect(readTypedPoint('5,2', '52,5', '0')).toBe('wrongPlace');
    expect(readTypedPoint('147000', 'x', '0')).toBe('wrongPlace');
    expect(readTypedPoint('147000', '508000', '1e4')).toBe('wrongNap');
  });
});

describe('the height of a building', () => {
  it('is that of the building that is clicked, above ground, NAP and peil', () => {
    setMeasureMode('height');
    twin.setState({
      plans: { status: 'ready', value: [{ id: 'p', peilNap: -3.4 } as never] },
      choice: { plan: 'p', variant: undefined, phase: undefined },
    });
    const attributes = { b3_h_maaiveld: -4, b3_h_dak_min: -1, b3_h_dak_max: 2 };
    pointAt({ x: 0, y: 0, nap: 0 }, { id: 'a', attributes }, 1);
    expect(measured().points).toEqual([]);
    const { building } = measured();
    expect(building && readBuildingHeights(twin.getState(), building)).toEqual({
      ground: -4,
      eaves: -1,
      top: 2,
      peil: -3.4,
      error: municipality.buildings[0]?.source.accuracyM,
    });
    pointAt({ x: 0, y: 0, nap: 0 }, undefined, 1);
    expect(measured().building).toBe(building);
  });

  it('comes from the table too, where the eaves are not known and neither is peil', () => {
    const table = fixtureBuildings();
    measureBuildingRow(table, 1);
    const { building } = measured();
    expect(building?.id).toBe(table.id[1]);
    const heights = building && readBuildingHeights(twin.getState(), building);
    expect(heights).toMatchObject({ top: table.roof[1], ground: table.ground[1], eaves: undefined, peil: undefined });
  });
});

describe('the profile', () => {
  const profile: MadeProfile = { length: 100, spacing: 1, cuts: [], rows: [], leftOut: [] };

  it('asks for the line and the files of the municipality, and keeps what comes', async () => {
    addPoint(typed(147000));
    addPoint(typed(147100));
    const asked: unknown[] = [];
    await makeMeasuredProfile(async (request) => {
      asked.push(request);
      return profile;
    });
    expect(asked).toEqual([expect.objectContaining({ line: [147000, 508000, 147100, 508000], plans: [] })]);
    expect(JSON.stringify(asked)).toContain('http://here/made/x/');
    twin.setState({ drawn: smallPlanModel });
    await makeMeasuredProfile(async ({ plans }) => {
      asked.push(plans);
      return profile;
    });
    expect(asked[1]).toEqual([smallPlanModel]);
    expect(measured().profile).toEqual({ status: 'ready', value: profile });
  });

  it('is dropped when the line has changed meanwhile, and stops the one before it', async () => {
    addPoint(typed(147000));
    addPoint(typed(147100));
    const stopped: boolean[] = [];
    const slow = makeMeasuredProfile(
      (_request, signal) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => {
            stopped.push(true);
            reject(signal.reason);
          });
        }),
    );
    addPoint(typed(147200));
    await makeMeasuredProfile(async () => profile);
    await slow;
    expect(stopped).toEqual([true]);
    expect(measured().profile.status).toBe('ready');
  });

  it('says why it failed, and is not made of a line over 5 km', async () => {
    addPoint(typed(147000));
    addPoint(typed(147100));
    await makeMeasuredProfile(() => Promise.reject(new Error('tiles gone')));
    expect(measured().profile).toEqual({ status: 'failed', message: 'tiles gone' });
    addPoint(typed(153000));
    await makeMeasuredProfile(() => Promise.reject(new Error('asked')));
    expect(measured().profile).toEqual({ status: 'idle' });
  });
});
