import { describe, expect, it } from 'vitest';
import { listFacadeCells } from '../../src/engines/flood-effects/facade-cells.ts';
import { createReachWatch, findParts } from '../../src/engines/flood-effects/reach.ts';
import { createRoadNetwork } from '../../src/engines/flood-effects/road-network.ts';
import { createRoadWatch, findBlocked, listBlockedStreets } from '../../src/engines/flood-effects/roads.ts';
import { damageShare, sumDamage, timeBuildings, touchBuildings } from '../../src/engines/flood-effects.ts';
import { NO_CLASS } from '../../src/model/building-marks.ts';
import { buildingWaterClasses } from '../../src/model/building-water.ts';
import { IMPASSABLE_DEPTH, NOT_JUDGED } from '../../src/model/flood-effects.ts';
import { NEVER } from '../../src/model/flood-run.ts';
import { drawSite } from '../fixtures/flood-site.ts';

describe('water at the façade', () => {
  const site = drawSite(['........', '.##..%%.', '.##..%%.', '........']);
  const frame = { ...site.frame, cellSize: 2, width: 4, height: 2 };

  it('is looked for in the cells that a building stands against', () => {
    const { starts, cells } = listFacadeCells(site, frame, 3);
    expect([...starts]).toEqual([0, 4, 8, 8]);
    expect([...cells.slice(0, 4)].sort()).toEqual([0, 1, 4, 5]);
    expect([...cells.slice(4)].sort()).toEqual([2, 3, 6, 7]);
  });

  it('takes the water of the nearest open cell where the wall’s own is closed', () => {
    const closed = Uint8Array.of(0, 1, 0, 0, 0, 1, 0, 0);
    const { starts, cells } = listFacadeCells(site, frame, 3, closed);
    // East of the first building lies half of cells 1 and 5: nearest to that are 2 and 6.
    expect([...cells.slice(0, starts[1])].sort()).toEqual([0, 2, 4, 6]);
  });

  it('keeps the lowest ground per cell, and leaves out cells beyond the run', () => {
    const heights = site.heights.slice();
    heights[0 * 8 + 1] = -0.4;
    const west = listFacadeCells({ ...site, heights }, { ...frame, width: 2 }, 2);
    expect([...west.starts]).toEqual([0, 4, 4]);
    const lowest = [...west.cells].map((cell, i) => [cell, west.ground[i] as number]);
    expect(lowest.find(([cell]) => cell === 0)?.[1]).toBeCloseTo(-0.4, 6);
    expect(lowest.find(([cell]) => cell === 3)?.[1]).toBe(0);
  });

  it('is told apart by the threshold, with what is too near to say', () => {
    const facades = listFacadeCells(site, frame, 3);
    const bed = new Float32Array(8);
    const classesAt = (depth: number) => {
      const { classes, count } = touchBuildings(facades, bed, Float32Array.of(depth, 0, 0, 0, 0, 0, 0, 0), 0.15, 0.05);
      // The third stands nowhere in the run.
      expect(count.dry + count.facade + count.undecided + count.inside).toBe(2);
      expect(classes[2]).toBe(NO_CLASS);
      return [...classes.slice(0, 2)].map((value) => buildingWaterClasses[value]);
    };
    expect(classesAt(0.049)).toEqual(['dry', 'dry']);
    expect(classesAt(0.06)[0]).toBe('facade');
    expect(classesAt(0.15)[0]).toBe('undecided');
    expect(classesAt(0.21)).toEqual(['inside', 'dry']);
  });

  it('is not that of a canal along the wall', () => {
    const canal = drawSite(['~~~~', '.##.', '.##.', '....']);
    const { cells } = listFacadeCells(canal, canal.frame, 1);
    expect([...cells].filter((cell) => cell >= 12)).toEqual([]);
    expect(cells).toHaveLength(6);
  });

  it('comes when it first comes to one of its cells, and stays as long as it stays longest', () => {
    const facades = { starts: Uint32Array.of(0, 3, 4), cells: Uint32Array.of(0, 1, 2, 2), ground: new Float32Array(4) };
    const depth = Float32Array.of(0.2, 0.1, 0.02);
    const { arrival, duration } = timeBuildings(facades, depth, [30, 20, 5], [15, 40, NEVER]);
    expect([arrival[0], duration[0], arrival[1], duration[1]]).toEqual([20, 40, NEVER, NEVER]);
  });

  it('counts from the ground at the wall, not from the mean of the cell', () => {
    const facades = { starts: Uint32Array.of(0, 1), cells: Uint32Array.of(0), ground: Float32Array.of(-0.1) };
    const { depth, classes } = touchBuildings(facades, Float32Array.of(0), Float32Array.of(0.06), 0.15, 0);
    expect(depth[0]).toBeCloseTo(0.16, 6);
    expect(classes[0]).toBe(3);
    const film = touchBuildings(facades, Float32Array.of(0), Float32Array.of(0.01), 0.15, 0);
    expect(film.classes[0]).toBe(0);
  });
});

describe('damage', () => {
  it('follows the published function between and at its points', () => {
    expect([0, 0.25, 0.5, 1, 2.5, 6, 9].map(damageShare)).toEqual([0, 0.125, 0.25, 0.4, 0.675, 1, 1]);
    expect([damageShare(-1), damageShare(Number.NaN)]).toEqual([0, 0]);
  });

  it('is a range, as wide as the threshold is unsure', () => {
    const facades = { starts: Uint32Array.of(0, 1, 2), cells: Uint32Array.of(0, 1), ground: new Float32Array(2) };
    const water = touchBuildings(facades, new Float32Array(2), Float32Array.of(0.65, 0.1), 0.15, 0.05);
    const { low, middle, high } = sumDamage(water, [100, 80], 1000, 0.15, 0.05);
    expect([low, middle, high].map(Math.round)).toEqual([22_500, 25_000, 26_500]);
  });
});

describe('roads under water', () => {
  // A main street with a side street whose end stands 2 m off it, one that crosses, and a lane on its own far away.
  const streets = [[[0, 50, 200, 50]], [[100, 52, 100, 100]], [[160, 0, 160, 100]], [[500, 500, 520, 500]]];
  const network = createRoadNetwork(streets);
  const frame = { west: 0, south: 0, cellSize: 5, width: 40, height: 20 };
  const nodeNear = (x: number, y: number) => {
    let best = 0;
    const gap = (node: number) =>
      Math.hypot((network.nodes[2 * node] as number) - x, (network.nodes[2 * node + 1] as number) - y);
    for (let node = 0; node < network.nodes.length / 2; node++) if (gap(node) < gap(best)) best = node;
    return best;
  };
  /** Water of a depth on the cells of a box. */
  const pond = (depth: number, [x1, y1, x2, y2]: readonly [number, number, number, number]) =>
    Float32Array.from({ length: 800 }, (_, cell) => {
      const [x, y] = [((cell % 40) + 0.5) * 5, (Math.floor(cell / 40) + 0.5) * 5];
      return x > x1 && x < x2 && y > y1 && y < y2 ? depth : 0;
    });

  it('are one network where they meet, in pieces of 25 m at most', () => {
    const parts = findParts(network);
    for (const [x, y] of [
      [0, 50],
      [100, 100],
      [160, 0],
      [160, 100],
      [200, 50],
    ] as const)
      expect(parts[nodeNear(x, y)]).toBe(0);
    expect(parts[nodeNear(500, 500)]).toBe(1);
    for (let piece = 0; piece < network.streets.length; piece++) {
      const [a, b] = [2 * (network.pieces[2 * piece] as number), 2 * (network.pieces[2 * piece + 1] as number)];
      const [dx, dy] = [0, 1].map((i) => (network.nodes[a + i] as number) - (network.nodes[b + i] as number)) as [
        number,
        number,
      ];
      expect(Math.hypot(dx, dy)).toBeLessThanOrEqual(25.01);
    }
  });

  it('are impassable above 0.3 m only, and as long as that lasts', () => {
    expect(findBlocked(network, frame, pond(IMPASSABLE_DEPTH, [120, 40, 140, 60])).every((value) => value === 0)).toBe(
      true,
    );
    const watch = createRoadWatch(network, frame);
    watch.add(0, pond(0, [0, 0, 1, 1]));
    watch.add(600, pond(0.4, [120, 40, 140, 60]));
    watch.add(1200, pond(0.5, [120, 40, 140, 60]));
    watch.add(1800, pond(0.1, [120, 40, 140, 60]));
    const [street, ...more] = listBlockedStreets(network, watch);
    expect([street?.street, street?.seconds, street?.isLasting, more]).toEqual([0, 600, false, []]);
    expect(street?.x).toBeGreaterThan(110);
    expect(street?.x).toBeLessThan(150);
    expect(street?.metres).toBeGreaterThanOrEqual(20);
    expect(street?.metres).toBeLessThanOrEqual(70);
  });

  it('count when they were so between two moments only, or still are at the last one', () => {
    const watch = createRoadWatch(network, frame);
    watch.add(600, pond(0.1, [0, 0, 200, 100]));
    watch.addDeepest(pond(0.4, [120, 40, 140, 60]));
    expect(listBlockedStreets(network, watch).map(({ seconds, isLasting }) => [seconds, isLasting])).toEqual([
      [0, false],
    ]);
    watch.add(1200, pond(0.4, [120, 40, 140, 60]));
    expect(listBlockedStreets(network, watch).map(({ isLasting }) => isLasting)).toEqual([true]);
  });

  // Beside the main street at both ends, on both sides of it in the street that crosses, in the lane on its own, and far from all.
  const places = { x: [10, 165, 165, 195, 505, 900], y: [55, 90, 10, 45, 505, 900] };
  const wide = { ...frame, width: 200, height: 200 };
  const reachAfter = (from: readonly (readonly [number, number])[], frameOf = wide) => {
    const watch = createReachWatch(network, frameOf, places, from);
    const blocked = findBlocked(network, frame, pond(0.4, [140, 40, 155, 60]));
    watch.add(600, blocked);
    watch.add(1200, blocked);
    watch.add(1800, new Uint8Array(network.streets.length));
    return watch.result();
  };

  it('cut off what lies behind them, seen from the main part of the roads', () => {
    const { judged, cut, seconds, rows, longest, lasting } = reachAfter([]);
    expect([...seconds]).toEqual([0, 600, 600, 600, NOT_JUDGED, NOT_JUDGED]);
    expect([judged, cut, longest, lasting]).toEqual([4, 3, 600, 0]);
    expect([...rows]).toEqual([1, 2, 3]);
  });

  it('cut off the other side, seen from a station beyond them', () => {
    const { seconds, rows } = reachAfter([[200, 52]]);
    expect([...seconds]).toEqual([600, 0, 0, 0, NOT_JUDGED, NOT_JUDGED]);
    expect([...rows]).toEqual([0]);
  });

  it('cut off nobody of whom nothing was computed', () => {
    const { judged, seconds } = reachAfter([], { ...frame, width: 10 });
    expect([judged, [...seconds]]).toEqual([1, [0, -1, -1, -1, -1, -1]]);
  });
});
