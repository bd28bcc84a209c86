import { describe, expect, it } from 'vitest';
import {
  addPlaced,
  addVolume,
  changeReference,
  changeVolume,
  copyItem,
  type Drawing,
  deleteCorner,
  deleteItem,
  findAt,
  findFootprintProblem,
  findVolumeProblem,
  insertCorner,
  moveCorner,
  moveItem,
  outlineOf,
  startDrawing,
  turnItem,
} from '../../src/model/drawing.ts';
import { HISTORY_LIMIT, record, redo, startHistory, undo } from '../../src/model/history.ts';
import { rectangleAround, rectangleOnSide } from '../../src/model/outline.ts';
import type { PlanVolume } from '../../src/model/plan-volume.ts';
import { seedRandom } from '../../src/model/random.ts';

/** 20 by 10 metres, its south-western corner at a whole number. */
const ring = [147000, 508000, 147020, 508000, 147020, 508010, 147000, 508010];
const block: Omit<PlanVolume, 'id'> = {
  footprint: [ring],
  lower: 0,
  upper: 9,
  reference: 'peil',
  roof: { shape: 'flat' },
};
const one = addVolume(startDrawing(-3.5), block);
const footprintOf = (drawing: Drawing, id = one.id) => outlineOf(drawing, id);

describe('a drawn volume', () => {
  it('moves by what is typed and comes back exactly', () => {
    const there = moveItem(one.drawing, one.id, 0.1, -0.2);
    expect(footprintOf(there)).toEqual([
      147000.1, 507999.8, 147020.1, 507999.8, 147020.1, 508009.8, 147000.1, 508009.8,
    ]);
    expect(moveItem(there, one.id, -0.1, 0.2)).toEqual(one.drawing);
  });

  it('turns clockwise about its middle, and its ridge with it', () => {
    const ridged = changeVolume(one.drawing, one.id, (v) => ({
      ...v,
      roof: { shape: 'gabled', eaves: 6, ridgeDegrees: 350 },
    }));
    const turned = turnItem(ridged, one.id, 90);
    expect(footprintOf(turned)).toEqual([147005, 508015, 147005, 507995, 147015, 507995, 147015, 508015]);
    expect(turned.volumes[0]?.roof.ridgeDegrees).toBe(80);
    expect(turnItem(turned, one.id, 270)).toEqual(ridged);
  });

  it('is copied beside itself under a name of its own', () => {
    const copy = copyItem(one.drawing, one.id, 0, 15);
    expect(copy.id).not.toBe(one.id);
    expect(copy.drawing.volumes).toHaveLength(2);
    expect(footprintOf(copy.drawing, copy.id)?.slice(0, 2)).toEqual([147000, 508015]);
    expect(copyItem(deleteItem(copy.drawing, one.id), copy.id, 1, 1).id).not.toBe(copy.id);
  });

  it('gets, moves and loses corners, but keeps three', () => {
    const five = insertCorner(one.drawing, one.id, 3);
    expect(footprintOf(five)).toEqual([...ring, 147000, 508005]);
    const house = moveCorner(five, one.id, 4, [146995, 508005]);
    expect(footprintOf(house)?.slice(8)).toEqual([146995, 508005]);
    expect(deleteCorner(house, one.id, 4)).toEqual(one.drawing);
    let drawing = one.drawing;
    for (let i = 0; i < 5; i++) drawing = deleteCorner(drawing, one.id, 0);
    expect(footprintOf(drawing)).toHaveLength(6);
  });

  it('stays as high as it was when its heights count from elsewhere', () => {
    const sloped = changeVolume(one.drawing, one.id, (v) => ({ ...v, roof: { shape: 'gabled', eaves: 6 } }));
    const nap = changeReference(sloped, one.id, 'nap', undefined).volumes[0];
    expect([nap?.lower, nap?.roof.eaves, nap?.upper]).toEqual([-3.5, 2.5, 5.5]);
    const ground = changeReference(sloped, one.id, 'ground', -4).volumes[0];
    expect([ground?.lower, ground?.roof.eaves, ground?.upper]).toEqual([0.5, 6.5, 9.5]);
  });

  it('is found by a place within it, the last drawn first', () => {
    const copy = copyItem(one.drawing, one.id, 5, 0);
    expect(findAt(copy.drawing, [147010, 508005])).toBe(copy.id);
    expect(findAt(copy.drawing, [147002, 508005])).toBe(one.id);
    expect(findAt(copy.drawing, [147100, 508005])).toBeUndefined();
  });
});

describe('something placed', () => {
  const box = { west: -2, south: -1, bottom: 0, east: 2, north: 1, top: 3 };
  const added = addPlaced(startDrawing(0), {
    name: 'boot.glb',
    x: 147000,
    y: 508000,
    nap: -4,
    rotationDegrees: 0,
    scale: 1,
    box,
  });

  it('has the outline of its box, turned and scaled', () => {
    expect(outlineOf(added.drawing, added.id)).toEqual([
      146998, 507999, 147002, 507999, 147002, 508001, 146998, 508001,
    ]);
    const turned = turnItem(added.drawing, added.id, 90);
    expect(outlineOf(turned, added.id)).toEqual([146999, 508002, 146999, 507998, 147001, 507998, 147001, 508002]);
    expect(turned.placed[0]).toMatchObject({ x: 147000, y: 508000, rotationDegrees: 90 });
  });

  it('turns about its middle also when its origin lies elsewhere', () => {
    const off = addPlaced(startDrawing(0), { ...added.drawing.placed[0], box: { ...box, west: 0, east: 4 } } as never);
    const turned = turnItem(off.drawing, off.id, 180);
    expect(turned.placed[0]).toMatchObject({ x: 147004, y: 508000, rotationDegrees: 180 });
    expect([...(outlineOf(turned, off.id) ?? [])].sort()).toEqual([...(outlineOf(off.drawing, off.id) ?? [])].sort());
  });
});

describe('rectangles by numbers', () => {
  it('stand on a side, left or right of it', () => {
    expect(rectangleOnSide([147000, 508000], [147020, 508000], 10)).toEqual(ring);
    expect(rectangleOnSide([147000, 508000], [147020, 508000], -10).slice(4)).toEqual([147020, 507990, 147000, 507990]);
  });

  it('lie with their length along a direction', () => {
    expect(rectangleAround([147010, 508005], 20, 10, 90)).toEqual([
      147000, 508010, 147000, 508000, 147020, 508000, 147020, 508010,
    ]);
    const turned = rectangleAround([0, 0], 10, 4, 30);
    expect(Math.hypot((turned[4] ?? 0) - (turned[2] ?? 0), (turned[5] ?? 0) - (turned[3] ?? 0))).toBeCloseTo(10, 2);
  });
});

describe('what cannot be built', () => {
  const at = (...corners: [number, number][]) => corners.flatMap(([x, y]) => [147000 + x, 508000 + y]);
  it.each([
    ['few-corners', at([0, 0], [1, 1])],
    ['no-number', [...at([0, 0], [9, 0]), Number.NaN, 508000]],
    ['outside', [4.9, 52.3, 4.91, 52.3, 4.91, 52.31]],
    ['crossing', at([0, 0], [10, 10], [10, 0], [0, 10])],
    ['crossing', at([0, 0], [10, 0], [5, 0], [5, 5])],
    ['crossing', at([0, 0], [10, 0], [10, 10], [5, 0], [0, 10])],
    ['small', at([0, 0], [1, 0], [0, 1.5])],
    [undefined, at([0, 0], [10, 0], [10, 10], [5, 1], [0, 10])],
    [undefined, ring],
  ])('is told as %s', (problem, outline) => {
    expect(findFootprintProblem(outline as number[])).toBe(problem);
  });

  it('includes heights that contradict each other', () => {
    const volume = { ...block, id: 'v' };
    expect(findVolumeProblem(volume)).toBeUndefined();
    expect(findVolumeProblem({ ...volume, upper: 0 })).toBe('upper-not-above-lower');
    expect(findVolumeProblem({ ...volume, roof: { shape: 'gabled', eaves: 10 } })).toBe('eaves-outside');
    expect(findVolumeProblem({ ...volume, upper: Number.NaN })).toBe('no-number');
  });
});

describe('history', () => {
  it.each([1, 2, 3, 4, 5])('after random changes, undoing all is the start and redoing all the end (%i)', (seed) => {
    const next = seedRandom(seed);
    const random = (below: number) => Math.floor(next() * below);
    const start = one.drawing;
    let history = startHistory(start);
    for (let step = 0; step < 120; step++) {
      const drawing = history.present;
      const id = drawing.volumes[random(drawing.volumes.length)]?.id ?? 'none';
      const changes: (() => Drawing)[] = [
        () => moveItem(drawing, id, random(100) / 10, random(100) / 7),
        () => turnItem(drawing, id, random(360)),
        () => copyItem(drawing, id, 3, 4).drawing,
        () => insertCorner(drawing, id, random(4)),
        () => deleteCorner(drawing, id, random(4)),
        () => (drawing.volumes.length > 1 ? deleteItem(drawing, id) : drawing),
        () => changeReference(drawing, id, 'nap', undefined),
      ];
      history = record(history, (changes[random(changes.length)] as () => Drawing)());
      if (random(6) === 0) history = undo(history);
      if (random(9) === 0) history = redo(history);
    }
    const end = history.future.at(-1) ?? history.present;
    while (history.past.length > 0) history = undo(history);
    expect(history.present).toBe(start);
    while (history.future.length > 0) history = redo(history);
    expect(history.present).toBe(end);
  });

  it('keeps a bounded number of steps, and a new step forgets what was undone', () => {
    let history = startHistory(0);
    for (let i = 1; i <= HISTORY_LIMIT + 50; i++) history = record(history, i);
    expect(history.past).toHaveLength(HISTORY_LIMIT);
    expect(history.past[0]).toBe(50);
    expect(record(undo(history), -1).future).toEqual([]);
    expect(record(history, history.present)).toBe(history);
  });
});
