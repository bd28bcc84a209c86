import { Cartesian3, Event, PerspectiveFrustum, PrimitiveCollection, type Scene } from 'cesium';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { densityClasses } from '../../src/model/crowd-levels.ts';
import type { CrowdMoment } from '../../src/model/crowd-run.ts';
import { boxOfPlace, type CrowdView, createCrowd } from '../../src/scene/crowd.ts';
import { createDrape, rowAt } from '../../src/scene/crowd-drape.ts';
import { createCrowdGround, createGrid, readGrid } from '../../src/scene/crowd-ground.ts';
import type { CrowdSideView } from '../../src/scene/crowd-side.ts';
import { createDaylight } from '../../src/scene/daylight.ts';
import { rdToCartesian } from '../../src/scene/frames.ts';
import { SOUTH, smallPlace, smallPlan, WEST } from '../fixtures/small-event.ts';

// Names are drawn on a canvas; Cesium's materials ask whether a value is one, also where there are none.
const context = new Proxy({ measureText: () => ({ width: 20 }) } as Record<string, unknown>, {
  get: (known, name: string) => known[name] ?? (() => undefined),
  set: () => true,
});
beforeAll(() => {
  for (const name of ['HTMLCanvasElement', 'HTMLImageElement', 'ImageBitmap', 'OffscreenCanvas'])
    vi.stubGlobal(name, class {});
  const location = { href: 'http://localhost/' };
  vi.stubGlobal('document', { location, createElement: () => ({ width: 20, height: 20, getContext: () => context }) });
});
afterAll(() => void vi.unstubAllGlobals());

/** Ellipsoidal height of NAP 0 there is some 43 m. */
const GROUND = 44;

function createStage() {
  const globe = {
    maximumScreenSpaceError: 2,
    getHeight: () => GROUND as number | undefined,
    tileLoadProgressEvent: new Event(),
  };
  const camera = {
    positionWC: rdToCartesian({ x: WEST, y: SOUTH, nap: 10 }),
    directionWC: new Cartesian3(1, 0, 0),
    frustum: new PerspectiveFrustum({ fov: 1, aspectRatio: 1.5 }),
    moveEnd: new Event(),
  };
  return {
    primitives: new PrimitiveCollection(),
    globe,
    camera,
    canvas: { clientWidth: 800, clientHeight: 600 },
    preUpdate: new Event(),
    preRender: new Event(),
    drawingBufferHeight: 600,
    requestRender() {},
  };
}
type Stage = ReturnType<typeof createStage>;
const listenersOf = ({ preUpdate, preRender, globe, camera }: Stage) =>
  [preUpdate, preRender, globe.tileLoadProgressEvent, camera.moveEnd].reduce((sum, e) => sum + e.numberOfListeners, 0);

const moment = (second: number): CrowdMoment => ({
  second,
  person: Uint32Array.of(0, 1),
  x: Uint16Array.of(100, 900),
  y: Uint16Array.of(100, 200),
  group: Uint8Array.of(0, 0),
});
const [layout, cabin] = smallPlan.layouts as [CrowdSideView['layout'], CrowdSideView['layout']];
const side: CrowdSideView = {
  plan: smallPlan,
  layout,
  passages: [],
  routes: [],
  walkers: { from: moment(0), to: moment(1), west: WEST, south: SOUTH },
  share: 0.5,
  density: {
    cells: { west: WEST, south: SOUTH, cell: 1, width: 4, height: 3 },
    values: new Float32Array(12).fill(1),
    classes: densityClasses,
  },
  shows: ['objects', 'walkers', 'density', 'passages', 'routes'],
  selected: undefined,
  hovered: undefined,
  passage: undefined,
  language: 'nl',
  isStill: false,
};
const view: CrowdView = { place: smallPlace, shown: side, beside: undefined, opacity: 1 };

function createLayer(stage = createStage()) {
  const errors: unknown[] = [];
  const daylight = createDaylight();
  const onGround = vi.fn();
  const layer = createCrowd(stage as unknown as Scene, daylight, (error) => errors.push(error), onGround);
  return { stage, layer, errors, onGround };
}
const listShown = ({ primitives }: Stage) =>
  Array.from({ length: primitives.length }, (_, i) => primitives.get(i) as { show: boolean });
async function until(isTrue: () => boolean): Promise<void> {
  for (let i = 0; i < 300 && !isTrue(); i++) await new Promise((resolve) => setTimeout(resolve, 10));
}
/** Objects, three of walkers, density and paint, beside what is there at once. */
const MODELS = 6;
const AT_ONCE = 1;

describe('events in the picture', () => {
  it('draws a layout, keeps its models while time goes on, and takes all of it away', async () => {
    const { stage, layer, errors } = createLayer();
    layer.update(view);
    await until(() => stage.primitives.length === MODELS + AT_ONCE);
    const before = listShown(stage);
    layer.update({ ...view, shown: { ...side, share: 0.9 } });
    const later = { from: moment(1), to: moment(2), west: WEST, south: SOUTH };
    layer.update({ ...view, shown: { ...side, walkers: later, share: 0.1 } });
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(listShown(stage)).toEqual(before);
    layer.update({ ...view, place: undefined, shown: undefined });
    expect(stage.primitives.length).toBe(0);
    layer.destroy();
    expect(listenersOf(stage)).toBe(0);
    expect(errors).toEqual([]);
  });

  it('shows the one layout on the left half and the other on the right', async () => {
    const { stage, layer } = createLayer();
    layer.update({ ...view, beside: { ...side, layout: cabin } });
    await until(() => stage.primitives.length === 2 * (MODELS + AT_ONCE));
    const right = listShown(stage).map(({ show }) => show);
    expect(right.filter(Boolean)).toHaveLength(MODELS + AT_ONCE);
    layer.setToday(true);
    expect(listShown(stage).map(({ show }) => show)).toEqual(right.map((isShown) => !isShown));
    layer.setToday(false);
    expect(listShown(stage).map(({ show }) => show)).toEqual(right);
    // Without another layout both halves show the same.
    layer.update(view);
    layer.setToday(true);
    expect(listShown(stage).every(({ show }) => show)).toBe(true);
    layer.destroy();
    expect(stage.primitives.length).toBe(0);
  });

  it('leaves nothing behind when destroyed while its models are still coming', async () => {
    const { stage, layer, errors } = createLayer();
    layer.update({ ...view, beside: { ...side, layout: cabin } });
    layer.destroy();
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(stage.primitives.length).toBe(0);
    expect(listenersOf(stage)).toBe(0);
    expect(errors).toEqual([]);
  });

  it('takes its ground from the terrain, a little in each frame, and tells when it is another one', () => {
    const { stage, layer, onGround } = createLayer();
    layer.update(view);
    const [x, y] = [WEST + 20, SOUTH + 20];
    expect(layer.nap(x, y)).toBeCloseTo(smallPlace.groundNap, 5);
    const told = onGround.mock.calls.length;
    for (let i = 0; i < 200; i++) stage.preUpdate.raiseEvent();
    expect(onGround.mock.calls.length).toBe(told + 1);
    const nap = layer.nap(x, y) as number;
    expect(Math.abs(nap - smallPlace.groundNap)).toBeGreaterThan(0.1);
    // Finer terrain comes.
    stage.globe.getHeight = () => GROUND + 0.5;
    stage.globe.tileLoadProgressEvent.raiseEvent(3);
    stage.globe.tileLoadProgressEvent.raiseEvent(0);
    for (let i = 0; i < 200; i++) stage.preUpdate.raiseEvent();
    expect(layer.nap(x, y)).toBeCloseTo(nap + 0.5, 3);
    layer.destroy();
  });
});

describe('the ground under an event', () => {
  it('is linear between its corners, and covers the place with a margin', () => {
    const grid = createGrid({ west: 0, south: 0, east: 30, north: 15 }, -2);
    for (let row = 0; row < grid.rows; row++)
      for (let col = 0; col < grid.cols; col++)
        grid.nap[row * grid.cols + col] = 0.1 * col * grid.step - 0.2 * row * grid.step;
    for (const [x, y] of [
      [3.3, 7.7],
      [0, 0],
      [29, 14],
    ] as const)
      expect(readGrid(grid, x, y)).toBeCloseTo(0.1 * x - 0.2 * y, 5);
    expect(readGrid(grid, -50, 0)).toBeCloseTo(0, 5);
    const { west, east, south, north } = boxOfPlace(smallPlace);
    expect([west < WEST - 20, east > WEST + 40, south < SOUTH, north > SOUTH + 70]).toEqual([true, true, true, true]);
  });

  it('keeps what is known where the terrain has not come', () => {
    const stage = createStage();
    stage.globe.getHeight = () => undefined;
    const onChange = vi.fn();
    const box = { west: WEST, south: SOUTH, east: WEST + 6, north: SOUTH + 6 };
    const ground = createCrowdGround(stage as unknown as Scene, box, 1.5, onChange);
    for (let i = 0; i < 20; i++) stage.preUpdate.raiseEvent();
    expect(onChange).not.toHaveBeenCalled();
    expect(ground.nap(WEST + 3, SOUTH + 3)).toBeCloseTo(1.5, 5);
    ground.destroy();
    expect(listenersOf(stage)).toBe(0);
  });
});

describe('what is draped on the ground', () => {
  const cells = { west: 0, south: 0, cell: 1, width: 2, height: 1 };
  const density = {
    ...cells,
    most: Float32Array.of(3, 1),
    mean: new Float32Array(2),
    overSeconds: Float32Array.of(40, 0),
    overFrom: new Float32Array(2),
  };
  const series = { everySeconds: 10, density: [Uint8Array.of(5, 0), Uint8Array.of(25, 7)] };
  const answer = { density, series } as unknown as Parameters<ReturnType<typeof createDrape>>[0] & object;

  it('is the row in which the moment lies, the most, or how long', () => {
    expect([0, 10, 10.5, 20, 99].map((second) => rowAt(answer.series, second))).toEqual([0, 0, 1, 1, 1]);
    const drape = createDrape();
    expect([...(drape(answer, 'now', 15)?.values ?? [])]).toEqual([2.5, 0.7].map((value) => expect.closeTo(value, 6)));
    expect(drape(answer, 'now', 16)).toBe(drape(answer, 'now', 17));
    expect(drape(answer, 'most', 0)?.values).toBe(density.most);
    expect(drape(answer, 'over', 0)?.values).toBe(density.overSeconds);
    expect(drape(undefined, 'now', 0)).toBeUndefined();
  });
});
