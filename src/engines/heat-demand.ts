/**
 * Heat demand of every building that someone lives in, from floor area, year, label and shape. Per building: the skin
 * (`heat/envelope.ts`), its monthly balance (`heat/balance.ts`), moved into the label's band where there is one (`heat/label.ts`). It
 * does not know renovations without a label, how people live, shade, nor shops below homes (their floors count as homes').
 */
import type { BuildingTable } from '../model/city-index.ts';
import { type HeatDemand, type HeatSettings, heatBases } from '../model/heat.ts';
import { standardDemand } from '../model/heat-standard.ts';
import { formOf, type HeatClimate, heatDemand } from './heat/balance.ts';
import { readEnvelope } from './heat/envelope.ts';
import { readLabel } from './heat/label.ts';

/** The last year of the old homes of the Standaard. */
const OLD = 1945;
const [SHAPE, LABEL, GUESS] = heatBases.map((_, row) => row) as [number, number, number];

type Column = readonly (number | null)[] | undefined;
const at = (column: Column, row: number) => column?.[row] ?? undefined;
const sumOf = (a: number | undefined, b: number | undefined) =>
  a === undefined && b === undefined ? undefined : (a ?? 0) + (b ?? 0);

/** By the number of homes, else by the use that is registered. */
function countHomes(table: BuildingTable, row: number): number {
  const use = table.uses?.[table.use?.[row] ?? -1] ?? '';
  return at(table.homes, row) ?? (use.includes('woon') ? 1 : 0);
}

export function computeHeat(table: BuildingTable, climate: HeatClimate, settings: HeatSettings): HeatDemand {
  const count = table.id.length;
  const demand = new Float32Array(count).fill(Number.NaN);
  const standard = new Float32Array(count).fill(Number.NaN);
  const floorArea = new Float32Array(count);
  const homes = new Uint16Array(count);
  const basis = new Uint8Array(count);
  const bands = (table.energyLabels ?? []).map(readLabel);
  let unknown = 0;
  for (let row = 0; row < count; row++) {
    const inside = countHomes(table, row);
    if (inside === 0) continue;
    homes[row] = Math.min(65_535, inside);
    const [year, footprint] = [at(table.year, row), at(table.area, row)];
    if (year === undefined || footprint === undefined || footprint <= 0) {
      unknown++;
      continue;
    }
    const [ground, top] = [at(table.ground, row), at(table.roof, row)];
    const { envelope, isGuess } = readEnvelope({
      year,
      footprint,
      homes: inside,
      height: ground === undefined || top === undefined || top <= ground ? undefined : top - ground,
      floorArea: at(table.floorArea, row) || undefined,
      outerWall: at(table.outerWall, row) || undefined,
      roof: sumOf(at(table.flatRoof, row), at(table.slopedRoof, row)) || undefined,
    });
    const byShape = heatDemand(envelope, climate, settings.indoor);
    const band = settings.hasLabels ? bands[table.energyLabel?.[row] ?? -1] : undefined;
    demand[row] = band ? Math.min(band[1], Math.max(band[0], byShape)) : byShape;
    standard[row] = standardDemand(formOf(envelope), settings.hasOldStandard && year <= OLD, inside > 1);
    floorArea[row] = envelope.floorArea;
    basis[row] = band ? LABEL : isGuess ? GUESS : SHAPE;
  }
  return { demand, standard, floorArea, homes, basis, unknown };
}
