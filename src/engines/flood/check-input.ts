/** What the flood engine refuses, in one clear line each: a run that starts also ends. */
import type { Border, FloodInput, Series } from '../../model/flood.ts';
import { InputError } from '../../model/input-error.ts';

/** 10 m in an hour: some fifty times the heaviest rain ever measured. */
const HIGHEST_RAIN = 10 / 3600;
const LONGEST_RUN = 366 * 86_400;
/** What WebAssembly's four gigabytes hold. */
const MOST_CELLS = 60_000_000;

function fail(message: string): never {
  throw new InputError(`Flood: ${message}`);
}

function checkRange(name: string, value: number, low: number, high: number, unit: string): void {
  if (!(value >= low && value <= high)) fail(`expected ${name} between ${low} and ${high} ${unit}, got ${value}.`);
}

/** One number or one per cell; in closed cells anything goes. */
function checkCells(
  name: string,
  values: number | Float32Array | undefined,
  input: FloodInput,
  [low, high]: readonly [number, number],
  unit: string,
): void {
  if (values === undefined) return;
  if (typeof values === 'number') {
    checkRange(name, values, low, high, unit);
    return;
  }
  const { width, height } = input.frame;
  if (values.length !== width * height) {
    fail(`expected ${name} of ${width * height} values (${width} x ${height}), got ${values.length}.`);
  }
  for (let cell = 0; cell < values.length; cell++) {
    if (values[cell] >= low && values[cell] <= high) continue;
    if (input.closed?.[cell] || Number.isNaN(input.bed[cell])) continue;
    fail(`expected ${name} between ${low} and ${high} ${unit}, got ${values[cell]} in ${placeOf(cell, input)}.`);
  }
}

function placeOf(cell: number, { frame }: FloodInput): string {
  return `row ${Math.floor(cell / frame.width)}, column ${cell % frame.width}`;
}

function checkSeries(name: string, series: Series, low: number, high: number, unit: string): void {
  let before = Number.NEGATIVE_INFINITY;
  for (const { second, value } of series) {
    if (!Number.isFinite(second)) fail(`a step of ${name} has no time (${second}).`);
    if (second <= before) fail(`the steps of ${name} must rise in time: ${second} s follows ${before} s.`);
    checkRange(`${name} at ${second} s`, value, low, high, unit);
    before = second;
  }
}

export const isOpenCell = ({ bed, closed }: FloodInput, cell: number): boolean =>
  !closed?.[cell] && Number.isFinite(bed[cell]);

function checkCell(name: string, cell: number, input: FloodInput): void {
  const { width, height } = input.frame;
  if (!Number.isInteger(cell) || cell < 0 || cell >= width * height) {
    fail(`${name} lies in cell ${cell}, outside the grid of ${width} x ${height}.`);
  }
  if (!isOpenCell(input, cell)) {
    fail(`${name} lies in ${placeOf(cell, input)}, which is closed (a building) or has no height.`);
  }
}

function checkFrame({ frame, bed, closed, seconds }: FloodInput): void {
  const { width, height, cellSize, west, south } = frame;
  if (!Number.isInteger(width) || !Number.isInteger(height) || width < 1 || height < 1) {
    fail(`expected a grid of whole cells, got ${width} x ${height}.`);
  }
  if (width * height > MOST_CELLS) fail(`a grid of ${width} x ${height} is more than ${MOST_CELLS} cells.`);
  if (!Number.isFinite(west) || !Number.isFinite(south)) fail('the grid has no place (west, south).');
  checkRange('a cell size', cellSize, 0.01, 10_000, 'm');
  checkRange('a duration', seconds, 0, LONGEST_RUN, 's');
  for (const [name, values] of [['heights', bed] as const, ['closed cells', closed] as const]) {
    if (values && values.length !== width * height) {
      fail(`expected ${name} of ${width * height} values (${width} x ${height}), got ${values.length}.`);
    }
  }
}

function checkHeights(input: FloodInput): void {
  let open = 0;
  for (let cell = 0; cell < input.bed.length; cell++) {
    const z = input.bed[cell];
    if (input.closed?.[cell] || Number.isNaN(z)) continue;
    if (!(Math.abs(z) <= 10_000)) {
      fail(`the height ${z} m in ${placeOf(cell, input)} is none: use NaN for unknown.`);
    }
    open++;
  }
  if (open === 0) fail('there is no cell with a height that is not closed, so that water has no place.');
}

function checkBorder(side: string, border: Border): void {
  if (border === 'closed' || border === 'open') return;
  if (typeof border !== 'number') fail(`the ${side} border must be closed, open or a level, got ${border}.`);
  checkRange(`the level at the ${side} border`, border, -10_000, 10_000, 'm NAP');
}

function checkFaces(input: FloodInput): void {
  const { width, height } = input.frame;
  for (const { cell, axis, crest, openness } of input.faces ?? []) {
    if (!Number.isInteger(cell) || cell < 0 || cell >= width * height) fail(`a face lies outside the grid: ${cell}.`);
    if (axis !== 'x' && axis !== 'y') fail(`a face has axis ${axis}: expected x or y.`);
    const isOuter = axis === 'x' ? cell % width === width - 1 : cell >= width * (height - 1);
    if (isOuter) fail(`the ${axis === 'x' ? 'east' : 'north'} side of ${placeOf(cell, input)} is the border.`);
    if (crest !== undefined && Number.isNaN(crest)) fail(`the crest at ${placeOf(cell, input)} is no number.`);
    if (openness !== undefined) checkRange(`the openness at ${placeOf(cell, input)}`, openness, 0, 1, '(share)');
  }
}

function checkEnds(
  name: string,
  { from, to }: { readonly from: number; readonly to?: number },
  input: FloodInput,
): void {
  checkCell(name, from, input);
  if (to === undefined) return;
  checkCell(name, to, input);
  if (to === from) fail(`${name} begins and ends in ${placeOf(from, input)}.`);
}

function checkWorks(input: FloodInput): void {
  for (const { id, cells, series } of input.inflows ?? []) {
    if (cells.length === 0) fail(`inflow "${id}" has no cells.`);
    for (const cell of cells) checkCell(`inflow "${id}"`, cell, input);
    checkSeries(`inflow "${id}"`, series, 0, 1e6, 'm³/s');
  }
  for (const culvert of input.culverts ?? []) {
    const name = `culvert "${culvert.id}"`;
    checkEnds(name, culvert, input);
    for (const key of ['width', 'height', 'length'] as const)
      checkRange(`${key} of ${name}`, culvert[key], 0.01, 1e4, 'm');
    for (const key of ['floorFrom', 'floorTo'] as const)
      checkRange(`${key} of ${name}`, culvert[key], -1e4, 1e4, 'm NAP');
    checkRange(`Manning's n of ${name}`, culvert.manning, 0.001, 1, 's/m^(1/3)');
  }
  for (const pump of input.pumps ?? []) {
    const name = `pump "${pump.id}"`;
    checkEnds(name, pump, input);
    checkRange(`the capacity of ${name}`, pump.capacity, 0, 1e5, 'm³/s');
    checkRange(`the level of ${name}`, pump.onLevel, -1e4, 1e4, 'm NAP');
  }
}

/** Throws an {@link InputError} that says what is wrong and where. */
export function checkFloodInput(input: FloodInput): void {
  const { scheme = 'inertial' } = input;
  if (scheme !== 'inertial' && scheme !== 'full') fail(`the scheme must be "inertial" or "full", got ${scheme}.`);
  checkFrame(input);
  checkHeights(input);
  checkSeries('rain', input.rain, 0, HIGHEST_RAIN, 'm/s');
  checkCells("Manning's n", input.manning, input, [0.001, 10], 's/m^(1/3)');
  checkCells('rain factors', input.rainFactor, input, [0, 1e5], '(times)');
  checkCells('infiltration', input.infiltration, input, [0, 1], 'm/s');
  checkCells('sewer', input.sewer, input, [0, 1], 'm/s');
  checkCells('sewer storage that is used', input.sewerUsed, input, [0, 1e4], 'm');
  checkCells('initial depth', input.initialDepth, input, [0, 1000], 'm');
  if (input.sewerStorage !== undefined) checkRange('sewer storage', input.sewerStorage, 0, 1e4, 'm');
  for (const side of ['west', 'east', 'south', 'north'] as const) checkBorder(side, input.borders[side]);
  checkFaces(input);
  checkWorks(input);
}

/** Moments must rise and lie within the run. */
export function checkMoments(moments: readonly number[], seconds: number): void {
  let before = Number.NEGATIVE_INFINITY;
  for (const moment of moments) {
    checkRange('a moment', moment, 0, seconds, 's');
    if (moment <= before) fail(`moments must rise in time: ${moment} s follows ${before} s.`);
    before = moment;
  }
}
