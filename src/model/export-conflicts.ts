/** Conflicts with what was decided about them, as GeoJSON and as a table of a GeoPackage. */
import type { ConflictRow } from './claim-conflict-rows.ts';
import { type ClaimDecision, findDecision } from './claim-decisions.ts';
import type { GeoPackageTable } from './encode-geopackage.ts';
import { toFeatureCollection, toGeoJsonGeometry } from './export-claims.ts';

const round = (value: number | undefined, decimals: number) =>
  value === undefined ? undefined : Number(value.toFixed(decimals));

/** What a file says of one, by name; what is not known is left out. */
function recordOf({ conflict, a, b }: ConflictRow, decisions: readonly ClaimDecision[]) {
  const { kind, areaM2, volumeM3, heightRange, period, reason } = conflict;
  const decision = findDecision(decisions, a.id, b.id);
  return {
    a: a.id,
    a_name: a.name,
    a_theme: a.theme,
    a_hardness: a.hardness,
    a_holder: a.holder,
    b: b.id,
    b_name: b.name,
    b_theme: b.theme,
    b_hardness: b.hardness,
    b_holder: b.holder,
    kind,
    reason: reason.id,
    area_m2: round(areaM2, 2),
    volume_m3: round(volumeM3, 2),
    lower_nap: round(heightRange?.[0], 2),
    upper_nap: round(heightRange?.[1], 2),
    valid_from: period.from,
    valid_until: period.until,
    decision: decision?.decision,
    decision_role: decision?.role,
    decision_date: decision?.when,
    decision_why: decision?.why,
  };
}

const reals = ['area_m2', 'volume_m3', 'lower_nap', 'upper_nap'];
const days = ['valid_from', 'valid_until', 'decision_date'];
const STATUS = 'Indicatief: geen besluit, geen rechten.';

export const conflictsToGeoJson = (
  rows: readonly ConflictRow[],
  decisions: readonly ClaimDecision[],
  name: string,
): string =>
  toFeatureCollection(
    name,
    rows.map((row) => ({
      type: 'Feature',
      properties: { ...recordOf(row, decisions), status: STATUS },
      geometry: toGeoJsonGeometry({ parts: row.conflict.parts, lines: [] }, 'crs84'),
    })),
    'crs84',
  );

/** Undefined without any. */
export function conflictsToTable(
  rows: readonly ConflictRow[],
  decisions: readonly ClaimDecision[],
): GeoPackageTable | undefined {
  const [first] = rows;
  if (!first) return undefined;
  const names = Object.keys(recordOf(first, decisions)) as (keyof ReturnType<typeof recordOf>)[];
  return {
    name: 'conflicts',
    title: 'Botsingen tussen ruimteclaims',
    description: STATUS,
    geometryType: 'MULTIPOLYGON',
    columns: names.map((name) => ({
      name,
      type: reals.includes(name) ? 'REAL' : days.includes(name) ? 'DATE' : 'TEXT',
    })),
    rows: rows.map((row) => {
      const record = recordOf(row, decisions);
      return {
        values: names.map((name) => record[name] ?? null),
        geometry: toGeoJsonGeometry({ parts: row.conflict.parts, lines: [] }, 'rd'),
      };
    }),
  };
}
