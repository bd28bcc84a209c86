import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { claimsToGeoJson } from '../../src/model/export-claims.ts';
import { createGrid } from '../../src/model/grid.ts';
import { addClaimsCommand } from '../../src/pipeline/claims/command.ts';
import { computeClaims } from '../../src/pipeline/claims.ts';
import { writeCog } from '../../src/pipeline/cog.ts';
import { plainClaim, rectangle } from '../engines/plain-claim.ts';
import { callCommand } from '../fixtures/call-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'claims-'));
const inFolder = (name: string) => join(folder, name);
const [X, Y] = [147_000, 507_000];

const homes = plainClaim('NL.homes', [[rectangle(X, Y, 10, 10)]], { validFrom: '2026-01-01' });
const park = plainClaim('NL.park', [[rectangle(X + 6, Y, 10, 10)]], {
  theme: 'green',
  lower: -1,
  upper: 4,
  validUntil: '2030-01-01',
});
const onGround = plainClaim('NL.ground', [[rectangle(X + 2, Y + 2, 2, 2)]], {
  reference: 'ground',
  lower: 1,
  upper: 3,
});
const onPeil = plainClaim('NL.peil', [[rectangle(X + 4, Y + 4, 1, 1)]], { reference: 'peil', lower: 0, upper: 3 });
const files = [inFolder('homes.geojson'), inFolder('rest.geojson')];

beforeAll(async () => {
  writeFileSync(inFolder('homes.geojson'), claimsToGeoJson([homes], 'homes', 'rd'));
  // In degrees, as RFC 7946 has it.
  writeFileSync(inFolder('rest.geojson'), claimsToGeoJson([park, onGround, onPeil], 'rest', 'crs84'));
  const grid = createGrid(X - 50, Y - 50, 1, 100, 100);
  grid.values.fill(-2.5);
  await writeCog(inFolder('dtm.tif'), grid);
});
afterAll(() => rmSync(folder, { recursive: true }));

const callClaims = (...args: string[]) => callCommand(addClaimsCommand, ...args);

describe('cli claims', () => {
  it('prints one JSON document of conflicts, checks and balance, whatever frames the files are in', async () => {
    const { out } = await callClaims(...files, '--json');
    const { conflicts, checks, balance, crs, ...rest } = JSON.parse(out);
    expect(crs).toBe('urn:ogc:def:crs:EPSG::28992');
    const [ground, found, peil] = conflicts;
    expect(found).toMatchObject({
      a: 'NL.homes',
      b: 'NL.park',
      areaM2: expect.closeTo(40, 2),
      volumeM3: expect.closeTo(160, 1),
      heightRange: [0, 4],
      period: { from: '2026-01-01', until: '2030-01-01' },
      kind: 'excludes',
      reason: 'matrix',
      geometry: { type: 'Polygon' },
    });
    const [west, south] = found.geometry.coordinates[0].reduce(
      (low: number[], at: number[]) => low.map((value, i) => Math.min(value, at[i] as number)),
      [Infinity, Infinity],
    );
    expect([west, south]).toEqual([expect.closeTo(X + 6, 3), expect.closeTo(Y, 3)]);
    expect(ground).toMatchObject({ a: 'NL.ground', b: 'NL.homes', kind: 'unknown', reason: 'no-height' });
    expect([ground.volumeM3, ground.heightRange]).toEqual([null, null]);
    expect(peil).toMatchObject({ a: 'NL.homes', b: 'NL.peil', reason: 'no-height' });
    expect(checks).toEqual([]);
    expect(balance).toEqual([
      {
        theme: 'green',
        claimedM2: expect.closeTo(100, 1),
        netM2: expect.closeTo(100, 1),
        doubleClaimedM2: expect.closeTo(40, 1),
      },
      {
        theme: 'housing',
        claimedM2: expect.closeTo(105, 1),
        netM2: expect.closeTo(100, 1),
        doubleClaimedM2: expect.closeTo(45, 1),
      },
    ]);
    expect(rest).toMatchObject({ claims: 4, refused: 0, notes: [], seconds: expect.any(Number) });
  });

  it('knows heights from the ground with --dtm, and from peil with --peil', async () => {
    const { conflicts } = await computeClaims({
      files,
      dtm: [inFolder('dtm.tif')],
      dtmError: 0.1,
      peil: 1,
      accuracy: 0,
    });
    expect(conflicts.map(({ a, b, heightRange }) => [a, b, heightRange])).toEqual([
      // 1 to 3 m above ground of -2.5 m NAP is -1.5 to 0.5 m NAP, and homes begin at 0.
      ['NL.ground', 'NL.homes', [0, 0.5]],
      ['NL.homes', 'NL.park', [0, 4]],
      ['NL.homes', 'NL.peil', [1, 4]],
    ]);
  });

  it('goes by a matrix of its own, and by the accuracy of lines that say none', async () => {
    const matrix = inFolder('matrix.json');
    writeFileSync(matrix, JSON.stringify([{ themes: ['green', 'housing'], kind: 'combinable' }]));
    const kinds = async (more: object) =>
      (await computeClaims({ files, dtmError: 0.1, accuracy: 0, ...more })).conflicts.find(({ b }) => b === 'NL.park');
    expect(await kinds({ matrix })).toMatchObject({ kind: 'combinable', reason: { id: 'matrix' } });
    expect(await kinds({ accuracy: 3 })).toMatchObject({
      kind: 'unknown',
      reason: { id: 'margin', marginM: expect.closeTo(4, 2) },
    });
    writeFileSync(matrix, JSON.stringify([{ themes: ['green'], kind: 'combinable' }]));
    await expect(kinds({ matrix })).rejects.toThrow('matrix.json');
  });

  it('prints tables for people, or writes a file', async () => {
    const { out } = await callClaims(...files, '--table');
    expect(out).toMatch(
      /excludes +NL\.homes +NL\.park +40\.0 +160\.0 +0\.00 – 4\.00 +2026-01-01 \/ 2030-01-01 +by the matrix/,
    );
    expect(out).toMatch(/green +100\.0 +100\.0 +40\.0/);
    const written = inFolder('out/answer.json');
    expect((await callClaims(...files, '--out', written)).out).toBe('');
    expect(JSON.parse(readFileSync(written, 'utf8')).conflicts).toHaveLength(3);
  });

  it('names what it repairs or refuses, and fails when nothing is left', async () => {
    const broken = inFolder('broken.geojson');
    const bow = [X, Y, X + 10, Y + 10, X + 10, Y, X, Y + 8];
    writeFileSync(broken, claimsToGeoJson([plainClaim('bow', [[bow]])], 'broken', 'rd'));
    const { told } = await callClaims(broken);
    expect(told).toMatch(/note: claim "bow": its lines cross or touch each other near 147010\.00, 507010\.00/);
    writeFileSync(broken, claimsToGeoJson([{ ...homes, hardness: 'firm' as never }], 'broken', 'rd'));
    await expect(callClaims(broken)).rejects.toThrow(
      /no feature of .*broken\.geojson can be used; the first: .*hardness/,
    );
    await expect(callClaims(inFolder('none.geojson'))).rejects.toThrow('file not found');
  });

  it('calls options that do not go together a mistake of usage', async () => {
    for (const args of [
      ['--table', '--json'],
      ['--trees', 'trees.geojson'],
      ['--accuracy', '-1'],
    ])
      await expect(callClaims(...files, ...args)).rejects.toMatchObject({ code: expect.stringMatching(/commander/) });
  });
});
