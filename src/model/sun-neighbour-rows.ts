/** The list of who loses sun: sorted, filtered, counted, and as files. */
import type { CsvCell } from './csv.ts';
import { rdToLonLat } from './rd.ts';
import type { SunNeighbour } from './sun-question.ts';
import type { SunVerdict } from './sunlight.ts';

export interface NamedNeighbour extends SunNeighbour {
  readonly name: string;
  /** Minutes; negative: more sun. */
  readonly lost: number;
}

export type NeighbourColumn = 'name' | 'today' | 'plan' | 'lost' | 'after';

export interface NeighbourFilter {
  readonly text: string;
  /** By the verdict with the plan; `losers`: half an hour or more on the day. */
  readonly only?: SunVerdict | 'losers';
}

/** Minutes that count as a loss worth telling in the totals. */
const NOTABLE = 30;
const verdictOrder: readonly SunVerdict[] = ['fails', 'unknown', 'meets', 'not-applicable'];

export const nameNeighbours = (rows: readonly SunNeighbour[], nameOf: (building: string) => string): NamedNeighbour[] =>
  rows.map((row) => ({ ...row, name: nameOf(row.building), lost: row.today - row.plan }));

const compareNames = new Intl.Collator('nl', { numeric: true }).compare;
const orders: Record<NeighbourColumn, (a: NamedNeighbour, b: NamedNeighbour) => number> = {
  name: (a, b) => compareNames(a.name, b.name),
  today: (a, b) => a.today - b.today,
  plan: (a, b) => a.plan - b.plan,
  lost: (a, b) => b.lost - a.lost,
  after: (a, b) => verdictOrder.indexOf(a.after) - verdictOrder.indexOf(b.after) || b.lost - a.lost,
};

export const sortNeighbours = (rows: readonly NamedNeighbour[], column: NeighbourColumn): NamedNeighbour[] =>
  rows.toSorted(orders[column]);

export function filterNeighbours(rows: readonly NamedNeighbour[], { text, only }: NeighbourFilter): NamedNeighbour[] {
  const wanted = text.trim().toLowerCase();
  return rows.filter(
    ({ name, after, lost }) =>
      name.toLowerCase().includes(wanted) &&
      (only === undefined || (only === 'losers' ? lost >= NOTABLE : after === only)),
  );
}

export function countNeighbours(rows: readonly NamedNeighbour[]) {
  const count = (isCounted: (row: NamedNeighbour) => boolean) => rows.filter(isCounted).length;
  return {
    before: count(({ before }) => before === 'meets'),
    after: count(({ after }) => after === 'meets'),
    unknown: count(({ after }) => after === 'unknown'),
    losers: count(({ lost }) => lost >= NOTABLE),
  };
}

/** What the list was made for. */
export interface NeighboursAbout {
  readonly date: string;
  readonly rule: string;
}

const round = (value: number, decimals: number) => Number(value.toFixed(decimals)) + 0;

export const neighbourLines = (rows: readonly NamedNeighbour[], { date, rule }: NeighboursAbout): CsvCell[][] =>
  rows.map(({ building, name, point, today, plan, lost, before, after }) => [
    building,
    name,
    Math.round(point.facingDegrees ?? 0),
    round(point.x, 2),
    round(point.y, 2),
    round(point.nap, 2),
    date,
    Math.round(today),
    Math.round(plan),
    Math.round(lost),
    rule,
    before,
    after,
  ]);

/** RFC 7946: a point on each wall, degrees in CRS84. */
export function neighboursToGeoJson(rows: readonly NamedNeighbour[], about: NeighboursAbout, title: string): string {
  return JSON.stringify({
    type: 'FeatureCollection',
    title,
    ...about,
    status: 'Indicatief: mogelijke uren zon, berekend, niet gemeten',
    features: rows.map(({ building, name, point, today, plan, lost, before, after }) => {
      const { lon, lat } = rdToLonLat(point);
      return {
        type: 'Feature',
        geometry: { type: 'Point', coordinates: [round(lon, 7), round(lat, 7)] },
        properties: {
          building,
          name,
          facingDegrees: Math.round(point.facingDegrees ?? 0),
          nap: round(point.nap, 2),
          sunTodayMinutes: Math.round(today),
          sunPlanMinutes: Math.round(plan),
          lostMinutes: Math.round(lost),
          verdictToday: before,
          verdictPlan: after,
        },
      };
    }),
  });
}
