/** Claims as tables of a GeoPackage, with columns that `parse-claims.ts` reads back: areas and lines apart, as that format wants. */
import type { Claim } from './claim.ts';
import type { GeoPackageColumn, GeoPackageTable } from './encode-geopackage.ts';
import { toGeoJsonGeometry } from './export-claims.ts';

type Value = string | number | null;
type Column = GeoPackageColumn & { readonly of: (claim: Claim) => Value | undefined };

const text = (name: string, of: Column['of']): Column => ({ name, type: 'TEXT', of });
const real = (name: string, of: Column['of']): Column => ({ name, type: 'REAL', of });
const day = (name: string, of: Column['of']): Column => ({ name, type: 'DATE', of });
const listText = (list: readonly unknown[]) => (list.length > 0 ? JSON.stringify(list) : undefined);

const columns: readonly Column[] = [
  text('id', ({ id }) => id),
  text('name', ({ name }) => name),
  text('theme', ({ theme }) => theme),
  text('hardness', ({ hardness }) => hardness),
  real('lower', ({ lower }) => lower),
  real('upper', ({ upper }) => upper),
  text('reference', ({ reference }) => reference),
  real('peil_nap', ({ peilNap }) => peilNap),
  real('buffer_m', ({ bufferM }) => bufferM),
  real('diameter_m', ({ diameterM }) => diameterM),
  text('basis_instrument', ({ basis }) => basis?.instrument),
  text('basis_id', ({ basis }) => basis?.id),
  text('basis_article', ({ basis }) => basis?.article),
  text('basis_url', ({ basis }) => basis?.url),
  text('holder', ({ holder }) => holder),
  text('status', ({ status }) => status),
  day('valid_from', ({ validFrom }) => validFrom),
  day('valid_until', ({ validUntil }) => validUntil),
  real('priority', ({ priority }) => priority),
  text('combinable_with', ({ combinableWith }) => listText(combinableWith)),
  real('accuracy_m', ({ accuracyM }) => accuracyM),
  text('source_dataset', ({ source }) => source?.dataset),
  day('source_date', ({ source }) => source?.date),
  text('norms', ({ norms }) => listText(norms)),
];

const tableOf = (
  name: string,
  title: string,
  geometryType: 'MULTIPOLYGON' | 'MULTILINESTRING',
  claims: readonly Claim[],
): GeoPackageTable => ({
  name,
  title,
  description: 'Indicatief: geen besluit, geen rechten.',
  geometryType,
  columns: columns.map(({ name: column, type }) => ({ name: column, type })),
  rows: claims.map((claim) => ({
    values: columns.map(({ of }) => of(claim) ?? null),
    geometry: toGeoJsonGeometry(claim, 'rd'),
  })),
});

/** Tables that would be empty are left out. */
export function claimsToTables(claims: readonly Claim[]): GeoPackageTable[] {
  const areas = claims.filter(({ parts }) => parts.length > 0);
  const lines = claims.filter(({ parts }) => parts.length === 0);
  return [
    ...(areas.length > 0 ? [tableOf('claims_areas', 'Ruimteclaims (vlakken)', 'MULTIPOLYGON', areas)] : []),
    ...(lines.length > 0 ? [tableOf('claims_lines', 'Ruimteclaims (lijnen)', 'MULTILINESTRING', lines)] : []),
  ];
}
