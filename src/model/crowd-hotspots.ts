/** Where it was denser than the limit, and for how long: cells that touch are one place, in the run that is watched. */
import type { CrowdAnswer, DensityGrid } from './crowd-answer.ts';
import { type CrowdRange, rangeOf } from './crowd-headlines.ts';

export interface CrowdHotspot {
  /** Middle of its densest cell, metres as the scenario has them. */
  readonly x: number;
  readonly y: number;
  readonly areaM2: number;
  /** persons/m², the most over ten seconds. */
  readonly most: number;
  /** s, of the cell that was over the limit longest. */
  readonly seconds: number;
  /** s from the start: when it began. */
  readonly from: number;
  /** s in all runs, those without it 0. */
  readonly overRuns: CrowdRange;
  /** Runs in which it was over the limit there, or in a cell beside. */
  readonly runs: number;
}

/** Cells around, the eight. */
const near = [-1, 0, 1].flatMap((dy) => [-1, 0, 1].map((dx) => [dx, dy] as const)).filter(([dx, dy]) => dx || dy);

/** Cells that touch each other, one list for each place. */
function listPlaces({ width, height, overSeconds }: DensityGrid): number[][] {
  const seen = new Uint8Array(overSeconds.length);
  const places: number[][] = [];
  for (let start = 0; start < overSeconds.length; start++) {
    if (seen[start] || !((overSeconds[start] as number) > 0)) continue;
    const place = [start];
    seen[start] = 1;
    for (let at = 0; at < place.length; at++) {
      const cell = place[at] as number;
      const [column, row] = [cell % width, Math.floor(cell / width)];
      for (const [dx, dy] of near) {
        const [c, r] = [column + dx, row + dy];
        const next = r * width + c;
        if (c < 0 || r < 0 || c >= width || r >= height || seen[next] || !((overSeconds[next] as number) > 0)) continue;
        seen[next] = 1;
        place.push(next);
      }
    }
    places.push(place);
  }
  return places;
}

/** With the cells around. */
function widened(cells: readonly number[], { width, height }: DensityGrid): Set<number> {
  const all = new Set(cells);
  for (const cell of cells) {
    const [column, row] = [cell % width, Math.floor(cell / width)];
    for (const [dx, dy] of near) {
      const [c, r] = [column + dx, row + dy];
      if (c >= 0 && r >= 0 && c < width && r < height) all.add(r * width + c);
    }
  }
  return all;
}

/** Of the first answer, those that lasted longest first. */
export function listHotspots(answers: readonly CrowdAnswer[]): CrowdHotspot[] {
  const [first] = answers;
  if (!first) return [];
  const { density: grid } = first;
  const places = listPlaces(grid).map((cells): CrowdHotspot => {
    let [densest, seconds, from] = [cells[0] as number, 0, Number.POSITIVE_INFINITY];
    for (const cell of cells) {
      if ((grid.most[cell] as number) > (grid.most[densest] as number)) densest = cell;
      seconds = Math.max(seconds, grid.overSeconds[cell] as number);
      from = Math.min(from, grid.overFrom[cell] as number);
    }
    const here = widened(cells, grid);
    const over = answers.map(({ density }) => {
      let longest = 0;
      for (const cell of here) longest = Math.max(longest, density.overSeconds[cell] ?? 0);
      return longest;
    });
    return {
      x: grid.west + ((densest % grid.width) + 0.5) * grid.cell,
      y: grid.south + (Math.floor(densest / grid.width) + 0.5) * grid.cell,
      areaM2: cells.length * grid.cell ** 2,
      most: grid.most[densest] as number,
      seconds,
      from,
      overRuns: rangeOf(over) as CrowdRange,
      runs: over.filter((value) => value > 0).length,
    };
  });
  return places.sort((a, b) => b.seconds - a.seconds || b.most - a.most || a.x - b.x);
}
