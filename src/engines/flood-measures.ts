/**
 * Measures laid on a place, and on what the flood engine is given of it.
 *
 * On the fine cells (`changeSite`): wadi and water square get a flat floor, their depth under the lowest ground in them, so that they hold
 * area times depth; ditch and lowered street lie their depth under the ground as it was. Depths are scaled so that the volume is the
 * drawn one and not that of the cells. On the engine's cells (`changeInput`): kerb and hump are sides with a crest, however narrow
 * (`flood-measures/fences.ts`); permeable paving takes its rate until its storage is full, in place of the gullies; a pump takes its
 * capacity out of the model while water stands 2 cm or more above the ground (or its usual level) at its place; a green roof holds the first
 * millimetres of the rain. A doorstep changes no water, only what comes in (`flood-measures/effect.ts`).
 *
 * Not modelled: groundwater under wadis, water that permeable paving gives back, maintenance, a pump that fails, rain on wet roofs.
 */
import type { FloodInput, Inflow, Pump } from '../model/flood.ts';
import { floodGroundCode, type GroundFriction } from '../model/flood-ground.ts';
import type { FloodMeasure } from '../model/flood-measure.ts';
import { figureOf, lineLength, type MeasureAmount, measureArea, measureTable } from '../model/flood-measure-table.ts';
import { cellAt } from '../model/flood-run.ts';
import type { FloodSite } from '../model/flood-site.ts';
import { listAreaCells, listLineCells, type MeasureCells } from './flood-measures/cells.ts';
import { listFence } from './flood-measures/fences.ts';
import { drainGreenRoofs } from './flood-measures/green-roofs.ts';

/** m above the ground at which a pump begins. */
const PUMP_DEPTH = 0.02;
/** Cells around its place in which a pump looks for one that is open. */
const PUMP_REACH = 3;
const MILLIMETRES_PER_HOUR = 1 / 3.6e6;

export interface ChangedSite {
  readonly site: FloodSite;
  /** With the ground of the measures behind that of the site. */
  readonly ground: readonly GroundFriction[];
  /** Per fine cell: 1 where a green roof deals with the rain; undefined without one. */
  readonly kept: Uint8Array | undefined;
  /** Of measures that lie on the site, in their order. */
  readonly amounts: readonly MeasureAmount[];
}

const cellsOf = ({ frame }: FloodSite, measure: FloodMeasure): MeasureCells => {
  const area = measureArea(measure);
  const { shape } = measureTable[measure.kind];
  if (shape === 'area') return listAreaCells(frame, measure.points, area);
  return listLineCells(frame, measure.points, figureOf(measure, 'widthM'), area);
};

/** Ground that a measure makes, where it makes its own; nothing of it drains to a sewer. */
function groundOf(measure: FloodMeasure): GroundFriction | undefined {
  const infiltration = figureOf(measure, 'infiltrationMmPerHour');
  if (measure.kind === 'wadi') return { manning: 0.035, infiltration, isPaved: false, row: 'high grass' };
  if (measure.kind === 'water-square')
    return { manning: 0.015, infiltration: 0, isPaved: false, row: 'brick in cement mortar' };
  // Its rate stands in the engine's sink: it has an end.
  if (measure.kind === 'permeable')
    return { manning: 0.015, infiltration: 0, isPaved: false, row: 'brick in cement mortar' };
  return undefined;
}

/** Pure: the site given stays as it is. Later measures lie on earlier ones. */
export function changeSite(
  site: FloodSite,
  measures: readonly FloodMeasure[],
  table: readonly GroundFriction[],
): ChangedSite {
  const rows = [...table];
  const { buildings, water, frame } = site;
  const wall = floodGroundCode('building');
  const fine = frame.cellSize * frame.cellSize;
  const heights = site.heights.slice();
  const ground = site.ground.slice();
  const amounts: MeasureAmount[] = [];
  let kept: Uint8Array | undefined;

  const isOpen = (cell: number) =>
    buildings[cell] === 0 && ground[cell] !== wall && Number.isNaN(water[cell]) && !Number.isNaN(heights[cell]);

  /** m³ under the ground as it was. */
  function dig(measure: FloodMeasure, { cells, scale }: MeasureCells): number {
    const depth = figureOf(measure, 'depthM') * scale;
    const isFlat = measure.kind === 'wadi' || measure.kind === 'water-square';
    let lowest = Number.POSITIVE_INFINITY;
    if (isFlat) for (const cell of cells) lowest = Math.min(lowest, heights[cell] as number);
    for (const cell of cells) heights[cell] = (isFlat ? lowest : (heights[cell] as number)) - depth;
    return cells.length * fine * depth;
  }

  function lay(measure: FloodMeasure): MeasureAmount {
    const { id, kind } = measure;
    const { shape } = measureTable[kind];
    if (shape === 'point') return { id, amount: 1, storage: 0 };
    if (kind === 'kerb' || kind === 'hump') return { id, amount: lineLength(measure.points), storage: 0 };
    const all = cellsOf(site, measure);
    if (kind === 'doorstep') return { id, amount: listBuildings(site, all.cells).length, storage: 0 };
    if (kind === 'green-roof') {
      const roofs = all.cells.filter((cell) => buildings[cell] !== 0);
      kept ??= new Uint8Array(heights.length);
      for (const cell of roofs) kept[cell] = 1;
      const area = roofs.length * fine;
      return { id, amount: area, storage: (area * figureOf(measure, 'storageMm')) / 1000 };
    }
    const open = { ...all, cells: all.cells.filter(isOpen) };
    const area = open.cells.length * fine * all.scale;
    const own = groundOf(measure);
    if (own) {
      for (const cell of open.cells) ground[cell] = rows.length;
      rows.push(own);
    }
    if (kind === 'permeable') return { id, amount: area, storage: (area * figureOf(measure, 'storageMm')) / 1000 };
    const storage = dig(measure, open);
    return { id, amount: kind === 'ditch' ? lineLength(measure.points) : area, storage };
  }

  for (const measure of measures) amounts.push(lay(measure));
  return { site: { ...site, heights, ground }, ground: rows, kept, amounts };
}

/** Rows + 1 of the table of buildings with a cell among these. */
function listBuildings({ buildings }: FloodSite, cells: readonly number[]): number[] {
  return [...new Set(cells.map((cell) => buildings[cell] as number))].filter((row) => row > 0);
}

/** Rows + 1 of the buildings that a measure lies on. */
export const buildingsUnder = (site: FloodSite, measure: FloodMeasure): number[] =>
  listBuildings(site, cellsOf(site, measure).cells);

/** Of each cell of the run the part that fine cells of a measure take. */
function sharesOf({ frame: fine }: FloodSite, { frame }: FloodInput, cells: readonly number[]): Float32Array {
  const shares = new Float32Array(frame.width * frame.height);
  const factor = Math.round(frame.cellSize / fine.cellSize);
  const part = 1 / (factor * factor);
  for (const cell of cells) {
    const column = Math.floor((cell % fine.width) / factor);
    const row = Math.floor(Math.floor(cell / fine.width) / factor);
    if (column >= frame.width || row >= frame.height) continue;
    const at = row * frame.width + column;
    shares[at] = (shares[at] as number) + part;
  }
  return shares;
}

/** Sinks with an end beside those that there were: the engine has one end for all, so that the lesser ones start as partly used. */
function addSinks(
  input: FloodInput,
  sinks: readonly { shares: Float32Array; rate: number; storage: number }[],
): FloodInput {
  if (sinks.length === 0) return input;
  const cells = input.frame.width * input.frame.height;
  const sewer = new Float32Array(cells);
  const room = new Float32Array(cells);
  let most = 0;
  for (let cell = 0; cell < cells; cell++) {
    const rate = typeof input.sewer === 'number' ? input.sewer : (input.sewer?.[cell] ?? 0);
    sewer[cell] = rate;
    // What has no end is never full within the run.
    room[cell] = rate > 0 ? (input.sewerStorage ?? rate * input.seconds) : 0;
    for (const { shares, rate: own, storage } of sinks) {
      const share = shares[cell] as number;
      sewer[cell] = (sewer[cell] as number) + share * own;
      room[cell] = (room[cell] as number) + share * storage;
    }
    most = Math.max(most, room[cell] as number);
  }
  return { ...input, sewer, sewerStorage: most, sewerUsed: room.map((value) => most - value) };
}

/** The open cell nearest to a place; undefined where none is near. */
function openCellNear({ frame, bed, closed }: FloodInput, x: number, y: number): number | undefined {
  const { west, south, cellSize } = frame;
  let best: number | undefined;
  let nearest = Number.POSITIVE_INFINITY;
  for (let dy = -PUMP_REACH; dy <= PUMP_REACH; dy++) {
    for (let dx = -PUMP_REACH; dx <= PUMP_REACH; dx++) {
      const cell = cellAt(frame, x + dx * cellSize, y + dy * cellSize);
      if (cell === undefined || closed?.[cell] === 1 || Number.isNaN(bed[cell])) continue;
      const column = cell % frame.width;
      const row = Math.floor(cell / frame.width);
      const away = Math.hypot(west + (column + 0.5) * cellSize - x, south + (row + 0.5) * cellSize - y);
      if (away >= nearest) continue;
      nearest = away;
      best = cell;
    }
  }
  return best;
}

/** `before`: the site without measures, from which kerbs rise; `changed`: with them, from which `input` was built. */
export function changeInput(
  input: FloodInput,
  before: FloodSite,
  changed: ChangedSite,
  measures: readonly FloodMeasure[],
): FloodInput {
  const { site } = changed;
  const cells = input.frame.width * input.frame.height;
  const inflows: Inflow[] = [...(input.inflows ?? [])];
  const pumps: Pump[] = [...(input.pumps ?? [])];
  const faces = [...(input.faces ?? [])];
  const sinks: { shares: Float32Array; rate: number; storage: number }[] = [];
  /** A roof under two measures is the first one's. */
  const taken = new Uint8Array(site.heights.length);

  function groundAt(x: number, y: number): number {
    const cell = cellAt(before.frame, x, y);
    if (cell === undefined || before.buildings[cell] !== 0) return Number.NaN;
    return site.heights[cell] as number;
  }

  for (const measure of measures) {
    const { kind, points, id } = measure;
    if (kind === 'kerb' || kind === 'hump')
      faces.push(...listFence(input.frame, points, figureOf(measure, 'heightM'), groundAt));
    if (kind === 'pump') {
      const from = openCellNear(input, points[0] as number, points[1] as number);
      if (from === undefined) continue;
      const onLevel = (input.bed[from] as number) + (input.initialDepth?.[from] ?? 0) + PUMP_DEPTH;
      pumps.push({ id, from, capacity: figureOf(measure, 'capacityLitresPerSecond') / 1000, onLevel });
    }
    if (kind !== 'permeable' && kind !== 'green-roof') continue;
    const storage = figureOf(measure, 'storageMm') / 1000;
    const found = cellsOf(site, measure).cells.filter((cell) => {
      const isPaved = site.buildings[cell] === 0 && Number.isNaN(site.water[cell]);
      if (!(kind === 'green-roof' ? changed.kept?.[cell] === 1 : isPaved) || taken[cell] === 1) return false;
      taken[cell] = 1;
      return true;
    });
    const shares = sharesOf(site, input, found);
    if (kind === 'permeable')
      sinks.push({ shares, rate: figureOf(measure, 'infiltrationMmPerHour') * MILLIMETRES_PER_HOUR, storage });
    else {
      const closed = input.closed ?? new Uint8Array(cells);
      inflows.push(...drainGreenRoofs(input.frame, closed, input.bed, shares, input.rain, storage, id));
    }
  }
  const withWorks = {
    ...input,
    ...(inflows.length > 0 && { inflows }),
    ...(pumps.length > 0 && { pumps }),
    ...(faces.length > 0 && { faces }),
  };
  return addSinks(withWorks, sinks);
}
