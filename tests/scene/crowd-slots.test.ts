import { describe, expect, it } from 'vitest';
import type { CrowdMoment } from '../../src/model/crowd-run.ts';
import { farFigure, instancePlaces, nearFigure } from '../../src/scene/crowd-figure.ts';
import {
  ABSENT,
  createSlotWriter,
  GROUP_ROOM,
  listNear,
  roomFor,
  SLOT_FLOATS,
  SLOTS_WIDE,
} from '../../src/scene/crowd-slots.ts';
import { writeGlb } from '../../src/scene/glb.ts';

type Person = readonly [person: number, x: number, y: number, group?: number];
const moment = (second: number, people: readonly Person[]): CrowdMoment => ({
  second,
  person: Uint32Array.from(people, ([person]) => person),
  x: Uint16Array.from(people, ([, x]) => Math.round(100 * x)),
  y: Uint16Array.from(people, ([, , y]) => Math.round(100 * y)),
  group: Uint8Array.from(people, ([, , , group = 0]) => group),
});
const place = { west: 1000, south: 2000 };
const origin = { x: 1010, y: 2000 };
const slot = (texels: Float32Array, row: number) => [...texels.slice(row * SLOT_FLOATS, (row + 1) * SLOT_FLOATS)];

describe('people as the card reads them', () => {
  it('gives each both places, also who comes or goes', () => {
    const [from, to] = [
      moment(0, [
        [7, 1, 2, 1],
        [3, 5, 5],
      ]),
      moment(1, [
        [9, 4, 4, 2],
        [7, 2, 2, 1],
      ]),
    ];
    const { texels, count } = createSlotWriter().write({ from, to, ...place }, origin);
    expect(count).toBe(3);
    expect(slot(texels, 0).slice(0, 4)).toEqual([-9, 2, -8, 2]);
    expect(slot(texels, 1).slice(0, 4)).toEqual([-5, 5, ABSENT, ABSENT]);
    expect(slot(texels, 2).slice(0, 4)).toEqual([ABSENT, ABSENT, -6, 4]);
    expect([0, 1, 2].map((row) => Math.floor((slot(texels, row)[7] as number) / GROUP_ROOM))).toEqual([1, 0, 2]);
    expect(slot(texels, 3)[0]).toBe(ABSENT);
  });

  it('turns the short way round, and steps on where the moment before ended', () => {
    const writer = createSlotWriter();
    // North-west, then north-east: 90° over north, not 270° over south.
    const moments = [
      [10, 10],
      [9, 11],
      [10, 12],
      [10, 12],
    ].map(([x, y], i) => moment(i, [[0, x as number, y as number]]));
    const pairs = [0, 1, 2].map((i) => {
      const [from, to] = [moments[i] as CrowdMoment, moments[i + 1] as CrowdMoment];
      return slot(writer.write({ from, to, ...place }, origin).texels, 0);
    });
    expect(pairs[0]?.[5]).toBeCloseTo(-Math.PI / 4, 2);
    expect(pairs[1]?.slice(4, 6)).toEqual([expect.closeTo(-Math.PI / 4, 2), expect.closeTo(Math.PI / 4, 2)]);
    // Who stands keeps looking there.
    expect(pairs[2]?.slice(4, 6)).toEqual([expect.closeTo(Math.PI / 4, 2), expect.closeTo(Math.PI / 4, 2)]);
    const steps = pairs.map((pair) => (pair[6] as number) % 1);
    const made = pairs.map((pair) => (pair[7] as number) % GROUP_ROOM);
    expect(steps[1]).toBeCloseTo(((steps[0] as number) + (made[0] as number)) % 1, 3);
    expect(made[2]).toBe(0);
  });

  it('has whole rows of room, and the same bytes for the same moments', () => {
    expect(roomFor(1)).toBe(SLOTS_WIDE);
    expect(roomFor(SLOTS_WIDE + 1)).toBe(2 * SLOTS_WIDE);
    expect(roomFor(5000) % SLOTS_WIDE).toBe(0);
    const pair = { from: moment(0, [[1, 3, 3]]), to: moment(1, [[1, 4, 3]]), ...place };
    expect(createSlotWriter().write(pair, origin)).toEqual(createSlotWriter().write(pair, origin));
  });

  it('gives limbs to the nearest only, and tells up to where', () => {
    const line = moment(
      0,
      Array.from({ length: 10 }, (_, i): Person => [i, 10 + i, 0]),
    );
    const slots = createSlotWriter().write({ from: line, to: line, ...place }, origin);
    expect(listNear(slots, [0, 0], 4.5, 100)).toEqual({ slots: [0, 1, 2, 3, 4], reach: 4.5 });
    const few = listNear(slots, [0, 0], 100, 3);
    expect(few.slots).toEqual([0, 1, 2]);
    expect(few.reach).toBeCloseTo(3, 3);
  });
});

describe('figures', () => {
  it('are as tall as people, and far ones cost a fraction of near ones', () => {
    for (const figure of [nearFigure(), farFigure()]) {
      const ups = [...(figure.attributes['POSITION']?.values ?? [])].filter((_, i) => i % 3 === 1);
      expect(Math.min(...ups)).toBe(0);
      expect(Math.max(...ups)).toBeGreaterThan(1.7);
      expect(Math.max(...figure.indices)).toBeLessThan(ups.length);
    }
    expect(farFigure().indices.length / 3).toBeLessThan(50);
    expect(farFigure().indices.length * 6).toBeLessThan(nearFigure().indices.length);
  });

  it('stand where the shader finds which copy they are', () => {
    const [count, reach] = [1024, 300];
    const places = instancePlaces(count, reach);
    for (let i = 0; i < count; i++)
      expect(Math.floor((((places[3 * i] as number) + reach) / (2 * reach)) * count)).toBe(i);
    const figure = farFigure();
    const glb = writeGlb(figure.attributes, 1, figure.indices, places);
    const length = new DataView(glb.buffer).getUint32(12, true);
    const json = JSON.parse(new TextDecoder().decode(glb.subarray(20, 20 + length)));
    const { attributes } = json.nodes[0].extensions.EXT_mesh_gpu_instancing;
    const accessor = json.accessors[attributes.TRANSLATION];
    expect(accessor).toMatchObject({ count, type: 'VEC3' });
    const view = json.bufferViews[accessor.bufferView];
    const start = 28 + length + view.byteOffset;
    expect(glb.slice(start, start + view.byteLength)).toEqual(new Uint8Array(places.buffer));
  });
});
