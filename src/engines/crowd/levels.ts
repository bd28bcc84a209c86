/** How dense it was, where and for how long: cells of the scenario's own size, each second; levels of service after Fruin (1971). */
import { type CrowdPolygon, levelNames, walkingLevels } from '../../model/crowd.ts';
import { scanPolygon } from '../../model/scan-polygon.ts';
import type { People } from './people.ts';
import { FIELD_CELL, type WalkGrid } from './walk-grid.ts';

/** Share of the time and ground with anyone on it, by level; together 1, or all 0 where nobody came. */
export type LevelShares = Readonly<Record<(typeof levelNames)[number], number>>;

export interface DensityGrid {
  /** RD or local metres. */
  readonly west: number;
  readonly south: number;
  readonly cell: number;
  readonly width: number;
  readonly height: number;
  /** Persons/m² of the free ground in the cell, `row * width + col`, row 0 south: the most over ten seconds, and the mean of all. */
  readonly most: Float32Array;
  readonly mean: Float32Array;
}

/** Looks over which a density is a mean. */
const WINDOW = 10;
/** Of a cell that must be free: in a sliver one person would be a crowd. */
const LEAST_SHARE = 0.25;

export function countLevels(grid: WalkGrid, ground: readonly CrowdPolygon[], cell: number) {
  const width = Math.ceil((grid.width * FIELD_CELL) / cell);
  const height = Math.ceil((grid.height * FIELD_CELL) / cell);
  const free = freeAreas(grid, ground, cell, width, height);
  const window = new Float32Array(width * height);
  const most = new Float32Array(width * height);
  const sum = new Float64Array(width * height);
  const shares = new Float64Array(levelNames.length);
  let looks = 0;

  function close(count: number) {
    for (let i = 0; i < window.length; i++) {
      const persons = window[i] as number;
      if (persons === 0) continue;
      const area = free[i] as number;
      const density = persons / count / area;
      most[i] = Math.max(most[i] as number, density);
      sum[i] = (sum[i] as number) + density * count;
      let level = 0;
      while (level < walkingLevels.length && density >= (walkingLevels[level] as number)) level++;
      shares[level] = (shares[level] as number) + area * count;
    }
    window.fill(0);
  }

  return {
    look(people: People): void {
      for (let i = 0; i < people.walking; i++) {
        const person = people.active[i] as number;
        const column = Math.min(width - 1, Math.max(0, Math.floor((people.x[person] as number) / cell)));
        const row = Math.min(height - 1, Math.max(0, Math.floor((people.y[person] as number) / cell)));
        window[row * width + column] = (window[row * width + column] as number) + 1;
      }
      if (++looks % WINDOW === 0) close(WINDOW);
    },
    answer() {
      if (looks % WINDOW !== 0) close(looks % WINDOW);
      const all = shares.reduce((a, b) => a + b, 0);
      const levelOfService = Object.fromEntries(
        levelNames.map((name, i) => [name, all > 0 ? (shares[i] as number) / all : 0]),
      ) as LevelShares;
      const density: DensityGrid = {
        west: grid.west,
        south: grid.south,
        cell,
        width,
        height,
        most,
        mean: Float32Array.from(sum, (value) => (looks > 0 ? value / looks : 0)),
      };
      return { maximumDensity: most.reduce((a, b) => Math.max(a, b), 0), levelOfService, density };
    },
  };
}

/** m² of each cell that can be walked on, counted on points 1/8 of a cell apart; slivers count as a quarter. */
function freeAreas(grid: WalkGrid, ground: readonly CrowdPolygon[], cell: number, width: number, height: number) {
  const per = 8;
  const fine = cell / per;
  const result = new Float32Array(width * height);
  const frame = { west: grid.west, south: grid.south, cellSize: fine, width: width * per, height: height * per };
  for (const area of ground) {
    scanPolygon(frame, area, (row, from, until) => {
      for (let c = from; c < until; c++) {
        const i = Math.floor(row / per) * width + Math.floor(c / per);
        result[i] = (result[i] as number) + fine * fine;
      }
    });
  }
  return result.map((area) => Math.max(area, LEAST_SHARE * cell * cell));
}
