/** Figures as lines of text with unit and error: what the panel shows and what is copied are the same. */
import { type Figure, type MeasurePoint, measureArea, measureDistance, rdScale } from '../model/measure.ts';
import type { Format } from './format.ts';
import type { MeasureText } from './text/measure.ts';

interface FigureRow {
  readonly label: string;
  readonly value: string;
}

interface FigureList {
  readonly rows: readonly FigureRow[];
  /** What must be known with the figures. */
  readonly notes: readonly string[];
}

/** As many decimals as the error leaves sense in; two for what was typed, one where the error is not known. */
export function decimalsOf(error: number | undefined): number {
  if (error === undefined) return 1;
  if (error === 0) return 2;
  return error >= 1 ? 0 : error >= 0.1 ? 1 : 2;
}

function writeFigure({ value, error }: Figure, unit: string, { number }: Format): string {
  const decimals = decimalsOf(error);
  const deviation = error ? ` ± ${number(Math.max(error, 0.01), decimals)}` : '';
  return `${number(value, decimals)}${deviation}\u00a0${unit}`;
}

function notesOf(points: readonly MeasurePoint[], text: MeasureText, format: Format): string[] {
  const errors = points.map(({ error }) => error);
  const error = errors.includes(undefined)
    ? text.errorUnknown
    : errors.every((value) => value === 0)
      ? text.exact
      : text.errorMeaning;
  const off = rdScale(points[0] as MeasurePoint) - 1;
  return [error, text.scale(`${format.number(Math.abs(off) * 100_000)}\u00a0cm`, off < 0), text.indicative];
}

/** A correction that does not show in the digits is left out. */
function undistortedRow(onMap: Figure, points: readonly MeasurePoint[], power: 1 | 2): Figure | undefined {
  const value = onMap.value / rdScale(points[0] as MeasurePoint) ** power;
  const digit = 10 ** -decimalsOf(onMap.error);
  return Math.abs(value - onMap.value) < digit / 2 ? undefined : { ...onMap, value };
}

type Line = readonly [label: string, figure: Figure | undefined, unit: string];

const toRows = (lines: readonly Line[], format: Format): FigureRow[] =>
  lines.flatMap(([label, figure, unit]) => (figure ? [{ label, value: writeFigure(figure, unit, format) }] : []));

export function distanceRows(points: readonly MeasurePoint[], text: MeasureText, format: Format): FigureList {
  const { onMap, inSpace, rise, slopeDegrees } = measureDistance(points);
  const lines: Line[] = [
    [text.onMap, onMap, 'm'],
    [text.undistorted, undistortedRow(onMap, points, 1), 'm'],
    [text.inSpace, inSpace, 'm'],
    [text.rise, rise, 'm'],
    [text.slope, slopeDegrees, text.degrees],
  ];
  return { rows: toRows(lines, format), notes: notesOf(points, text, format) };
}

export function areaRows(points: readonly MeasurePoint[], text: MeasureText, format: Format): FigureList {
  const { onMap, perimeterOnMap, inSpace, perimeterInSpace, unevenness, crossesItself } = measureArea(points);
  const lines: Line[] = [
    [text.area, onMap, 'm²'],
    [text.undistorted, undistortedRow(onMap, points, 2), 'm²'],
    [text.areaInSpace, inSpace, 'm²'],
    [text.perimeter, perimeterOnMap, 'm'],
    [text.perimeterInSpace, perimeterInSpace, 'm'],
  ];
  const warnings = [
    ...(crossesItself ? [text.crosses] : []),
    ...(unevenness !== undefined && !inSpace ? [text.notFlat(format.height(unevenness))] : []),
  ];
  return { rows: toRows(lines, format), notes: [...warnings, ...notesOf(points, text, format)] };
}

/** `147012,34  507880,10  −3,21 m NAP`. */
export function writePoint({ x, y, nap }: MeasurePoint, text: MeasureText, format: Format): string {
  const height = nap === undefined ? text.noNap : text.nap(`${format.number(nap, 2)}\u00a0m`);
  return `${writeRd(x)}; ${writeRd(y)}; ${height}`;

  function writeRd(metres: number): string {
    const [whole, part] = [Math.trunc(metres), Math.abs(metres % 1)];
    return `${format.coordinate(whole)}${format.number(part, 2).slice(1)}`;
  }
}
