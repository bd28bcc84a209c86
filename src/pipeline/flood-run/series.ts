/** CSV of rain and of inflows → series over time. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { FloodFrame, Inflow, Series, SeriesStep } from '../../model/flood.ts';
import { InputError } from '../../model/input-error.ts';
import { type CsvRow, parseCsv } from '../csv.ts';

export function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new InputError(`${file}: ${code === 'ENOENT' ? 'file not found' : message}.`);
  }
}

/** `minute,mm_per_hour`: each value holds until the next one's minute, the last one until the end. m/s. */
export function readRain(file: string): Series {
  const name = basename(file);
  const rows = parseCsv(readText(file), name, [], ['minute', 'mm_per_hour']);
  if (rows.length === 0) throw new InputError(`${name}: holds no line of rain.`);
  return rows.map(({ line, numbers }, i) => {
    if (numbers.mm_per_hour < 0)
      throw new InputError(`${name}, line ${line}: mm_per_hour ${numbers.mm_per_hour} is below zero.`);
    const before = rows[i - 1]?.numbers.minute ?? Number.NEGATIVE_INFINITY;
    if (numbers.minute <= before)
      throw new InputError(`${name}, line ${line}: minute ${numbers.minute} does not come after ${before}.`);
    return { second: numbers.minute * 60, value: numbers.mm_per_hour / 3.6e6 };
  });
}

/** Seconds of a step that a sloping line is cut into; each has the mean of its piece, so that the volume is exact. */
const STEP = 10;

/** Straight lines between points; nothing before the first, the last value from the last on. */
export function linesToSteps(points: readonly SeriesStep[]): SeriesStep[] {
  const steps: SeriesStep[] = [];
  for (const [i, { second, value }] of points.entries()) {
    const next = points[i + 1];
    if (!next || next.value === value) {
      steps.push({ second, value });
      continue;
    }
    const count = Math.max(1, Math.ceil((next.second - second) / STEP));
    for (let k = 0; k < count; k++) {
      const share = (k + 0.5) / count;
      steps.push({
        second: second + (k / count) * (next.second - second),
        value: value + share * (next.value - value),
      });
    }
  }
  return steps;
}

const cellAt = ({ west, south, cellSize, width, height }: FloodFrame, x: number, y: number) => {
  const column = Math.floor((x - west) / cellSize);
  const row = Math.floor((y - south) / cellSize);
  return column >= 0 && row >= 0 && column < width && row < height ? row * width + column : undefined;
};

/** Cell of the point of a line; what lies outside is an InputError that names the line. */
export function cellOfRow(
  { line, numbers: { x, y } }: CsvRow<string, 'x' | 'y'>,
  name: string,
  frame: FloodFrame,
): number {
  const cell = cellAt(frame, x, y);
  if (cell !== undefined) return cell;
  const { west, south, cellSize, width, height } = frame;
  const extent = [west, south, west + width * cellSize, south + height * cellSize].join(', ');
  throw new InputError(`${name}, line ${line}: point ${x}, ${y} lies outside the heights (${extent}).`);
}

/**
 * `id,x,y,minute,m3_per_s`: for each id and point a hydrograph, straight between its minutes, nothing before the first. Points of
 * one id each have a discharge of their own. `isOpen` tells whether water can be in a cell.
 */
export function readInflows(file: string, frame: FloodFrame, isOpen: (cell: number) => boolean): Inflow[] {
  const name = basename(file);
  const rows = parseCsv(readText(file), name, ['id'], ['x', 'y', 'minute', 'm3_per_s']);
  if (rows.length === 0) throw new InputError(`${name}: holds no line of inflow.`);
  const groups = new Map<string, { id: string; cell: number; points: SeriesStep[] }>();
  for (const row of rows) {
    const { x, y, minute, m3_per_s: value } = row.numbers;
    const cell = cellOfRow(row, name, frame);
    if (!isOpen(cell))
      throw new InputError(
        `${name}, line ${row.line}: point ${x}, ${y} lies in a building or where no height is known.`,
      );
    if (value < 0) throw new InputError(`${name}, line ${row.line}: m3_per_s ${value} is below zero.`);
    const key = JSON.stringify([row.texts.id, x, y]);
    const group = groups.get(key) ?? { id: row.texts.id, cell, points: [] };
    groups.set(key, group);
    const before = group.points.at(-1)?.second ?? Number.NEGATIVE_INFINITY;
    if (minute * 60 <= before)
      throw new InputError(
        `${name}, line ${row.line}: minute ${minute} of "${group.id}" does not come after ${before / 60}.`,
      );
    group.points.push({ second: minute * 60, value });
  }
  return [...groups.values()].map(({ id, cell, points }) => ({ id, cells: [cell], series: linesToSteps(points) }));
}
