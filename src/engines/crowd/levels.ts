/**
 * How dense it was, where and for how long: cells of the scenario's own size, each second; levels of service after Fruin (1971), of people
 * who stand where the scenario has a stop, of people who walk elsewhere.
 */
import { type CrowdPolygon, type CrowdStop, levelNames, standingLevels, walkingLevels } from '../../model/crowd.ts';
import type { DensityGrid, LevelShares } from '../../model/crowd-answer.ts';
import { scanPolygon } from '../../model/scan-polygon.ts';
import type { People } from './people.ts';
import { FIELD_CELL, type WalkGrid } from './walk-grid.ts';

/** Looks, one each second, over which a density is a mean. */
const WINDOW = 10;
/** Of a cell that must be free: in a sliver one person would be a crowd. */
const LEAST_SHARE = 0.5;
/** Persons/m² in the bytes of a row. */
const PER_BYTE = 10;

interface Measure {
  /** m */
  readonly cell: number;
  /** persons/m² */
  readonly limit: number;
  readonly stops: readonly Pick<CrowdStop, 'polygon'>[];
}

/** What happened since the row before. */
export interface DensityRow {
  readonly densest: number;
  readonly overM2: number;
  /** Shares of who were there, by level. */
  readonly shares: readonly number[];
  readonly density: Uint8Array;
}

export function countLevels(grid: WalkGrid, ground: readonly CrowdPolygon[], { cell, limit, stops }: Measure) {
  const width = Math.ceil((grid.width * FIELD_CELL) / cell);
  const height = Math.ceil((grid.height * FIELD_CELL) / cell);
  const cells = width * height;
  const free = freeAreas(grid, ground, cell, width, height);
  const isStop = markStops(grid, stops, { cell, width, height });
  const window = new Float32Array(cells);
  const most = new Float32Array(cells);
  const sum = new Float64Array(cells);
  const rowSum = new Float32Array(cells);
  const overSeconds = new Float32Array(cells);
  const overFrom = new Float32Array(cells).fill(Infinity);
  const shares = new Float64Array(levelNames.length);
  const persons = new Float64Array(levelNames.length);
  let looks = 0;
  let windowLooks = 0;
  let rowLooks = 0;
  let rowDensest = 0;
  let rowOver = 0;
  let highest = 0;
  let highestCell = -1;
  let highestSecond = 0;

  function closeWindow() {
    if (windowLooks === 0) return;
    const second = looks - windowLooks;
    for (let i = 0; i < cells; i++) {
      const count = window[i] as number;
      if (count === 0) continue;
      const area = free[i] as number;
      const density = count / windowLooks / area;
      most[i] = Math.max(most[i] as number, density);
      sum[i] = (sum[i] as number) + density * windowLooks;
      rowSum[i] = (rowSum[i] as number) + density * windowLooks;
      let level = 0;
      const bounds: readonly number[] = isStop[i] ? standingLevels : walkingLevels;
      while (level < bounds.length && density >= (bounds[level] as number)) level++;
      shares[level] = (shares[level] as number) + area * windowLooks;
      persons[level] = (persons[level] as number) + count;
      rowDensest = Math.max(rowDensest, density);
      if (density > highest) {
        highest = density;
        highestCell = i;
        highestSecond = second;
      }
      if (density <= limit) continue;
      overSeconds[i] = (overSeconds[i] as number) + windowLooks;
      overFrom[i] = Math.min(overFrom[i] as number, second);
      rowOver += area * windowLooks;
    }
    window.fill(0);
    rowLooks += windowLooks;
    windowLooks = 0;
  }

  return {
    /** Each second, before the step. */
    look(people: People): void {
      for (let i = 0; i < people.walking; i++) {
        const person = people.active[i] as number;
        const column = Math.min(width - 1, Math.max(0, Math.floor((people.x[person] as number) / cell)));
        const row = Math.min(height - 1, Math.max(0, Math.floor((people.y[person] as number) / cell)));
        window[row * width + column] = (window[row * width + column] as number) + 1;
      }
      looks++;
      if (++windowLooks === WINDOW) closeWindow();
    },
    closeRow(): DensityRow {
      closeWindow();
      const all = persons.reduce((a, b) => a + b, 0);
      const length = Math.max(1, rowLooks);
      const density = new Uint8Array(cells);
      for (let i = 0; i < cells; i++)
        density[i] = Math.min(255, Math.round(((rowSum[i] as number) / length) * PER_BYTE));
      const row = {
        densest: rowDensest,
        overM2: rowOver / length,
        shares: Array.from(persons, (count) => (all > 0 ? count / all : 0)),
        density,
      };
      rowSum.fill(0);
      persons.fill(0);
      rowLooks = 0;
      rowDensest = 0;
      rowOver = 0;
      return row;
    },
    /** When all rows are closed. */
    answer() {
      const all = shares.reduce((a, b) => a + b, 0);
      const levelOfService = Object.fromEntries(
        levelNames.map((name, i) => [name, all > 0 ? (shares[i] as number) / all : 0]),
      ) as LevelShares;
      const density: DensityGrid = {
        ...{ west: grid.west, south: grid.south, cell, width, height, most },
        mean: Float32Array.from(sum, (value) => (looks > 0 ? value / looks : 0)),
        ...{ overSeconds, overFrom },
      };
      const densestAt = {
        x: grid.west + ((highestCell % width) + 0.5) * cell,
        y: grid.south + (Math.floor(highestCell / width) + 0.5) * cell,
        second: highestSecond,
      };
      return { maximumDensity: highest, ...(highestCell >= 0 && { densestAt }), levelOfService, density };
    },
  };
}

/** 1 in cells with their middle in a stop. */
function markStops(
  { west, south }: Pick<WalkGrid, 'west' | 'south'>,
  stops: Measure['stops'],
  { cell, width, height }: { readonly cell: number; readonly width: number; readonly height: number },
): Uint8Array {
  const marks = new Uint8Array(width * height);
  for (const { polygon } of stops)
    scanPolygon({ west, south, cellSize: cell, width, height }, polygon, (row, from, until) =>
      marks.fill(1, row * width + from, row * width + until),
    );
  return marks;
}

/** m² of each cell that can be walked on, counted on points 1/8 of a cell apart; slivers count as a half. */
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
