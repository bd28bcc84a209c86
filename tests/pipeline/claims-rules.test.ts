import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addClaimsCommand } from '../../src/pipeline/claims/command.ts';
import { computeClaims } from '../../src/pipeline/claims.ts';
import { box, ruleFile } from '../engines/claim-rule-cases.ts';
import { callCommand } from '../fixtures/call-command.ts';
import { smallPlan, smallPlanModel } from '../fixtures/small-plan.ts';

const folder = mkdtempSync(join(tmpdir(), 'claim-rules-'));
const inFolder = (name: string) => join(folder, name);
const closed = (flat: readonly number[]) =>
  [...flat, ...flat.slice(0, 2)].flatMap((x, i, all) => (i % 2 === 0 ? [[x, all[i + 1] as number]] : []));
const polygon = (flat: readonly number[]) => ({ type: 'Polygon', coordinates: [closed(flat)] });
const feature = (properties: object, geometry: object) => ({ type: 'Feature', properties, geometry });
const write = (name: string, json: unknown) => writeFileSync(inFolder(name), JSON.stringify(json));
const writeFeatures = (name: string, features: unknown[]) =>
  write(name, {
    type: 'FeatureCollection',
    crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::28992' } },
    features,
  });

const [x, y] = [147_000, 507_000];
const common = { title: { nl: 'Regel', en: 'Rule' }, instrument: 'omgevingsplan' };
const claims = [
  feature(
    {
      id: 'vlak',
      naam: 'Bouwvlak',
      thema: 'wonen',
      soort: 'zacht',
      referentie: 'peil',
      norms: [{ type: 'maximum-height', value: 15, unit: 'm', article: 'artikel 7' }],
    },
    polygon(box(0, 0, 50, 50)),
  ),
  feature(
    { id: 'leiding', naam: 'Gasleiding', thema: 'ondergrond', soort: 'hard', referentie: 'nap', diameterM: 0.4 },
    {
      type: 'LineString',
      coordinates: [
        [x - 20, y - 5],
        [x + 80, y - 5],
      ],
    },
  ),
];
const volumes = [
  feature({ id: 'toren', lower: 0, upper: 18, reference: 'peil', use: 'wonen' }, polygon(box(10, 2, 12, 12))),
  feature({ id: 'schuur', lower: -4, upper: 2, reference: 'nap', use: 'opslag' }, polygon(box(30, 30, 8, 8))),
];

beforeAll(() => {
  writeFeatures('claims.geojson', claims);
  writeFeatures('plan.geojson', volumes);
  writeFeatures('trees.geojson', [
    feature({ id: 'T1', hoogte: 9, kroondiameter: 6 }, { type: 'Point', coordinates: [x + 26, y + 8] }),
  ]);
  write(
    'rules.json',
    ruleFile(
      { ...common, id: 'hoogte', kind: 'maximum-height', parameters: { from: 'peil', maximumM: 20 } },
      {
        ...common,
        id: 'leiding',
        kind: 'distance-to-theme',
        parameters: { of: { themes: ['underground'] }, minimumM: 10 },
      },
      { ...common, id: 'boom', kind: 'distance-to-trees', parameters: { minimumM: 2, to: 'crown' } },
    ),
  );
  write('bad.json', ruleFile({ ...common, id: 'hoogte', kind: 'maximum-height', parameters: { from: 'dak' } }));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What it writes on standard output. */
const callClaims = async (...args: string[]) => (await callCommand(addClaimsCommand, ...args)).out;

const files = () => [inFolder('claims.geojson'), '--plan', inFolder('plan.geojson'), '--rules', inFolder('rules.json')];
interface Told {
  readonly claim: string;
  readonly rule: string;
  readonly result: string;
  readonly measured: number | null;
  readonly limit: number | null;
}

describe('a plan against rules on the command line', () => {
  it('gives every check with what was measured, and what is not known as such', async () => {
    const { checks } = JSON.parse(await callClaims(...files())) as { checks: Told[] };
    const told = checks.map(({ rule, claim, result, measured, limit }) => [rule, claim, result, measured, limit]);
    expect(told).toEqual([
      ['hoogte', 'toren', 'fails', 18, 15],
      // From NAP, and nobody said what peil is.
      ['hoogte', 'schuur', 'unknown', null, null],
      ['leiding', 'toren', 'fails', 7, 10],
      ['leiding', 'schuur', 'meets', 35, 10],
      ['boom', 'plan.geojson', 'unknown', null, null],
    ]);
  });

  it('tells which claims its buildings share space with, apart from conflicts of claims', async () => {
    const ask = async (...more: string[]) => {
      const { conflicts, planConflicts, balance } = JSON.parse(
        await callClaims(inFolder('claims.geojson'), '--plan', inFolder('plan.geojson'), ...more),
      );
      expect(conflicts).toEqual([]);
      expect(balance.map(({ theme }: { theme: string }) => theme)).toEqual(['housing', 'underground']);
      return planConflicts;
    };
    const [shed, tower, ...rest] = await ask();
    expect(rest).toEqual([]);
    // Nobody knows what goes with storage.
    expect(shed).toMatchObject({ a: 'plan:plan.geojson:schuur', b: 'vlak', areaM2: 64, reason: 'no-row' });
    // A plane for homes is what homes are for.
    expect(tower).toMatchObject({
      a: 'plan:plan.geojson:toren',
      b: 'vlak',
      areaM2: 144,
      kind: 'combinable',
      reason: 'claim',
    });
  });

  it('knows more with peil and trees', async () => {
    const more = ['--peil', '-4', '--trees', inFolder('trees.geojson')];
    const { checks } = JSON.parse(await callClaims(...files(), ...more)) as { checks: Told[] };
    expect(checks.find(({ claim, rule }) => claim === 'schuur' && rule === 'hoogte')).toMatchObject({
      result: 'meets',
      measured: 6,
      limit: 15,
    });
    // Stem at 4 m from the tower, crown of 3 m.
    expect(checks.find(({ rule }) => rule === 'boom')).toMatchObject({ claim: 'toren', result: 'fails', measured: 1 });
  });

  it('is unknown within the accuracy that is given', async () => {
    const { checks } = JSON.parse(await callClaims(...files(), '--accuracy', '3.5')) as { checks: Told[] };
    expect(checks[0]).toMatchObject({ claim: 'toren', result: 'unknown', measured: 18 });
  });

  it('takes a variant as the build makes it, with its ground, its trees and what its plan says', async () => {
    mkdirSync(inFolder('plans/erf'), { recursive: true });
    const [low, high] = smallPlan.variants;
    write('plans/erf.json', { ...smallPlan, variants: [low, { ...high, figures: { parkingPlaces: 5 } }] });
    write('plans/erf/high.json', smallPlanModel);
    const parking = { norms: [{ uses: ['wonen'], places: 2, per: 'dwelling' }] };
    const green = { attribute: 'green-m2', per: 'plan', minimum: 1e6 };
    write(
      'variant-rules.json',
      ruleFile(
        { ...common, id: 'parkeren', kind: 'parking-norm', parameters: parking },
        { ...common, id: 'groen', kind: 'attribute-limit', parameters: green },
      ),
    );
    const ask = async (file: string) => {
      const args = [inFolder('claims.geojson'), '--plan', inFolder(file), '--rules', inFolder('variant-rules.json')];
      const { checks } = JSON.parse(await callClaims(...args)) as { checks: Told[] };
      return checks;
    };
    const [places, grass] = await ask('plans/erf/high.json');
    // Its solids have no use, so that no norm is known to hold.
    expect(places).toMatchObject({ claim: 'high', rule: 'parkeren', result: 'unknown' });
    expect(grass).toMatchObject({ claim: 'high', result: 'fails' });
    expect(grass?.measured).toBeGreaterThan(0);
    const solids = smallPlanModel.solids.map((solid) => ({ ...solid, use: solid.id === 'l' ? 'wonen' : 'schuur' }));
    write('plans/erf/high.json', { ...smallPlanModel, solids });
    const [known] = await ask('plans/erf/high.json');
    expect(known).toMatchObject({ measured: 5, limit: 8, result: 'fails' });
    // By itself it does not know of places.
    write('alone.json', { ...smallPlanModel, solids });
    expect((await ask('alone.json'))[0]).toMatchObject({ claim: 'alone', result: 'unknown' });
    write('broken.json', { ...smallPlanModel, solids: [{}] });
    await expect(ask('broken.json')).rejects.toThrow(/broken\.json is not a plan model: solids\.0\.id/);
  });

  it('tells people in a table', async () => {
    const text = await callClaims(...files(), '--table');
    expect(text).toMatch(
      /fails\s+hoogte\s+toren\s+18\.00\s+15\.00\s+m\s+toren is 18 m high from peil; the rule is 15 m at most\./,
    );
  });

  it('names what is wrong with rules', async () => {
    const run = { files: [inFolder('claims.geojson')], rules: inFolder('bad.json'), dtmError: 0.1, accuracy: 0 };
    await expect(computeClaims(run)).rejects.toThrow(
      'bad.json, rule 1 (hoogte): parameters.from: it must be one of peil, nap',
    );
  });
});
