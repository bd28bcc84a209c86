import { Event, PerspectiveFrustum, PrimitiveCollection, type Scene } from 'cesium';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { CountAnswer, CountCell } from '../../src/model/count-answer.ts';
import { initialCountChoice } from '../../src/model/count-choice.ts';
import type { CountTown } from '../../src/model/counts.ts';
import { tieCounts } from '../../src/scene/tie-counts.ts';
import { counts } from '../../src/store/counts.ts';

const context = new Proxy({ measureText: () => ({ width: 20 }) } as Record<string, unknown>, {
  get: (known, name: string) => known[name] ?? (() => undefined),
  set: () => true,
});
beforeAll(() => {
  for (const name of ['HTMLCanvasElement', 'HTMLImageElement', 'ImageBitmap', 'OffscreenCanvas'])
    vi.stubGlobal(name, class {});
  const location = { href: 'http://localhost/' };
  const createElement = () => ({ width: 20, height: 20, getContext: () => context });
  vi.stubGlobal('document', { location, createElement });
});
afterAll(() => void vi.unstubAllGlobals());
const before = counts.getState();
afterEach(() => counts.setState(before, true));

const cell = (value: number): CountCell => ({ mark: 'ok', value, low: value, high: value });
const gate = { id: 'north', title: 'Noord', x: 147_000, y: 508_000, inDegrees: 180, error: { share: 0, persons: 1 } };

/** One gate and two slots of an hour: what the picture reads of an answer. */
function countSomething(): void {
  const cells = { in: [cell(120), cell(40)], out: [cell(10), cell(90)], both: [cell(130), cell(130)] };
  const answer = {
    most: 120,
    starts: [0, 3_600_000],
    slotMinutes: 60,
    span: [0, 1],
    gates: [{ gate: 'north', cells }],
  };
  const town = { peaks: { in: { slot: 0 } } };
  counts.setState({
    town: { status: 'ready', value: { gates: [gate], leastShown: 5 } as unknown as CountTown },
    answer: { ...answer, town } as unknown as CountAnswer,
  });
}

function createStage() {
  return {
    primitives: new PrimitiveCollection(),
    globe: { maximumScreenSpaceError: 2, getHeight: () => 41, tileLoadProgressEvent: new Event() },
    camera: { frustum: new PerspectiveFrustum({ fov: 1, aspectRatio: 1.5 }), moveEnd: new Event() },
    canvas: Object.assign(new EventTarget(), { clientWidth: 800, clientHeight: 600 }),
    preUpdate: new Event(),
    preRender: new Event(),
    drawingBufferHeight: 600,
    requestRender() {},
  };
}
type Stage = ReturnType<typeof createStage>;
const listenersOf = ({ preUpdate, preRender, globe, camera }: Stage) =>
  [preUpdate, preRender, globe.tileLoadProgressEvent, camera.moveEnd].reduce((sum, e) => sum + e.numberOfListeners, 0);
const view = { layer: { visible: true, opacity: 1 }, choice: initialCountChoice, language: 'nl' as const };
async function until(isTrue: () => boolean): Promise<void> {
  for (let i = 0; i < 300 && !isTrue(); i++) await new Promise((resolve) => setTimeout(resolve, 10));
}
const tie = (stage: Stage, errors: unknown[] = []) =>
  tieCounts(stage as unknown as Scene, (error) => errors.push(error));

describe('counts in the picture', () => {
  it('draws arrows and texts when the answer comes, and takes them away with the overlay', async () => {
    const [stage, errors] = [createStage(), [] as unknown[]];
    const layer = tie(stage, errors);
    layer.update(view);
    expect(stage.primitives.length).toBe(1);
    countSomething();
    await until(() => stage.primitives.length === 2);
    const [texts, arrows] = [0, 1].map((i) => stage.primitives.get(i) as { show: boolean; length: number });
    expect(texts?.length).toBe(2);
    expect(arrows?.show).toBe(true);
    layer.update({ ...view, layer: { visible: false, opacity: 1 } });
    expect([texts?.show, arrows?.show]).toEqual([false, false]);
    layer.destroy();
    expect(stage.primitives.length).toBe(0);
    expect(listenersOf(stage)).toBe(0);
    expect(errors).toEqual([]);
  });

  it('leaves nothing behind when destroyed while its arrows are still coming', async () => {
    const stage = createStage();
    countSomething();
    const layer = tie(stage);
    layer.update(view);
    layer.destroy();
    countSomething();
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(stage.primitives.length).toBe(0);
    expect(listenersOf(stage)).toBe(0);
  });
});
