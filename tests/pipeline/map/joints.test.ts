import { describe, expect, it } from 'vitest';
import { listJoints, type Sides } from '../../../src/pipeline/map/joints.ts';

type Polygon = readonly (readonly number[])[];

/** Polygons as rings of flat x, y pairs, the inside on the left. */
function sidesOf(...polygons: Polygon[]): Sides {
  const sides = {
    vertices: new Float32Array(polygons.flat(2)),
    from: [] as number[],
    to: [] as number[],
    polygon: [] as number[],
  };
  let first = 0;
  polygons.forEach((rings, polygon) => {
    for (const ring of rings) {
      const count = ring.length / 2;
      for (let v = 0; v < count; v++) {
        sides.from.push(first + v);
        sides.to.push(first + ((v + 1) % count));
        sides.polygon.push(polygon);
      }
      first += count;
    }
  });
  return sides;
}

const square = (x: number, y: number, size: number) => [x, y, x + size, y, x + size, y + size, x, y + size];

describe('joints of water', () => {
  it('are the sides that two neighbours share, and no other', () => {
    const joints = listJoints(sidesOf([square(0, 0, 10)], [square(10, 0, 10)]));
    expect(joints).toEqual([false, true, false, false, false, false, false, true]);
  });

  it('are found where one neighbour has corners that the other lacks', () => {
    const joints = listJoints(sidesOf([square(0, 0, 100)], [[0, 100, 30, 100.01, 71, 100, 100, 100, 60, 140]]));
    expect(joints).toEqual([false, false, true, false, true, true, true, false, false]);
  });

  it('are none where a quay lies between, or a neighbour covers a part of the side', () => {
    expect(listJoints(sidesOf([square(0, 0, 10)], [square(10.2, 0, 10)]))).not.toContain(true);
    expect(listJoints(sidesOf([square(0, 0, 10)], [square(10, 5, 10)]))).not.toContain(true);
  });

  it('are all sides of a detailed area over or in a coarse lake, and none of an island', () => {
    const hole = [40, 40, 40, 60, 60, 60, 60, 40];
    const none = Array(4).fill(false);
    const all = Array(4).fill(true);
    expect(listJoints(sidesOf([square(0, 0, 100)], [square(40, 40, 20)]))).toEqual([...none, ...all]);
    expect(listJoints(sidesOf([square(0, 0, 100), hole], [square(40, 40, 20)]))).toEqual([...none, ...all, ...all]);
    expect(listJoints(sidesOf([square(0, 0, 100), hole]))).toEqual([...none, ...none]);
  });

  it('are nothing where there is no water', () => {
    expect(listJoints(sidesOf())).toEqual([]);
  });
});
