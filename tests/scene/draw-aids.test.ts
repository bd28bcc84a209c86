import { Event, type Globe, PrimitiveCollection, type Scene } from 'cesium';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DrawState } from '../../src/model/draw-state.ts';
import { createDrawAids } from '../../src/scene/draw-aids.ts';
import { marksOf } from '../../src/scene/draw-marks.ts';
import { stepPlace } from '../../src/scene/draw-pointer.ts';
import { rdToCartesian } from '../../src/scene/frames.ts';
import { createLater } from '../../src/scene/later.ts';
import { addCorner, addFootprint, moveSelected, needDrawing, setDrawTool } from '../../src/store/drawing.ts';
import { initialTwin, twin } from '../../src/store/twin.ts';

const square = [147000, 508000, 147010, 508000, 147010, 508010, 147000, 508010];
const state = () => twin.getState().drawing as DrawState;

beforeEach(() => needDrawing());
afterEach(() => {
  twin.setState(initialTwin, true);
  vi.unstubAllGlobals();
});

describe('marks', () => {
  const flat = () => -4;

  it('of an outline that is being drawn run to the pointer, with lengths, and show where it will close', () => {
    for (const corner of [
      [147000, 508000],
      [147010, 508000],
    ] as const)
      addCorner(corner);
    const marks = marksOf(state(), [147010, 508020], flat);
    expect(marks.lines.map(({ points, isFaint }) => [points.length, isFaint])).toEqual([
      [3, false],
      [2, true],
    ]);
    expect(marks.lengths.map(({ metres }) => metres)).toEqual([10, 20]);
    expect(marks.handles).toHaveLength(2);
    expect(marks.lines[0]?.points[0]?.nap).toBeCloseTo(-3.7);
  });

  it('of the selected volume are its corners and the middles between them; one handle while turning', () => {
    addFootprint(square);
    const kinds = marksOf(state(), undefined, flat).handles.map(({ kind }) => kind);
    expect(kinds).toEqual([...Array(4).fill('corner'), ...Array(4).fill('between')]);
    setDrawTool('turn');
    expect(marksOf(state(), undefined, flat).handles).toMatchObject([{ kind: 'turn', at: { x: 147005, y: 508014 } }]);
    setDrawTool('move');
    expect(marksOf(state(), undefined, flat).handles).toEqual([]);
  });

  it('are none where typed coordinates lie outside the country', () => {
    addFootprint(square);
    moveSelected(9e9, 0);
    expect(marksOf(state(), undefined, flat)).toMatchObject({ lines: [], handles: [], lengths: [] });
  });

  it('step to the nearest 15° at the same distance', () => {
    const [x, y] = stepPlace([0, 0], [10, 1]);
    expect(Math.hypot(x, y)).toBeCloseTo(Math.hypot(10, 1));
    expect(y).toBeCloseTo(0);
  });
});

/** A canvas that only counts who listens to it. */
function createCanvas() {
  const listeners = new Set<unknown>();
  return {
    listeners,
    clientWidth: 800,
    clientHeight: 600,
    style: {},
    addEventListener: (_: string, listener: unknown) => listeners.add(listener),
    removeEventListener: (_: string, listener: unknown) => listeners.delete(listener),
  };
}

function createScene() {
  const canvas = createCanvas();
  const globe = { tileLoadProgressEvent: new Event(), getHeight: () => 39 } as unknown as Globe;
  const camera = { moveEnd: new Event(), positionWC: rdToCartesian({ x: 147000, y: 507900, nap: 100 }) };
  return { primitives: new PrimitiveCollection(), canvas, globe, camera, requestRender() {} };
}

const image = { image: {} as HTMLCanvasElement, width: 40, height: 16 };
const view = () => ({ isOpen: true, drawing: state(), language: 'nl' as const });

describe('the editing aids', () => {
  it('show marks while the tool is open, tell the ground, and leave nothing behind when destroyed', () => {
    const scene = createScene();
    const texts: string[] = [];
    const aids = createDrawAids(scene as unknown as Scene, (text) => {
      texts.push(text);
      return image;
    });
    addFootprint(square);
    aids.update(view());
    expect(scene.primitives.length).toBe(3);
    expect(texts).toEqual(['10,0 m']);
    expect(Object.values(state().grounds)[0]).toBeCloseTo(39 - 42.6, 0);
    aids.update({ ...view(), isOpen: false });
    expect(scene.primitives.length).toBe(2);
    aids.destroy();
    expect(scene.primitives.length).toBe(0);
    expect(scene.canvas.listeners.size).toBe(0);
    expect(scene.camera.moveEnd.numberOfListeners).toBe(0);
    expect(scene.globe.tileLoadProgressEvent.numberOfListeners).toBe(0);
  });

  it('are not made when their layer is destroyed while they load', async () => {
    let isMade = false;
    const load = async () => () => {
      isMade = true;
      return { update() {}, destroy() {} };
    };
    const later = createLater<object>(
      () => true,
      load,
      () => {},
    );
    later.update({});
    later.destroy();
    await new Promise((resolve) => setTimeout(resolve));
    expect(isMade).toBe(false);
  });
});
