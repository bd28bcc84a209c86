/** `--points`: free-standing planes of 1 m², with the buildings around them as obstacles. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { setRayKernel } from '../../engines/bvh.ts';
import type { PlaneLight } from '../../engines/solar/irradiate.ts';
import { createTownEngine, type TownQuestion } from '../../engines/solar/neighbourhood.ts';
import { classify } from '../../engines/solar.ts';
import { InputError } from '../../model/input-error.ts';
import { isInsideRd, rdToLonLat } from '../../model/rd.ts';
import type { SolarSettings } from '../../model/solar.ts';
import { trueNorthInRd } from '../../model/sun-direction.ts';
import { loadKernel } from '../compile-kernel.ts';
import { parseCsv } from '../csv.ts';
import type { SolarRow } from './write-rows.ts';

export interface SolarPoint {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly slopeDegrees: number;
  readonly azimuthDegrees: number;
}

/** Throws {@link InputError} naming file, line and column. */
export function readPoints(file: string): SolarPoint[] {
  const name = basename(file);
  let csv: string;
  try {
    csv = readFileSync(file, 'utf8');
  } catch (error) {
    throw new InputError(`${file} cannot be read (${(error as NodeJS.ErrnoException).code ?? error}).`);
  }
  const rows = parseCsv(csv, name, ['id'], ['x', 'y', 'z_nap', 'slope_degrees', 'azimuth_degrees']);
  if (rows.length === 0) throw new InputError(`${name}: holds no point.`);
  return rows.map(({ line, texts, numbers }) => {
    const { x, y, z_nap: z, slope_degrees: slopeDegrees, azimuth_degrees: azimuthDegrees } = numbers;
    if (!isInsideRd({ x, y })) throw new InputError(`${name}, line ${line}: x, y (${x}, ${y}) do not lie in RD New.`);
    if (!(slopeDegrees >= 0 && slopeDegrees <= 180))
      throw new InputError(`${name}, line ${line}: slope_degrees ${slopeDegrees} is not from 0 (flat) to 180.`);
    if (!(azimuthDegrees >= -1 && azimuthDegrees <= 360))
      throw new InputError(
        `${name}, line ${line}: azimuth_degrees ${azimuthDegrees} is not from 0 to 360, or −1 for flat.`,
      );
    return { id: texts.id, x, y, z, slopeDegrees, azimuthDegrees };
  });
}

/** Metres within which points share what stands around them. */
const TOGETHER = 400;

function groupPoints(points: readonly SolarPoint[]): SolarPoint[][] {
  const groups = new Map<string, SolarPoint[]>();
  for (const point of points) {
    const key = `${Math.floor(point.x / TOGETHER)} ${Math.floor(point.y / TOGETHER)}`;
    const group = groups.get(key);
    if (group) group.push(point);
    else groups.set(key, [point]);
  }
  return [...groups.values()];
}

const sum = (months: readonly number[]) => months.reduce((all, month) => all + month, 0);

function toRow({ id, slopeDegrees, azimuthDegrees }: SolarPoint, light: PlaneLight, settings: SolarSettings): SolarRow {
  const [unshaded, irradiation] = [sum(light.unshaded), sum(light.shaded)];
  return {
    building: id,
    surface: 0,
    area_m2: 1,
    slope_degrees: slopeDegrees,
    azimuth_degrees: slopeDegrees === 0 ? -1 : azimuthDegrees,
    sky_view_factor: light.skyView,
    irradiation_unshaded_kwh_m2_year: unshaded,
    irradiation_kwh_m2_year: irradiation,
    shading_loss_percent: unshaded > 0 ? 100 * (1 - irradiation / unshaded) : 0,
    suitability: classify(irradiation, settings),
    panels: 0,
    peak_kwp: 0,
    yield_kwh_year: 0,
    co2_kg_year: 0,
  };
}

/** In the order of the points. */
export async function computePoints(
  points: readonly SolarPoint[],
  question: TownQuestion,
  note: (text: string) => void,
): Promise<SolarRow[]> {
  setRayKernel(await WebAssembly.compile(await loadKernel('rays')));
  const engine = createTownEngine(question);
  const rows = new Map<SolarPoint, SolarRow>();
  for (const group of groupPoints(points)) {
    const [{ x, y }] = group;
    const place = { latitude: rdToLonLat({ x, y }).lat, convergenceDegrees: -trueNorthInRd({ x, y }) };
    for (const [i, light] of engine.pointsAt(group, place).entries())
      rows.set(group[i], toRow(group[i], light, question.settings));
  }
  return points.map((point) => {
    const row = rows.get(point) as SolarRow;
    if (row.sky_view_factor < 0.001 && point.slopeDegrees < 175)
      note(`point ${point.id} sees no sky: it may lie in a building or under the ground`);
    return row;
  });
}
