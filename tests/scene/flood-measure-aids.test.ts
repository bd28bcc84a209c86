import { Event, type Globe, PrimitiveCollection, type Scene } from 'cesium';
import { afterEach, describe, expect, it } from 'vitest';
import { createMeasureAids } from '../../src/scene/flood-measure-aids.ts';
import { measureMarks } from '../../src/scene/flood-measure-marks.ts';
import {
  addMeasureCorner,
  changeMeasure,
  deleteMeasure,
  finishMeasure,
  placeMeasure,
  undoMeasures,
} from '../../src/store/flood-measures.ts';
import { initialTwin, twin } from '../../src/store/twin.ts';

afterEach(() => twin.setState(initialTwin, true));
const measures = () => twin.getState().floodMeasures;
const flat = () => -4;

function placeWadi() {
  placeMeasure('wadi');
  for (const corner of [
    [147000, 508000],
    [147010, 508000],
    [147010, 508010],
  ] as const)
    addMeasureCorner(corner);
}

describe('placing measures', () => {
  it('needs as many corners as the kind has, and takes a point at once', () => {
    placeMeasure('wadi');
    addMeasureCorner([147000, 508000]);
    finishMeasure();
    expect(measures()).toMatchObject({ items: [], placing: 'wadi' });
    placeMeasure('pump');
    addMeasureCorner([0, 0]);
    expect(measures().items).toEqual([]);
    addMeasureCorner([147000.12345, 508000]);
    expect(measures()).toMatchObject({
      placing: undefined,
      selected: 'pump-1',
      items: [{ points: [147000.123, 508000] }],
    });
  });

  it('is taken back step by step', () => {
    placeWadi();
    finishMeasure();
    changeMeasure('wadi-1', { figures: { depthM: 0.5 } });
    deleteMeasure('wadi-1');
    expect(measures()).toMatchObject({ items: [], selected: undefined, shared: '' });
    undoMeasures();
    expect(measures().items).toMatchObject([{ figures: { depthM: 0.5 } }]);
    undoMeasures();
    expect(measures().items).toMatchObject([{ figures: {} }]);
    undoMeasures();
    undoMeasures();
    expect(measures().items).toEqual([]);
  });

  it('is marked up to the pointer, and as an outline with its corners once it is there', () => {
    placeWadi();
    const pending = measureMarks(measures(), [147000, 508010], undefined, flat);
    expect(pending.lines.map(({ points, isFaint }) => [points.length, isFaint])).toEqual([
      [4, false],
      [2, true],
    ]);
    finishMeasure();
    const done = measureMarks(measures(), undefined, undefined, flat);
    expect(done.lines.map(({ points, isFaint }) => [points.length, isFaint])).toEqual([[4, false]]);
    expect(done.handles).toHaveLength(3);
    // Ground that has not come yet: nothing to stand on.
    expect(measureMarks(measures(), undefined, undefined, () => undefined).lines).toEqual([]);
  });
});

describe('the aids in the picture', () => {
  function createScene() {
    const listeners = new Set<unknown>();
    const canvas = {
      addEventListener: (_: string, listener: unknown) => listeners.add(listener),
      removeEventListener: (_: string, listener: unknown) => listeners.delete(listener),
    };
    const globe = { tileLoadProgressEvent: new Event(), getHeight: () => 39 } as unknown as Globe;
    return { listeners, canvas, globe, primitives: new PrimitiveCollection(), requestRender() {} };
  }

  it('show measures while there is water, and leave nothing behind when destroyed', () => {
    const scene = createScene();
    const aids = createMeasureAids(scene as unknown as Scene);
    placeWadi();
    finishMeasure();
    aids.update({ isShown: true, measures: measures(), language: 'nl' });
    expect(scene.primitives.length).toBe(3);
    aids.update({ isShown: false, measures: measures(), language: 'nl' });
    expect(scene.primitives.length).toBe(2);
    aids.destroy();
    expect(scene.primitives.length).toBe(0);
    expect(scene.listeners.size).toBe(0);
    expect(scene.globe.tileLoadProgressEvent.numberOfListeners).toBe(0);
  });

  it('leave nothing behind when destroyed before they were ever shown', () => {
    const scene = createScene();
    createMeasureAids(scene as unknown as Scene).destroy();
    expect(scene.primitives.length).toBe(0);
    expect(scene.listeners.size).toBe(0);
  });
});
