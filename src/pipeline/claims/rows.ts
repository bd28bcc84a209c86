/** The answer about claims as one JSON document, and as tables for people at a terminal. */
import type { ClaimCheck, ClaimConflict } from '../../model/claim.ts';
import { toGeoJsonGeometry } from '../../model/export-claims.ts';
import type { ClaimsReport } from '../claims.ts';

/** Micrometres and square millimetres: more digits are noise. */
const toMicro = (value: number) => Math.round(value * 1e6) / 1e6 + 0;

const describeReason = ({ reason }: ClaimConflict) =>
  reason.id === 'margin'
    ? { reason: reason.id, marginM: toMicro(reason.marginM), accuracyM: toMicro(reason.accuracyM) }
    : { reason: reason.id };

const describeConflict = (conflict: ClaimConflict) => ({
  a: conflict.a,
  b: conflict.b,
  areaM2: toMicro(conflict.areaM2),
  volumeM3: conflict.volumeM3 === undefined ? null : toMicro(conflict.volumeM3),
  heightRange: conflict.heightRange?.map(toMicro) ?? null,
  period: { from: conflict.period.from ?? null, until: conflict.period.until ?? null },
  kind: conflict.kind,
  ...describeReason(conflict),
  geometry: toGeoJsonGeometry(
    { parts: conflict.parts.map((rings) => rings.map((ring) => ring.map(toMicro))), lines: [] },
    'rd',
  ),
});

const describeCheck = ({ measured, limit, margin, article, ...check }: ClaimCheck) => ({
  ...check,
  measured: measured ?? null,
  limit: limit ?? null,
  margin: margin ?? null,
  article: article ?? null,
});

export const describeReport = ({ conflicts, planConflicts, checks, balance, ...rest }: ClaimsReport) => ({
  /** Of every geometry in it. */
  crs: 'urn:ogc:def:crs:EPSG::28992',
  conflicts: conflicts.map(describeConflict),
  planConflicts: planConflicts.map(describeConflict),
  checks: checks.map(describeCheck),
  balance: balance.map(({ theme, ...areas }) => ({
    theme,
    ...Object.fromEntries(Object.entries(areas).map(([name, area]) => [name, toMicro(area)])),
  })),
  ...rest,
});

/** Columns as wide as what is in them; numbers to the right. */
function layOut(rows: readonly (readonly string[])[]): string {
  const [head = []] = rows;
  const widths = head.map((_, c) => Math.max(...rows.map((row) => (row[c] ?? '').length)));
  const isNumber = (text: string) => /^[−\d]/.test(text);
  const line = (row: readonly string[]) =>
    row
      .map((cell, c) => (isNumber(cell) ? cell.padStart(widths[c] ?? 0) : cell.padEnd(widths[c] ?? 0)))
      .join('  ')
      .trimEnd();
  return `${rows.map(line).join('\n')}\n`;
}

const figure = (value: number | undefined, digits = 1) => (value === undefined ? 'unknown' : value.toFixed(digits));

function tellReason({ reason }: ClaimConflict): string {
  if (reason.id === 'margin')
    return `${reason.marginM.toFixed(2)} m into each other is less than the ${reason.accuracyM.toFixed(2)} m that it may be off`;
  return {
    matrix: 'by the matrix of themes',
    claim: 'by what a claim says',
    'no-row': 'the matrix says nothing of these themes',
    'no-height': 'a height is not known',
  }[reason.id];
}

const conflictRow = (conflict: ClaimConflict): string[] => [
  conflict.kind,
  conflict.a,
  conflict.b,
  figure(conflict.areaM2),
  figure(conflict.volumeM3),
  conflict.heightRange ? conflict.heightRange.map((height) => height.toFixed(2)).join(' – ') : 'unknown',
  `${conflict.period.from ?? '…'} / ${conflict.period.until ?? '…'}`,
  tellReason(conflict),
];

const checkRow = (check: ClaimCheck): string[] => [
  check.result,
  check.rule,
  check.claim,
  check.measured === undefined ? '' : figure(check.measured, 2),
  check.limit === undefined ? '' : figure(check.limit, 2),
  check.unit,
  check.reason.en,
];

/** In English, as the rest of the command line. */
export function writeTables({
  conflicts,
  planConflicts,
  checks,
  balance,
  claims,
  refused,
  seconds,
}: ClaimsReport): string {
  const tables: string[] = [];
  const all = [...conflicts, ...planConflicts];
  if (all.length > 0)
    tables.push(
      layOut([['kind', 'a', 'b', 'area m²', 'volume m³', 'from – to m NAP', 'days', 'why'], ...all.map(conflictRow)]),
    );
  if (checks.length > 0)
    tables.push(layOut([['result', 'rule', 'of', 'measured', 'limit', 'unit', 'why'], ...checks.map(checkRow)]));
  tables.push(
    layOut([
      ['theme', 'claimed m²', 'net m²', 'claimed twice m²'],
      ...balance.map((row) => [row.theme, ...[row.claimedM2, row.netM2, row.doubleClaimedM2].map((m2) => figure(m2))]),
    ]),
    `${claims} claims (${refused} features refused), ${conflicts.length} conflicts in ${seconds} s. Indicative: not a decision.\n`,
  );
  return tables.join('\n');
}
