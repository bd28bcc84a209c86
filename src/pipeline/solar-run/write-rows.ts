/** Roofs as the command line tells them: columns of `solar` in CSV, and the same as objects. */
import { toCommaCell } from '../../model/csv.ts';
import type { SolarClass } from '../../model/solar.ts';

export interface SolarRow {
  /** Of the building; of the point where planes were asked for by `--points`. */
  readonly building: string;
  readonly surface: number;
  readonly area_m2: number;
  readonly slope_degrees: number;
  readonly azimuth_degrees: number;
  readonly sky_view_factor: number;
  readonly irradiation_unshaded_kwh_m2_year: number;
  readonly irradiation_kwh_m2_year: number;
  readonly shading_loss_percent: number;
  readonly suitability: SolarClass;
  readonly panels: number;
  readonly peak_kwp: number;
  readonly yield_kwh_year: number;
  readonly co2_kg_year: number;
}

const digits: Record<keyof SolarRow, number | undefined> = {
  building: undefined,
  surface: 0,
  area_m2: 2,
  slope_degrees: 2,
  azimuth_degrees: 2,
  sky_view_factor: 4,
  irradiation_unshaded_kwh_m2_year: 1,
  irradiation_kwh_m2_year: 1,
  shading_loss_percent: 2,
  suitability: undefined,
  panels: 0,
  peak_kwp: 3,
  yield_kwh_year: 1,
  co2_kg_year: 1,
};
const names = Object.keys(digits) as (keyof SolarRow)[];

/** `first` is the name of the first column. */
export function toCsv(rows: readonly SolarRow[], first: 'building' | 'id'): string {
  const head = names.map((name) => (name === 'building' ? first : name)).join(',');
  const lines = rows.map((row) =>
    names
      .map((name) => {
        const value = row[name];
        return typeof value === 'number'
          ? value.toFixed(digits[name]).replace(/^-(0(?:\.0+)?)$/, '$1')
          : toCommaCell(value);
      })
      .join(','),
  );
  return `${[head, ...lines].join('\n')}\n`;
}

/** Rounded as in the CSV. */
export function toObjects(rows: readonly SolarRow[], first: 'building' | 'id'): Record<string, string | number>[] {
  return rows.map((row) =>
    Object.fromEntries(
      names.map((name) => {
        const value = row[name];
        return [
          name === 'building' ? first : name,
          typeof value === 'number' ? Number(value.toFixed(digits[name])) + 0 : value,
        ];
      }),
    ),
  );
}
