/** How fast the sun is cast: a town of 100,000 triangles, points between its houses, the suns of a day. */
import { buildBvh, hitsAny, setRayKernel, shadePoints } from '../../src/engines/bvh.ts';
import { createObstacleBuilder } from '../../src/engines/obstacle-builder.ts';
import { buildShade } from '../../src/engines/shade.ts';
import { addSuns } from '../../src/engines/shadow-grid.ts';
import { NEAR as BEFORE, createSunEngine, type SunLayer } from '../../src/engines/sunlight.ts';
import { seedRandom } from '../../src/model/random.ts';
import { createSunDirection } from '../../src/model/sun-direction.ts';
import { type SunRule, sunRules } from '../../src/model/sunlight.ts';
import { loadKernel } from '../../src/pipeline/compile-kernel.ts';
import { boxSoup } from '../engines/box-soup.ts';
import { median, printFigure, printNote } from './figures.ts';
import { benchRoofs } from './solar-roofs.ts';

const SIDE = 92;
const SPACING = 14;
const NEAR = 0.02;
const FAR = 5000;
const PLACE = { x: 147_000, y: 507_000 };

/** Houses on a square lattice, 12 triangles each: nine numbers a triangle, metres of the middle. */
function townTriangles(): Float32Array {
  const houses = Array.from({ length: SIDE * SIDE }, (_, i) => ({
    x: ((i % SIDE) - SIDE / 2) * SPACING,
    y: (Math.floor(i / SIDE) - SIDE / 2) * SPACING,
    width: 8,
    depth: 9,
    low: 0,
    high: 6 + ((i * 7) % 5),
    degrees: (i * 37) % 90,
  }));
  const { positions, indices } = boxSoup(houses, 0);
  return Float32Array.from({ length: 3 * indices.length }, (_, k) => {
    const corner = indices[Math.floor(k / 3)] as number;
    return positions[3 * corner + (k % 3)] as number;
  });
}

/** Every quarter of an hour of a day in April with the sun above 3°. */
function daySuns(): Float32Array {
  const at = createSunDirection(PLACE);
  const midnight = Date.parse('2026-04-16T00:00:00Z');
  const suns = Array.from({ length: 96 }, (_, i) => at(new Date(midnight + i * 900_000)));
  return Float32Array.from(
    suns.filter(({ elevationDegrees }) => elevationDegrees > 3).flatMap(({ x, y, z }) => [x, y, z]),
  );
}

function scatterPoints(count: number): Float32Array {
  const random = seedRandom(1);
  const half = (SIDE * SPACING) / 2;
  return Float32Array.from({ length: 3 * count }, (_, k) =>
    k % 3 === 2 ? 0.5 + 6 * random() : (2 * random() - 1) * half,
  );
}

/** Median of runs, million rays a second. */
function measure(rays: number, run: () => void): number {
  const speeds = Array.from({ length: 7 }, () => {
    const start = performance.now();
    run();
    return rays / (performance.now() - start) / 1000;
  });
  return median(speeds);
}

/** What a tower does to 200 façades around it: hours, doubt, intervals and blockers of a day, and the light TNO norm, today and with it. */
function benchPlan(positions: Float32Array): void {
  const layerOf = (kind: 'building' | 'plan', meshes: readonly ArrayLike<number>[]): SunLayer => {
    const builder = createObstacleBuilder([PLACE.x, PLACE.y, 0]);
    for (const [i, mesh] of meshes.entries())
      builder.add({ kind, id: `${kind} ${i}` }, [{ positions: mesh }], [PLACE.x, PLACE.y, 0]);
    return { shade: buildShade(builder.finish()), near: BEFORE };
  };
  const houses = Array.from({ length: positions.length / 108 }, (_, i) => positions.subarray(108 * i, 108 * (i + 1)));
  const town = layerOf('building', houses);
  const facades = Array.from({ length: 200 }, (_, i) => ({
    id: `${i}`,
    x: PLACE.x + ((i % 20) - 9.5) * SPACING + 7,
    y: PLACE.y + (Math.floor(i / 20) - 2) * SPACING + 7,
    nap: 0.75 + 2.8 * (i % 2),
    facingDegrees: [180, 135, 225, 90][i % 4] as number,
  }));
  const ask = (rules: readonly SunRule[]) =>
    Array.from({ length: 5 }, () => {
      const start = performance.now();
      const tower = boxSoup([{ x: 3, y: -40, width: 24, depth: 18, low: 0, high: 45 }], 0);
      const corners = Float32Array.from(
        { length: 3 * tower.indices.length },
        (_, k) => tower.positions[3 * (tower.indices[Math.floor(k / 3)] as number) + (k % 3)] as number,
      );
      const plan = { layers: [town, layerOf('plan', [corners])], removed: new Set<string>() };
      const engine = createSunEngine([PLACE.x, PLACE.y, 0], [{ layers: [town], removed: new Set() }, plan]);
      engine.answer(facades, { date: '2026-03-21', rules });
      return (performance.now() - start) / 1000;
    });
  const seen = `${positions.length / 9} triangles stay, hours of 21 March today and with the plan, with doubt and blockers, one thread, median of 5`;
  printFigure("a plan's effect on 200 neighbouring façades", seen, median(ask([])), '≤', 2, 's');
  printNote('the same with the worst day of the light TNO norm', seen, median(ask([sunRules[0]])), 's');
}

/** A day of 33 suns at half an hour on a million cells with a town, beside the peers' figures of `verification.md`. */
function benchGrid(): void {
  const [size, suns] = [1000, 33];
  const values = new Float32Array(size * size);
  const random = seedRandom(2);
  for (let house = 0; house < 2500; house++) {
    const [west, south] = [Math.floor(random() * (size - 12)), Math.floor(random() * (size - 12))];
    const high = 4 + 8 * random();
    for (let row = south; row < south + 9; row++) values.fill(high, row * size + west, row * size + west + 8);
  }
  const at = createSunDirection(PLACE);
  const rise = Date.parse('2026-06-21T03:45:00Z');
  const day = Array.from({ length: suns }, (_, i) => ({ ...at(new Date(rise + i * 1_800_000)), weight: 30 }));
  const seconds = Array.from({ length: 7 }, () => {
    const start = performance.now();
    addSuns({ width: size, height: size, cellSize: 1, values }, day);
    return (performance.now() - start) / 1000;
  });
  const speed = (size * size * suns) / median(seconds) / 1e6;
  const seen = `${size} × ${size} cells, ${suns} suns, one thread, median of 7: ${speed.toFixed(0)} M cell·suns/s (GRASS r.sun on this kind of machine: 27 s, 1.2 M/s)`;
  printFigure('sun hours on a height grid', seen, median(seconds), '≤', 0.7, 's');
}

export async function benchSolar(): Promise<void> {
  const positions = townTriangles();
  const suns = daySuns();
  const points = scatterPoints(4000);
  const count = suns.length / 3;
  const rays = (points.length / 3) * count;
  const out = new Uint8Array(rays);

  function castOneByOne(bvh: ReturnType<typeof buildBvh>): void {
    for (let p = 0; p < points.length; p += 3) {
      const [x, y, z] = [points[p] as number, points[p + 1] as number, points[p + 2] as number];
      for (let d = 0; d < suns.length; d += 3) {
        const [dx, dy, dz] = [suns[d] as number, suns[d + 1] as number, suns[d + 2] as number];
        out[(p / 3) * count + d / 3] = hitsAny(bvh, x, y, z, dx, dy, dz, NEAR, FAR) ? 1 : 0;
      }
    }
  }

  const kernel = await WebAssembly.compile(await loadKernel('rays'));
  setRayKernel(kernel);
  const start = performance.now();
  const fast = buildBvh(positions);
  const built = (performance.now() - start) / 1000;
  setRayKernel(undefined);
  const slow = buildBvh(positions);
  const all = measure(rays, () => {
    out.fill(0);
    shadePoints(fast, points, suns, NEAR, FAR, out);
  });
  const shaded = out.reduce((sum, value) => sum + value, 0) / rays;
  const seen = `${positions.length / 9} triangles, ${points.length / 3} points × ${count} suns, ${Math.round(100 * shaded)} % shaded, one thread, median of 7`;
  printFigure('sun-hour rays', seen, all, '≥', 5, 'M/s');
  printNote(
    'the same, one call a ray',
    seen,
    measure(rays, () => castOneByOne(fast)),
    'M/s',
  );
  printNote(
    'the same in plain JavaScript',
    seen,
    measure(rays, () => castOneByOne(slow)),
    'M/s',
  );
  printNote('building that hierarchy', 'kernel and plain', built, 's');
  setRayKernel(kernel);
  benchPlan(positions);
  setRayKernel(undefined);
  benchGrid();
  await benchRoofs();
}
