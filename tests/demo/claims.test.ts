import { readFileSync } from 'node:fs';
import initSqlJs from 'sql.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { drawClaims } from '../../src/demo/claims.ts';
import { encodeClaims } from '../../src/demo/claims-file.ts';
import { nearestOn } from '../../src/demo/curve.ts';
import { listDistrictStreets } from '../../src/demo/district-streets.ts';
import { listMainStreets } from '../../src/demo/main-streets.ts';
import { origin, type Point } from '../../src/demo/point.ts';
import { dikeLine } from '../../src/demo/skeleton.ts';
import { levels } from '../../src/demo/terrain.ts';
import { type ClaimSpace, createClaimSpace } from '../../src/engines/claims.ts';
import { type Claim, type ClaimConflict, claimThemes, hardnesses } from '../../src/model/claim.ts';
import type { ClaimAnswer } from '../../src/model/claim-answer.ts';
import { groundBelow, resolveHeights } from '../../src/model/claim-heights.ts';
import { defaultMatrix } from '../../src/model/claim-matrix.ts';
import { parseGeoJson } from '../../src/model/geojson.ts';
import { parseClaims } from '../../src/model/parse-claims.ts';
import { parseGeoPackage } from '../../src/model/parse-geopackage.ts';

const nearDike = dikeLine.filter(({ x }) => x > -100 && x < 3100);

/** The town's ground in broad strokes: flat, with the terp under the market and the dike. */
function groundAt(p: Point): number {
  // Far from it there is no need to look.
  const dike = p.y < 1900 ? levels.field : levels.dike - Math.max(0, nearestOn(nearDike, p).distance - 4.2) / 3;
  const terp = Math.max(0, 1 - Math.hypot(p.x - 1390, p.y - 1735) / 330);
  return Math.max(levels.town + (levels.market - levels.town) * terp, dike);
}
const heightAt = (x: number, y: number) => groundAt({ x: x - origin.x, y: y - origin.y });

const streets = () => [...listMainStreets(), ...listDistrictStreets()];
let claims: readonly Claim[];
let space: ClaimSpace;
let answer: ClaimAnswer;
beforeAll(() => {
  const { cables, zones, wishes } = drawClaims(streets(), groundAt);
  claims = [...cables, ...zones, ...wishes];
  const heights = claims.map((claim) => resolveHeights(claim, groundBelow(claim, heightAt, 0.05)));
  space = createClaimSpace(claims, heights);
  answer = space.answer({ matrix: defaultMatrix, assumedAccuracyM: 0.5 });
}, 120_000);

const named = (name: string) => claims.find((claim) => claim.name === name)?.id ?? `no claim ${name}`;
const between = (a: string, b: string): ClaimConflict | undefined =>
  answer.conflicts.find((conflict) => [named(a), named(b)].every((id) => id === conflict.a || id === conflict.b));

describe('the claims of Markerwaard', () => {
  it('are about four hundred, of every theme and hardness, each with a basis and a holder', () => {
    expect(claims.length).toBeGreaterThan(380);
    expect(claims.length).toBeLessThan(420);
    for (const theme of claimThemes)
      expect(claims.filter((claim) => claim.theme === theme).length, theme).toBeGreaterThan(4);
    for (const hardness of hardnesses)
      expect(claims.filter((claim) => claim.hardness === hardness).length, hardness).toBeGreaterThan(30);
    expect(claims.filter(({ basis, holder, accuracyM }) => !basis || !holder || accuracyM === undefined)).toEqual([]);
    expect(new Set(claims.map(({ id }) => id)).size).toBe(claims.length);
  });

  it('have shapes that the engine takes as they are drawn', () => {
    expect(space.notes).toEqual([]);
  });

  it('exclude each other in about forty places, some of them wholly under ground', () => {
    const excluding = answer.conflicts.filter(({ kind }) => kind === 'excludes');
    expect(excluding.length).toBeGreaterThanOrEqual(35);
    expect(excluding.length).toBeLessThanOrEqual(50);
    const buried = excluding.filter(({ heightRange }) => (heightRange?.[1] ?? 0) < levels.town - 0.3);
    expect(buried.length).toBeGreaterThan(10);
    const unknown = answer.conflicts.filter(({ kind }) => kind === 'unknown');
    expect(new Set(unknown.map(({ reason }) => reason.id))).toContain('no-height');
    expect(new Set(unknown.map(({ reason }) => reason.id))).toContain('no-row');
  });

  it('do so for some days only, or not at all where days or heights keep them apart', () => {
    const site = 'Bouwplaats herinrichting Grote Markt';
    expect(between('Kermis op de Grote Markt', site)).toMatchObject({
      kind: 'excludes',
      period: { from: '2026-08-24', until: '2026-08-31' },
    });
    expect(between('IJsbaan op de Grote Markt', site)).toBeUndefined();
    expect(between('Flexwoningen Westpolder', 'Waterberging Westpolder')).toBeUndefined();
    expect(between('Zonneveld onder de lijn', 'Hoogspanningslijn 150 kV, veld 2')).toBeUndefined();
    expect(between('Polderrand, veld 1', 'Hoogspanningslijn 150 kV, veld 2')?.kind).toBe('excludes');
  });

  it('lie on top of each other under the market, from the sky to deep in the ground', () => {
    const here = space.listAt(origin.x + 1390, origin.y + 1742).map(({ id }) => id);
    for (const name of ['Parkeergarage onder de Grote Markt', 'Archeologie oude kern', 'Riool Grote Markt'])
      expect(here, name).toContain(named(name));
  });

  it('are the same in every drawing, and from their files', async () => {
    const again = drawClaims(streets(), groundAt);
    expect([...again.cables, ...again.zones, ...again.wishes]).toEqual(claims);
    const sql = await initSqlJs();
    const files = await encodeClaims(again, '2026-01-01');
    const features = files.flatMap(([name, content]) =>
      typeof content === 'string' ? parseGeoJson(JSON.parse(content), name) : parseGeoPackage(sql, content, name),
    );
    const read = parseClaims(features);
    expect(read.notes).toEqual([]);
    const byId = new Map(claims.map((claim) => [claim.id, claim]));
    for (const claim of read.claims) expect(claim).toEqual(byId.get(claim.id));
    expect(read.claims).toHaveLength(claims.length);
  });

  it('are named by the municipality, whose own file of claims goes with them', () => {
    const { claims: dataset } = JSON.parse(readFileSync('data/markerwaard/municipality.json', 'utf8')) as {
      claims: { files: string[] };
    };
    const own = dataset.files.filter((file) => !file.startsWith('sources/'));
    const features = own.flatMap((file) =>
      parseGeoJson(JSON.parse(readFileSync(`data/markerwaard/${file}`, 'utf8')), file),
    );
    const { claims: more, notes } = parseClaims(features);
    expect(notes).toEqual([]);
    expect(more.length).toBeGreaterThan(0);
    const ids = new Set(claims.map(({ id }) => id));
    expect(more.filter(({ id }) => ids.has(id))).toEqual([]);
  });
});
