import { Cartesian2, Event, PrimitiveCollection, type Scene } from 'cesium';
import { describe, expect, it } from 'vitest';
import { declutter } from '../../src/scene/declutter.ts';
import { createLabels, readableAngle } from '../../src/scene/labels.ts';

const box = (index: number, x: number, importance: number) => ({
  index,
  name: `${index}`,
  x,
  y: 100,
  width: 80,
  height: 20,
  importance,
});

describe('declutter', () => {
  it('shows the more important of two names that touch, and both of two that do not', () => {
    expect([...declutter([box(0, 100, 1), box(1, 150, 2)], 10)]).toEqual([1]);
    expect([...declutter([box(0, 100, 1), box(1, 300, 2)], 10)].sort()).toEqual([0, 1]);
  });

  it('repeats no name nearby', () => {
    const pair = [box(0, 100, 1), box(1, 400, 2), box(2, 1200, 1)].map((label) => ({ ...label, name: 'Dam' }));
    expect([...declutter(pair, 10)].sort()).toEqual([1, 2]);
  });

  it('shows no more than the limit', () => {
    const boxes = Array.from({ length: 20 }, (_, i) => box(i, i * 200, i));
    expect(declutter(boxes, 5).size).toBe(5);
  });
});

describe('labels', () => {
  it('never stand on their head, whichever way their street was drawn', () => {
    const a = new Cartesian2(100, 100);
    const b = new Cartesian2(200, 0);
    expect(readableAngle(a, b)).toBeCloseTo(Math.PI / 4);
    expect(readableAngle(b, a)).toBeCloseTo(Math.PI / 4);
    expect(Math.abs(readableAngle(a, new Cartesian2(100, 300)))).toBeCloseTo(Math.PI / 2);
  });

  const streets = {
    streets: [
      { name: 'IJsselkade', lines: [[147000, 508000, 147100, 508000]], labels: [[147050, 508000, -4, 90] as const] },
    ],
  };

  it('come and go with their streets and leave nothing behind when destroyed', () => {
    const camera = { moveEnd: new Event() };
    const scene = {
      primitives: new PrimitiveCollection(),
      preRender: new Event(),
      requestRender() {},
      camera,
      canvas: {},
    };
    const drawn: string[] = [];
    const labels = createLabels(scene as unknown as Scene, (text) => {
      drawn.push(text);
      return { image: {} as HTMLCanvasElement, width: 80, height: 20 };
    });
    labels.update({ layer: { visible: true, opacity: 1 }, streets: undefined });
    expect(drawn).toEqual([]);
    labels.update({ layer: { visible: false, opacity: 1 }, streets });
    expect(drawn).toEqual(['IJsselkade']);
    expect(scene.primitives.get(0)).toMatchObject({ show: false, length: 1 });
    labels.destroy();
    expect(scene.primitives.length).toBe(0);
    expect(scene.preRender.numberOfListeners + camera.moveEnd.numberOfListeners).toBe(0);
  });
});
