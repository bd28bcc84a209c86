import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DrawState } from '../../src/model/draw-state.ts';
import { addPlaced, changeReference, changeVolume, moveItem } from '../../src/model/drawing.ts';
import { parsePlanModel } from '../../src/model/plan-model.ts';
import { type Command, onCommand } from '../../src/store/commands.ts';
import {
  addCorner,
  addFootprint,
  changeDrawing,
  closePending,
  copySelected,
  deleteSelected,
  keepPreview,
  moveSelected,
  needDrawing,
  openSharedDrawing,
  previewDrawing,
  redoDrawing,
  removeLastCorner,
  replaceDrawing,
  reportGrounds,
  seenDrawing,
  turnSelected,
  undoDrawing,
} from '../../src/store/drawing.ts';
import { actOnSelected } from '../../src/store/drawing-keys.ts';
import { placeFile } from '../../src/store/import-drawing.ts';
import { initialTwin, reportCamera, twin } from '../../src/store/twin.ts';
import { fixtureBuildings } from '../fixtures/read-fixture.ts';

const state = () => twin.getState().drawing as DrawState;
const volumes = () => seenDrawing(state()).volumes;
const square = [147000, 508000, 147010, 508000, 147010, 508010, 147000, 508010];

beforeEach(() => needDrawing());
afterEach(() => twin.setState(initialTwin, true));

describe('drawing', () => {
  it('makes a volume of clicked corners and selects it', () => {
    for (const corner of [
      [147000, 508000],
      [147010, 508000],
      [147010, 508010.0004],
      [0, 0],
    ] as const)
      addCorner(corner);
    removeLastCorner();
    closePending();
    expect(volumes()[0]?.footprint).toEqual([[147000, 508000, 147010, 508000, 147010, 508010]]);
    expect(state()).toMatchObject({ selected: volumes()[0]?.id, tool: 'none', pending: [], event: { type: 'added' } });
  });

  it('takes back corners first, then steps', () => {
    addFootprint(square);
    addCorner([147000, 508000]);
    undoDrawing();
    expect([state().pending, volumes().length]).toEqual([[], 1]);
    undoDrawing();
    expect(volumes()).toEqual([]);
  });

  it('says why an outline cannot be closed, and keeps its corners', () => {
    addCorner([147000, 508000]);
    addCorner([147010, 508000]);
    closePending();
    expect(state().event).toEqual({ type: 'refused', problem: 'few-corners' });
    expect(state().pending).toHaveLength(4);
    expect(volumes()).toEqual([]);
  });

  it('is a plan model all along, without what cannot be built', () => {
    addFootprint(square);
    const { drawn } = twin.getState();
    expect(parsePlanModel(JSON.parse(JSON.stringify(drawn)), 'drawn').solids).toHaveLength(1);
    expect(drawn?.solids[0]).toMatchObject({ lowerNap: 0, upperNap: 9 });
    const { selected = '' } = state();
    changeDrawing((drawing) => changeVolume(drawing, selected, (volume) => ({ ...volume, upper: -5 })));
    expect(twin.getState().drawn).toBeUndefined();
    undoDrawing();
    expect(twin.getState().drawn).toEqual(drawn);
  });

  it('takes away what stands there today, until it moves on', () => {
    const columns = { id: ['a'], x: [147005], y: [508005], ground: [-4], roof: [5], year: [1950], area: [90] };
    twin.setState({ buildingTable: { status: 'ready', value: columns } });
    addFootprint(square);
    expect(twin.getState().drawn?.removed).toEqual(['a']);
    moveSelected(50, 0);
    expect(twin.getState().drawn?.removed).toEqual([]);
  });

  it('keeps a flat building where its outline cannot bear the roof', () => {
    // A U: no ridge fits.
    addFootprint(
      [0, 0, 30, 0, 30, 30, 20, 30, 20, 10, 10, 10, 10, 30, 0, 30].map((v, i) => v + (i % 2 ? 508000 : 147000)),
    );
    const { selected = '' } = state();
    const roof = { shape: 'gabled', eaves: 5 } as const;
    changeDrawing((drawing) => changeVolume(drawing, selected, (volume) => ({ ...volume, roof })));
    expect(twin.getState().drawn?.solids).toHaveLength(1);
  });

  it('leaves out what cannot stand: a hole over the edge, a model outside the country', () => {
    addFootprint(square);
    const { selected = '' } = state();
    const hole = [147008, 508002, 147012, 508002, 147012, 508004];
    changeDrawing((drawing) =>
      changeVolume(drawing, selected, (volume) => ({ ...volume, footprint: [...volume.footprint, hole] })),
    );
    expect(twin.getState().drawn?.solids).toEqual([]);
    const box = { west: 0, south: 0, bottom: 0, east: 1, north: 1, top: 1 };
    const place = { x: 9e9, y: 0, nap: 0, rotationDegrees: 0, scale: 1 };
    changeDrawing((drawing) => addPlaced(drawing, { name: 'boot', file: 'none', box, ...place }).drawing);
    expect(twin.getState().drawn?.models).toEqual([]);
  });

  it('sees a drag at once but undoes it as one step', () => {
    addFootprint(square);
    const { present, past } = { ...state().history };
    const id = volumes()[0]?.id ?? '';
    for (const dx of [1, 2, 3]) previewDrawing(moveItem(present, id, dx, 0));
    expect(volumes()[0]?.footprint[0]?.[0]).toBe(147003);
    expect(state().history.past).toHaveLength(past.length);
    keepPreview();
    expect(state().history.past).toHaveLength(past.length + 1);
    undoDrawing();
    expect(volumes()[0]?.footprint).toEqual([square]);
    redoDrawing();
    expect(volumes()[0]?.footprint[0]?.[0]).toBe(147003);
  });

  it('obeys keys: arrows half a metre or five, brackets five degrees, delete', () => {
    addFootprint(square);
    expect(actOnSelected('ArrowRight', false) && actOnSelected('ArrowUp', true)).toBe(true);
    expect(volumes()[0]?.footprint[0]?.slice(0, 2)).toEqual([147000.5, 508005]);
    expect(state().event).toEqual({ type: 'moved', dx: 0, dy: 5 });
    actOnSelected(']', false);
    expect(state().event).toEqual({ type: 'turned', degrees: 5 });
    expect(actOnSelected('a', false)).toBe(false);
    actOnSelected('Delete', false);
    expect(volumes()).toEqual([]);
    expect(state().selected).toBeUndefined();
  });

  it('puts a copy clear of its original and selects it; undo forgets a selection that is gone', () => {
    addFootprint(square);
    copySelected();
    expect(volumes()[1]?.footprint[0]?.[0]).toBe(147012);
    expect(state().selected).toBe(volumes()[1]?.id);
    undoDrawing();
    expect(state().selected).toBeUndefined();
    moveSelected(1, 1);
    turnSelected(5);
    deleteSelected();
    expect(volumes()).toHaveLength(1);
  });

  it('is replaced by what a scenario holds, which undo takes back', () => {
    addFootprint(square);
    const kept = volumes();
    replaceDrawing({ volumes: [], placed: [], peilNap: -3 });
    expect([volumes(), seenDrawing(state()).peilNap]).toEqual([[], -3]);
    undoDrawing();
    expect(volumes()).toBe(kept);
  });

  it('stands on the ground that the scene tells', () => {
    addFootprint(square);
    const { selected = '' } = state();
    changeDrawing((drawing) => changeReference(drawing, selected, 'ground', undefined));
    reportGrounds({ [selected]: -4.2 });
    expect(twin.getState().drawn?.solids[0]).toMatchObject({ lowerNap: -4.2, upperNap: 4.8 });
    const before = twin.getState();
    reportGrounds({ [selected]: -4.2 });
    expect(twin.getState()).toBe(before);
  });
});

describe('a file', () => {
  const file = (name: string, json: unknown) => new File([JSON.stringify(json)], name);
  const collection = (peilNap: number) => ({
    type: 'FeatureCollection',
    peilNap,
    features: [1, 2].map((n) => ({
      type: 'Feature',
      properties: { id: n, lower: 0, upper: 9, reference: 'peil' },
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [5.28, 52.56],
            [5.281, 52.56],
            [5.281, 52.561],
            [5.28, 52.56],
          ],
        ],
      },
    })),
  });

  it('of volumes is one step, and stays as high as it was above its own peil', async () => {
    const sent: Command[] = [];
    const stop = onCommand((command) => sent.push(command));
    expect(await placeFile(file('plan.geojson', collection(-3)))).toBeUndefined();
    expect(volumes().map(({ lower, upper }) => [lower, upper])).toEqual([
      [-3, 6],
      [-3, 6],
    ]);
    expect(state().event).toEqual({ type: 'imported', file: 'plan.geojson', count: 2 });
    const xs = volumes()[0]?.footprint[0]?.filter((_, i) => i % 2 === 0) ?? [];
    expect(sent).toMatchObject([{ type: 'look-at', x: (Math.min(...xs) + Math.max(...xs)) / 2 }]);
    stop();
    undoDrawing();
    expect(volumes()).toEqual([]);
  });

  it('that is refused changes nothing', async () => {
    const before = twin.getState();
    expect(await placeFile(file('plan.json', { type: 'Topology' }))).toEqual({ code: 'unknown-content' });
    expect(twin.getState()).toBe(before);
  });

  it('of a model goes to the middle of the picture, on the ground, and can be fetched', async () => {
    const pose = { x: 0, y: 0, nap: 0, headingDegrees: 0, pitchDegrees: 0 };
    const centre = { x: 147050, y: 508050, nap: -3.9 };
    reportCamera(pose, { polygon: [], centre, metresPerPixel: 1 });
    const gltf = {
      asset: { version: '2.0' },
      nodes: [{ mesh: 0 }],
      meshes: [{ primitives: [{ attributes: { POSITION: 0 } }] }],
      accessors: [{ min: [0, 0, 0], max: [1, 2, 3] }],
    };
    expect(await placeFile(file('boot.gltf', gltf))).toBeUndefined();
    const model = twin.getState().drawn?.models[0];
    expect(model).toMatchObject({ position: [147050, 508050], nap: -3.9, rotationDegrees: 0, scale: 1 });
    expect(await (await fetch(model?.url ?? '')).json()).toEqual(gltf);
    expect(state().selected).toBe(seenDrawing(state()).placed[0]?.id);
  });
});

describe('a drawing in a link', () => {
  const shared = () => twin.getState().sharedDrawing;

  it('follows every step, and comes back on another machine to the centimetre', () => {
    expect(shared()).toEqual({ text: '', lacks: undefined });
    addFootprint(square);
    const { text, lacks } = shared();
    expect([text.length > 20, lacks]).toEqual([true, undefined]);
    undoDrawing();
    expect(shared().text).toBe('');
    const { peilNap } = state().history.present;
    twin.setState(initialTwin, true);
    openSharedDrawing(text);
    expect(state().history.present).toMatchObject({
      peilNap,
      placed: [],
      volumes: [{ footprint: [square], upper: 9 }],
    });
    expect(shared()).toEqual({ text, lacks: undefined });
    expect(twin.getState().drawn?.solids).toHaveLength(1);
    undoDrawing();
    expect(volumes()).toEqual([]);
  });

  it('is left out and told where it is too long, and where it was placed from a file', () => {
    addFootprint(square);
    const [volume] = volumes();
    if (!volume) throw new Error('no volume');
    changeDrawing((drawing) => ({ ...drawing, volumes: Array.from({ length: 60 }, () => volume) }));
    expect(shared()).toEqual({ text: '', lacks: 'drawing' });
    undoDrawing();
    const box = { west: 0, south: 0, bottom: 0, east: 1, north: 1, top: 1 };
    const place = { x: 147000, y: 508000, nap: 0, rotationDegrees: 0, scale: 1 };
    changeDrawing((drawing) => addPlaced(drawing, { name: 'a.glb', box, file: 'lost', ...place }).drawing);
    expect([shared().text.length > 20, shared().lacks]).toEqual([true, 'placed']);
  });

  it('that cannot be read is told, and costs nobody what was drawn', () => {
    addFootprint(square);
    const { text } = shared();
    twin.setState({ sharedDrawing: { text: '1~x', lacks: undefined } });
    openSharedDrawing('1~x!');
    expect(twin.getState().problems).toMatchObject([{ what: 'link', url: 'draw=1~x!' }]);
    expect([volumes().length, shared().text]).toEqual([1, text]);
  });

  it('removes the buildings of today under it once their table has come', () => {
    addFootprint(square);
    expect(twin.getState().drawn?.removed).toEqual([]);
    const table = { ...fixtureBuildings(), id: ['under', 'beside'], x: [147005, 147050], y: [508005, 508005] };
    twin.setState({ buildingTable: { status: 'ready', value: table } });
    expect(twin.getState().drawn?.removed).toEqual(['under']);
  });
});
