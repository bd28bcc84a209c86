/**
 * Measures as scenarios keep them, and as a short text for a link. In a scenario: `{ "id": "wadi-1", "kind": "wadi", "depthM": 0.3,
 * "outline": [[147000, 508000], …] }`, with `line` or `point` in place of `outline` by its kind; figures that are as a new one has them
 * are left out. In a link: `1~wadi.d30_…`: version, then each measure: kind, figures behind a letter in hundredths, and corners in whole
 * decimetres in base 36, the first in RD, every next one from the one before it (sign in the lowest bit).
 */
import { type FloodMeasure, type MeasureFigure, type MeasureKind, measureKinds } from './flood-measure.ts';
import { cornersNeeded, limitFigure, measureFigures, measureTable } from './flood-measure-table.ts';
import { listCorners, type Place } from './outline.ts';
import { isInsideRd } from './rd.ts';

type Kept = Readonly<Record<string, unknown>>;

const members = { area: 'outline', line: 'line', point: 'point' } as const;

export function measureToFile({ id, kind, points, figures }: FloodMeasure): Kept {
  const corners = listCorners([...points]);
  const { shape } = measureTable[kind];
  return { id, kind, ...figures, [members[shape]]: shape === 'point' ? corners[0] : corners };
}

const isPlace = (value: unknown): value is Place =>
  Array.isArray(value) &&
  value.length >= 2 &&
  value.slice(0, 2).every((part) => typeof part === 'number') &&
  isInsideRd({ x: value[0] as number, y: value[1] as number });

/** Undefined where it is none that this version knows: an unknown kind, or too few corners. Figures are kept within their limits. */
export function fileToMeasure(kept: Kept, row: number): FloodMeasure | undefined {
  const kind = measureKinds.find((known) => known === kept['kind']);
  if (!kind) return undefined;
  const { shape } = measureTable[kind];
  const value = kept[members[shape]];
  const corners = shape === 'point' ? [value] : Array.isArray(value) ? value : [];
  if (corners.length < cornersNeeded(kind) || !corners.every(isPlace)) return undefined;
  const figures: Partial<Record<MeasureFigure, number>> = {};
  for (const name of measureFigures(kind)) {
    const figure = kept[name];
    if (typeof figure === 'number' && Number.isFinite(figure)) figures[name] = limitFigure(kind, name, figure);
  }
  const id = typeof kept['id'] === 'string' && kept['id'] !== '' ? kept['id'] : `${kind}-${row + 1}`;
  return { id, kind, points: corners.flatMap((corner) => corner.slice(0, 2)), figures };
}

const VERSION = '1';
/** Characters that a link gives to measures: more would make an address that mail programs cut. */
const LONGEST = 1200;

const letters: Readonly<Record<MeasureFigure, string>> = {
  depthM: 'd',
  widthM: 'w',
  heightM: 'h',
  infiltrationMmPerHour: 'i',
  storageMm: 's',
  capacityLitresPerSecond: 'c',
};

const writeNumber = (value: number) => (value < 0 ? -2 * value - 1 : 2 * value).toString(36);
function readNumber(text: string): number {
  if (!/^[0-9a-z]{1,8}$/.test(text)) throw new Error(`"${text}" is no number of a measure`);
  const code = Number.parseInt(text, 36);
  return code % 2 === 0 ? code / 2 : -(code + 1) / 2;
}

function writeMeasure({ kind, points, figures }: FloodMeasure): string {
  const known = measureFigures(kind).flatMap((name) => {
    const figure = figures[name];
    return figure === undefined ? [] : [letters[name] + writeNumber(Math.round(figure * 100))];
  });
  const steps = points.map((value) => Math.round(value * 10));
  const corners = steps.map((value, i) => writeNumber(value - (i < 2 ? 0 : (steps[i - 2] as number))));
  return `${[kind.replaceAll('-', ''), ...known].join('.')}_${corners.join('.')}`;
}

function readMeasure(text: string, row: number): FloodMeasure {
  const [head = '', body = ''] = text.split('_');
  const [name, ...parts] = head.split('.');
  const kind = measureKinds.find((known: MeasureKind) => known.replaceAll('-', '') === name);
  if (!kind) throw new Error(`"${name}" is no kind of measure`);
  const kept: Record<string, unknown> = { kind };
  for (const part of parts) {
    const figure = measureFigures(kind).find((known) => letters[known] === part.charAt(0));
    if (!figure) throw new Error(`"${part}" is not known of a ${kind}`);
    kept[figure] = readNumber(part.slice(1)) / 100;
  }
  const steps = body.split('.').map(readNumber);
  for (let i = 2; i < steps.length; i++) steps[i] = (steps[i] as number) + (steps[i - 2] as number);
  const corners = listCorners(steps.map((step) => step / 10));
  const { shape } = measureTable[kind];
  const measure = fileToMeasure({ ...kept, [members[shape]]: shape === 'point' ? corners[0] : corners }, row);
  if (!measure || steps.length % 2 === 1)
    throw new Error(`a ${kind} needs ${cornersNeeded(kind)} places in RD or more`);
  return measure;
}

/** Undefined where it is longer than a link can hold; the empty text without any. */
export function writeMeasures(measures: readonly FloodMeasure[]): string | undefined {
  if (measures.length === 0) return '';
  const text = [VERSION, ...measures.map(writeMeasure)].join('~');
  return text.length > LONGEST ? undefined : text;
}

/** Throws an Error that says what is wrong. */
export function readMeasures(text: string): FloodMeasure[] {
  const [version, ...measures] = text.split('~');
  if (version !== VERSION) throw new Error(`is written in version ${version}, which is not known here`);
  return measures.map(readMeasure);
}
