import { describe, expect, it } from 'vitest';
import { decodeQuantizedMesh, vertexHeight } from '../../../src/model/quantized-mesh.ts';
import { geoidHeight, type LonLat, lonLatToRd } from '../../../src/model/rd.ts';
import { horizonOcclusionPoint, toEarthFixed } from '../../../src/pipeline/terrain/ellipsoid.ts';
import { chooseHeightStep, encodeTile } from '../../../src/pipeline/terrain/encode-tile.ts';
import { seaLevel } from '../../../src/pipeline/terrain/geoid.ts';
import { createGround, toGroundLayers } from '../../../src/pipeline/terrain/ground.ts';
import { placeTile } from '../../../src/pipeline/terrain/place.ts';
import { tilePoint } from '../../../src/pipeline/terrain/tiling.ts';
import { type Border, type Lattice, triangulate } from '../../../src/pipeline/terrain/triangulate.ts';
import { makeGrid } from '../../fixtures/height-files.ts';

const tileAt = ({ lon, lat }: LonLat, level: number) => {
  const size = 180 / 2 ** level;
  return { level, x: Math.floor((lon + 180) / size), y: Math.floor((lat + 90) / size) };
};
const markerwaard = { lon: 5.27, lat: 52.56 };

describe('places within a tile', () => {
  it.each([13, 14, 16, 17])('are within 1 mm in RD and 0.1 mm in height of the exact ones at level %i', (level) => {
    const grid = makeGrid([140000, 500000, 154000, 516000], 100, () => 0);
    const ground = createGround(toGroundLayers([grid]));
    const tile = tileAt(markerwaard, level);
    const placeAt = placeTile(ground, tile);
    let horizontal = 0;
    let vertical = 0;
    for (let k = 0; k < 400; k++) {
      const [u, v] = [(k * 0.618034) % 1, (k * 0.754878) % 1];
      const place = { x: 0, y: 0, sea: 0 };
      placeAt(u, v, place);
      const at = tilePoint(tile, u, v);
      const exact = lonLatToRd(at);
      horizontal = Math.max(horizontal, Math.hypot(place.x - exact.x, place.y - exact.y));
      vertical = Math.max(vertical, Math.abs(place.sea - geoidHeight(at)));
    }
    expect(horizontal).toBeLessThan(0.001);
    expect(vertical).toBeLessThan(0.0001);
  });
});

describe('sea level', () => {
  it('is the geoid in the Netherlands, and goes to the ellipsoid without a step', () => {
    expect(seaLevel(markerwaard)).toBe(geoidHeight(markerwaard));
    expect(seaLevel({ lon: 40, lat: 10 })).toBe(0);
    for (let lon = -30; lon < 40; lon += 0.02) {
      const step = Math.abs(seaLevel({ lon: lon + 0.02, lat: 52 }) - seaLevel({ lon, lat: 52 }));
      expect(step, `at ${lon}`).toBeLessThan(0.3);
    }
  });
});

describe('a triangulation', () => {
  const size = 101;
  const shape = (column: number, row: number) => Math.sin(column / 9) * 3 + (column > 60 && row > 40 ? 2 : 0);
  const step = 32767 / (size - 1);
  const values = Float32Array.from({ length: size * size }, (_, i) => shape(i % size, Math.floor(i / size)));
  const isClosed = Uint8Array.from(values, (_, i) => {
    const [column, row] = [i % size, Math.floor(i / size)];
    return column === 0 || row === 0 || column === size - 1 || row === size - 1 ? 1 : 0;
  });
  const lattice: Lattice = {
    width: size,
    height: size,
    values,
    isClosed: isClosed.slice(),
    toLattice: [1 / step, 0, 0, 0, 1 / step, 0],
    fromLattice: [step, 0, 0, 0, step, 0],
    unit: [0.01, 0.01],
  };
  const corners: [number, number][] = [
    [0, 0],
    [32767, 0],
    [32767, 32767],
    [0, 32767],
  ];
  const border: Border = {
    x: corners.map(([x]) => x),
    y: corners.map(([, y]) => y),
    value: corners.map(([x, y]) => shape(x / step, y / step)),
  };

  it('is within its bound at every point that may be a vertex, and finer for a smaller bound', () => {
    const counts = [1, 0.1].map((bound) => {
      const { x, y, origin, triangles, vertexCount } = triangulate(
        { ...lattice, isClosed: isClosed.slice() },
        border,
        bound,
      );
      const z = Array.from({ length: vertexCount }, (_, i) => {
        const from = origin[i] as number;
        return (from < 0 ? border.value[-1 - from] : values[from]) as number;
      });
      const covered = new Uint8Array(size * size);
      let area = 0;
      for (let t = 0; t < triangles.length; t += 3) {
        const [a, b, c] = [triangles[t] as number, triangles[t + 1] as number, triangles[t + 2] as number];
        const [ax, ay] = [x[a] as number, y[a] as number];
        const [bx, by] = [(x[b] as number) - ax, (y[b] as number) - ay];
        const [cx, cy] = [(x[c] as number) - ax, (y[c] as number) - ay];
        const twice = bx * cy - by * cx;
        expect(twice).toBeGreaterThan(0);
        area += twice;
        for (let i = 0; i < size * size; i++) {
          const [px, py] = [(i % size) * step - ax, Math.floor(i / size) * step - ay];
          const [f, g] = [(px * cy - py * cx) / twice, (bx * py - by * px) / twice];
          if (isClosed[i] === 1 || f < 0 || g < 0 || f + g > 1) continue;
          covered[i] = 1;
          const height = (z[a] as number) * (1 - f - g) + (z[b] as number) * f + (z[c] as number) * g;
          expect(Math.abs(height - (values[i] as number))).toBeLessThan(bound * 1.02 + 0.01);
        }
      }
      expect(area).toBe(2 * 32767 ** 2);
      expect(covered.reduce((sum, one) => sum + one, 0)).toBeGreaterThan(0.99 * (size - 2) ** 2);
      return triangles.length / 3;
    }) as [number, number];
    expect(counts[0]).toBeLessThan(counts[1] / 2);
  });

  it('refuses a border without corners', () => {
    expect(() => triangulate(lattice, { x: [0], y: [0], value: [0] }, 1)).toThrow(/4 corners/);
  });
});

describe('an encoded tile', () => {
  const tile = tileAt(markerwaard, 14);
  // 70,225 vertices: more than 16-bit indices can name.
  const side = 265;
  const u = Int32Array.from({ length: side * side }, (_, i) => Math.round(((i % side) / (side - 1)) * 32767));
  const v = Int32Array.from(u, (_, i) => Math.round((Math.floor(i / side) / (side - 1)) * 32767));
  const heights = Float64Array.from(u, (_, i) => 40 + (i % 997) / 128);
  const normals = Float32Array.from({ length: 3 * u.length }, (_, i) => (i % 3 === 2 ? 1 : 0));
  const cells = Array.from({ length: (side - 1) ** 2 }, (_, i) => Math.floor(i / (side - 1)) * side + (i % (side - 1)));
  const triangles = Int32Array.from(cells.flatMap((i) => [i, i + 1, i + side + 1, i, i + side + 1, i + side]));

  it('comes back with more than 65,536 vertices, heights exact in the common step', () => {
    const step = chooseHeightStep(60);
    expect(step).toBe(2 ** -9);
    const back = decodeQuantizedMesh(encodeTile(tile, { u, v, heights, normals, triangles }, step));
    expect(back.u.length).toBe(side * side);
    expect(back.triangles.length).toBe(triangles.length);
    // Vertices come in the order in which triangles name them: compare corner by corner.
    for (let k = 0; k < triangles.length; k += 97) {
      const [there, here] = [back.triangles[k] as number, triangles[k] as number];
      expect([back.u[there], back.v[there], vertexHeight(back, there)]).toEqual([u[here], v[here], heights[here]]);
    }
    expect(back.west.length).toBe(side);
    expect([...back.north].map((i) => back.u[i])).toEqual(
      [...back.north].map((i) => back.u[i]).sort((a, b) => (a ?? 0) - (b ?? 0)),
    );
    expect([...(back.normals ?? [])].slice(0, 2)).toEqual([128, 128]);
  });
});

describe('the horizon occlusion point', () => {
  it('lies on or beyond the ground and in the direction of the tile', () => {
    const centre = toEarthFixed(markerwaard, 40);
    const points = [0, 1].flatMap((u) => [0, 1].map((v) => toEarthFixed(tilePoint(tileAt(markerwaard, 8), u, v), 40)));
    const point = horizonOcclusionPoint(centre, points);
    expect(Math.hypot(...point)).toBeGreaterThan(1);
    expect(Math.hypot(...point)).toBeLessThan(1.01);
  });

  it('is far away, not behind, for half the globe', () => {
    const west = { level: 0, x: 0, y: 0 };
    const points = [0, 0.5, 1].flatMap((u) => [0, 0.5, 1].map((v) => toEarthFixed(tilePoint(west, u, v), 0)));
    const point = horizonOcclusionPoint(toEarthFixed(tilePoint(west, 0.5, 0.5), 0), points);
    expect(point[1]).toBeLessThan(-1000);
  });
});
