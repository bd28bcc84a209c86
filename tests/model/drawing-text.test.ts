import { describe, expect, it } from 'vitest';
import { LONGEST_DRAWING, readDrawing, writeDrawing } from '../../src/model/drawing-text.ts';
import { heightReferences, type PlanVolume, roofShapes } from '../../src/model/plan-volume.ts';
import { seedRandom } from '../../src/model/random.ts';

const block: PlanVolume = {
  id: 'volume-1',
  footprint: [[147000, 508000, 147020, 508000, 147020, 508012.5, 147000, 508012.5]],
  lower: 0,
  upper: 9,
  reference: 'peil',
  roof: { shape: 'flat' },
};

function randomVolume(random: () => number, row: number): PlanVolume {
  const metres = (low: number, high: number) => Math.round((low + (high - low) * random()) * 100) / 100 + 0;
  const oneOf = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T;
  const text = () =>
    Array.from({ length: 1 + Math.floor(random() * 8) }, () => oneOf([..."aZ0 ._~-%&=#é()!*'/💧"])).join('');
  const [x, y] = [metres(10_000, 280_000), metres(300_000, 620_000)];
  const ring = (corners: number) =>
    Array.from({ length: corners }, () => [x + metres(-60, 60), y + metres(-60, 60)])
      .flat()
      .map((value) => Math.round(value * 100) / 100);
  return {
    id: `volume-${row + 1}`,
    ...(random() < 0.5 && { name: text() }),
    ...(random() < 0.3 && { use: text() }),
    ...(random() < 0.3 && { phase: text() }),
    ...(random() < 0.5 && { dwellings: Math.floor(random() * 300) }),
    footprint: Array.from({ length: 1 + Math.floor(random() * 2) }, () => ring(3 + Math.floor(random() * 6))),
    lower: metres(-9, 3),
    upper: metres(3, 90),
    reference: oneOf(heightReferences),
    roof: {
      shape: oneOf(roofShapes),
      ...(random() < 0.5 && { eaves: metres(0, 20) }),
      ...(random() < 0.5 && { ridgeDegrees: metres(0, 360) }),
    },
  };
}

describe('a drawing as a text', () => {
  it('brings back every one of 1,000 random drawings, to the centimetre', () => {
    const random = seedRandom(31);
    for (let i = 0; i < 1000; i++) {
      const volumes = Array.from({ length: 1 + (i % 3) }, (_, row) => randomVolume(random, row));
      const drawing = { peilNap: Math.round(random() * 1000 - 600) / 100, volumes };
      const text = writeDrawing(drawing) ?? '';
      expect(text).toMatch(/^[\w.~%]*\w$/);
      expect(readDrawing(text), text).toEqual(drawing);
      // A link that is opened and written again is the same one.
      expect(writeDrawing(readDrawing(text))).toBe(text);
    }
  });

  it('is short: a box takes some forty characters, and forty boxes fit a link', () => {
    const drawing = { peilNap: -3.4, volumes: [{ ...block, name: 'Blok' }] };
    console.log(writeDrawing(drawing));
    expect(writeDrawing(drawing)?.length).toBeLessThan(60);
    const volumes = (count: number) =>
      Array.from({ length: count }, (_, row) => ({ ...block, id: `volume-${row + 1}` }));
    const longest = Array.from({ length: 60 }, (_, count) => count).findLast(
      (count) => writeDrawing({ peilNap: -3.4, volumes: volumes(count) }) !== undefined,
    );
    console.log(`${longest} boxes fit ${LONGEST_DRAWING} characters`);
    expect(longest).toBeGreaterThan(40);
    expect(writeDrawing({ peilNap: 0, volumes: volumes(60) })).toBeUndefined();
  });

  it('leaves out half of a character, which no address can hold', () => {
    const text = writeDrawing({ peilNap: 0, volumes: [{ ...block, name: 'Blok \ud83d' }] }) ?? '';
    expect(readDrawing(text).volumes[0]?.name).toBe('Blok ');
  });

  it('of nothing is empty', () => expect(writeDrawing({ peilNap: -3, volumes: [] })).toBe(''));

  it('rounds corners, not the steps between them: nothing drifts', () => {
    const ring = Array.from({ length: 200 }, (_, i) => (i % 2 === 0 ? 147000 + i * 0.004 : 508000 + i * 0.006));
    const text = writeDrawing({ peilNap: 0, volumes: [{ ...block, footprint: [ring] }] }) ?? '';
    const back = readDrawing(text).volumes[0]?.footprint[0] ?? [];
    expect(Math.max(...back.map((value, i) => Math.abs(value - (ring[i] as number))))).toBeLessThan(0.00501);
  });

  it.each([
    ['2~0~pf0.2_0.0.2.2.4.4', /version 2/],
    ['', /version/],
    ['1~x!', /no number/],
    ['1~0~pf0.2', /outline/],
    ['1~0~pf0.2_0.0.2.2', /three corners/],
    ['1~0~qf0.2_0.0.2.2.4.4', /"q" is none of peil/],
    ['1~0~px0.2_0.0.2.2.4.4', /"x" is none of flat/],
    ['1~0~pf0.2.z4_0.0.2.2.4.4', /"z4" is not known/],
    ['1~0~pf0.2.n%E0%A4%A_0.0.2.2.4.4', /malformed/i],
    ['1~0~pf0.-2_0.0.2.2.4.4', /no number/],
  ])('%s is refused', (text, reason) => expect(() => readDrawing(text)).toThrow(reason));
});
