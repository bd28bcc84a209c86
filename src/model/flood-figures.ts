/** Figures read from a run's sheets: at a point, at a façade, along streets. Depths in metres, levels in m NAP, times in minutes. */
import { ARRIVAL_DEPTH, FLOOD_FIELDS } from './flood.ts';
import { cellAt, type FloodSheet, NEVER } from './flood-run.ts';

export interface FloodFigures {
  readonly deepest: number;
  /** At the deepest; undefined where the ground is unknown. */
  readonly level: number | undefined;
  /** Ground there. */
  readonly ground: number | undefined;
  /** Until 5 cm, and with 5 cm or more; undefined: never. */
  readonly arrival: number | undefined;
  readonly duration: number | undefined;
  readonly isWater: boolean;
  readonly isBuilding: boolean;
  /** The height measurement leaves open whether water comes to 5 cm. */
  readonly isUndecided: boolean;
  readonly cell: number;
}

/** Between cells it is interpolated, and no better than in them. */
function inSteps(minutes: number | undefined): number | undefined {
  const { step } = FLOOD_FIELDS.duration;
  return minutes === undefined ? undefined : Math.round(minutes / step) * step;
}

function readCell(sheet: FloodSheet, cell: number): FloodFigures {
  const ground = sheet.bed[cell] as number;
  const deepest = (sheet.deepest[cell] as number) / 1000;
  const isKnown = !Number.isNaN(ground);
  const minutes = (value: number) => (value === NEVER ? undefined : value);
  const isWet = deepest >= ARRIVAL_DEPTH;
  return {
    cell,
    deepest,
    ground: isKnown ? ground : undefined,
    level: isKnown ? ground + deepest : undefined,
    arrival: isWet ? minutes(sheet.arrival[cell] as number) : undefined,
    duration: isWet ? inSteps(minutes(sheet.duration[cell] as number)) : undefined,
    isWater: sheet.isWater[cell] === 1,
    isBuilding: sheet.buildings[cell] !== 0,
    isUndecided: sheet.undecided?.[cell] === 1,
  };
}

/** Of the last sheet that holds the point, with the row of that sheet; undefined outside all. */
export function readFigures(
  sheets: readonly FloodSheet[],
  x: number,
  y: number,
): (FloodFigures & { readonly sheet: number }) | undefined {
  for (let i = sheets.length - 1; i >= 0; i--) {
    const sheet = sheets[i] as FloodSheet;
    const cell = cellAt(sheet.frame, x, y);
    if (cell !== undefined) return { ...readCell(sheet, cell), sheet: i };
  }
  return undefined;
}

/** Open cells that share a side or corner with a building's, without those where water always stands. */
function listFacadeCells({ frame, buildings, isWater }: FloodSheet, row: number): number[] {
  const { width, height } = frame;
  const cells = new Set<number>();
  for (let cell = 0; cell < buildings.length; cell++) {
    if (buildings[cell] !== row + 1) continue;
    const column = cell % width;
    const line = Math.floor(cell / width);
    for (let y = Math.max(line - 1, 0); y <= Math.min(line + 1, height - 1); y++) {
      for (let x = Math.max(column - 1, 0); x <= Math.min(column + 1, width - 1); x++) {
        const other = y * width + x;
        if (buildings[other] === 0 && !isWater[other]) cells.add(other);
      }
    }
  }
  return [...cells];
}

/** Where the water stands deepest against a building; undefined where none of its façade is in a sheet. */
export function readFacade(
  sheets: readonly FloodSheet[],
  row: number,
): (FloodFigures & { readonly sheet: number; readonly wetShare: number }) | undefined {
  for (let i = sheets.length - 1; i >= 0; i--) {
    const sheet = sheets[i] as FloodSheet;
    const cells = listFacadeCells(sheet, row);
    let worst: number | undefined;
    let wet = 0;
    for (const cell of cells) {
      const deepest = sheet.deepest[cell] as number;
      if (worst === undefined || deepest > (sheet.deepest[worst] as number)) worst = cell;
      if (deepest >= ARRIVAL_DEPTH * 1000) wet++;
    }
    if (worst === undefined) continue;
    const figures = readCell(sheet, worst);
    // Where it stays dry all along, any part of the façade may be the one that does not.
    const isUndecided = wet > 0 ? figures.isUndecided : cells.some((cell) => sheet.undecided?.[cell] === 1);
    return { ...figures, isUndecided, sheet: i, wetShare: wet / cells.length };
  }
  return undefined;
}

export interface StreetWater {
  readonly name: string;
  readonly deepest: number;
  readonly arrival: number | undefined;
  readonly duration: number | undefined;
  /** Metres of centre line with 5 cm or more. */
  readonly wetLength: number;
  /** Where it is deepest, RD. */
  readonly x: number;
  readonly y: number;
}

/** Metres between samples along a street, and how far beside its line is looked. */
const SAMPLE = 1;
const BESIDE = 2;

interface Street {
  readonly name: string;
  /** Flat x, y pairs. */
  readonly lines: readonly (readonly number[])[];
}

/** Streets with water in what `isInView` says is in view, deepest first. */
export function listWetStreets(
  sheets: readonly FloodSheet[],
  streets: readonly Street[],
  isInView: (x: number, y: number) => boolean,
): StreetWater[] {
  const wet: StreetWater[] = [];
  for (const { name, lines } of streets) {
    const samples = lines.flatMap((line) => sampleLine(line));
    let worst: (FloodFigures & { x: number; y: number }) | undefined;
    let wetLength = 0;
    for (const [x, y] of samples) {
      if (!isInView(x, y)) continue;
      let here: FloodFigures | undefined;
      for (const [dx, dy] of beside) {
        const figures = readFigures(sheets, x + dx, y + dy);
        if (!figures || figures.isWater || figures.isBuilding) continue;
        if (!here || figures.deepest > here.deepest) here = figures;
      }
      if (!here || here.deepest < ARRIVAL_DEPTH) continue;
      wetLength += SAMPLE;
      if (!worst || here.deepest > worst.deepest) worst = { ...here, x, y };
    }
    if (!worst) continue;
    const { deepest, arrival, duration, x, y } = worst;
    wet.push({ name, deepest, arrival, duration, wetLength, x, y });
  }
  return wet.sort((a, b) => b.deepest - a.deepest);
}

const beside = [
  [0, 0],
  [-BESIDE, 0],
  [BESIDE, 0],
  [0, -BESIDE],
  [0, BESIDE],
] as const;

function sampleLine(line: readonly number[]): (readonly [number, number])[] {
  const points: (readonly [number, number])[] = [];
  for (let i = 0; i + 3 < line.length; i += 2) {
    const [x1, y1, x2, y2] = line.slice(i, i + 4) as [number, number, number, number];
    const count = Math.max(1, Math.round(Math.hypot(x2 - x1, y2 - y1) / SAMPLE));
    for (let k = 0; k < count; k++) points.push([x1 + ((x2 - x1) * k) / count, y1 + ((y2 - y1) * k) / count]);
  }
  return points;
}
