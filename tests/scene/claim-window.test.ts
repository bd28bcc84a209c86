import { describe, expect, it } from 'vitest';
import { listClaimShapes } from '../../src/model/claim-shape.ts';
import { type Looking, placeWindow } from '../../src/scene/claim-window-place.ts';
import { makeClaim, makeTown, square } from '../fixtures/claim-scene.ts';

const shapes = listClaimShapes(
  makeTown([
    [makeClaim('home'), [-4, 9]],
    [makeClaim('cellar'), [-8, -4]],
    [makeClaim('pipe', { parts: [], lines: [[146000, 508010, 148000, 508010]] }), [-6, -5]],
    [makeClaim('unknown')],
  ]),
);
const [home, cellar, pipe, unknown] = shapes as [never, never, never, never];
const base: Looking = { choice: { lowNap: -10, highNap: 60, place: undefined }, shown: shapes, selected: [], here: [] };
const ahead = () => ({ x: 147300, y: 508000, nap: -3.9, range: 200 });
const ground = () => ({ ground: -3.8, room: 0.6 });
const open = (change: Partial<Looking>) => placeWindow({ ...base, ...change }, ahead, ground);

describe('where the ground is seen through', () => {
  it('stays closed while all heights are looked at, and for what stands on it', () => {
    expect(open({})).toBeUndefined();
    expect(open({ selected: [home] })).toBeUndefined();
    expect(open({ selected: [unknown] })).toBeUndefined();
  });

  it('opens around what is chosen under it, down to under it', () => {
    const window = open({ selected: [cellar] });
    expect(window).toMatchObject({ x: 147010, y: 508010, ground: -3.8, room: 0.6 });
    expect(window?.floor).toBeLessThan(-8);
    expect(window?.halfWidth).toBeGreaterThan(10);
  });

  it('opens a long pipe where one looks', () => {
    expect(open({ selected: [pipe] })).toMatchObject({ x: 147300, y: 508010 });
  });

  it('opens around the place or area where one asked if something lies under it', () => {
    const place = { x: 147003, y: 508004 };
    const choice = { ...base.choice, place };
    expect(open({ choice, here: [home, cellar] })).toMatchObject(place);
    expect(open({ choice, here: [home] })).toBeUndefined();
    const ring = square(146900, 507900, 200);
    expect(open({ choice: { ...choice, place: { ring } }, here: [cellar] })).toMatchObject({ x: 147000, y: 508000 });
  });

  it('opens ahead when the slider looks under the ground only', () => {
    const window = open({ choice: { ...base.choice, highNap: -4 }, shown: [cellar] });
    expect(window).toMatchObject({ x: 147300, y: 508000 });
    // Nothing deep lies in it: a shallow pit.
    expect(window?.floor).toBeGreaterThan(-7);
  });

  it('takes the ground of the claim while none is loaded', () => {
    expect(placeWindow({ ...base, selected: [cellar] }, ahead, () => undefined)?.ground).toBe(-4);
  });
});
