import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ClaimCheckRequest, groupByRule } from '../../src/model/check-claims.ts';
import type { PlanModel } from '../../src/model/plan-model.ts';
import { volumeToSolid } from '../../src/model/plan-volume.ts';
import { makeTrees } from '../../src/pipeline/trees.ts';
import { answerClaimChecks } from '../../src/workers/check-plan.ts';
import { box, claim, ruleFile } from '../engines/claim-rule-cases.ts';
import { toCollection } from '../fixtures/small-municipality.ts';
import { createWorkFolder } from '../pipeline/tiles/sample-city.ts';
import { type FolderServer, serveFolder } from './serve-folder.ts';

const [x, y] = [147_000, 507_000];
const tree = (id: string, east: number, north: number): [Record<string, unknown>, number[]] => [
  { id, soort: 'Tilia', hoogte: 9, kroondiameter: 6 },
  [x + east, y + north],
];
const work = createWorkFolder();
let server: FolderServer;
beforeAll(async () => {
  // One beside the house, one in it, one where the ground is dug away, one far off.
  const trees = [tree('T1', 16, 5), tree('T2', 5, 5), tree('T3', 12, -3), tree('T4', 900, 0)];
  await makeTrees([work.write('trees.geojson', toCollection('Point', trees))], work.out, {
    heightAt: () => -4,
    credit: '',
  });
  mkdirSync(work.out, { recursive: true });
  const common = { title: { nl: 'Regel', en: 'Rule' }, instrument: 'omgevingsplan' };
  const rules = ruleFile(
    { ...common, id: 'hoogte', kind: 'maximum-height', parameters: { from: 'peil', maximumM: 9 } },
    { ...common, id: 'boom', kind: 'distance-to-trees', parameters: { minimumM: 2, to: 'crown' } },
    { ...common, id: 'geen', kind: 'within-theme', parameters: { of: { themes: ['water'] }, maximumM: 0 } },
  );
  writeFileSync(join(work.out, 'rules.json'), JSON.stringify(rules));
  writeFileSync(join(work.out, 'bad.json'), JSON.stringify({ ...rules, schema: 2 }));
  server = await serveFolder(work.out);
});
afterAll(async () => {
  await server.close();
  work.destroy();
});

const origin: [number, number, number] = [x, y, 0];
const house = volumeToSolid(
  { id: 'huis', footprint: [box(0, 0, 10, 10)], lower: 0, upper: 8, reference: 'peil', roof: { shape: 'flat' } },
  { origin, peilNap: -4, groundNap: -4 },
);
const model: PlanModel = {
  schema: 1,
  origin,
  solids: [house],
  ground: [],
  cut: [box(10, -6, 5, 5)],
  removed: [],
  trees: [],
  models: [],
  precisionM: 0,
};
const ask = (request: Partial<ClaimCheckRequest>) =>
  answerClaimChecks({
    rules: `${server.url}/rules.json`,
    town: { claims: [claim('a')], heights: [{ errorM: 0 }] },
    plan: { model, around: { id: 'plan', peilNap: -4 } },
    trees: [{ url: `${server.url}/tileset.json`, isNap: false }],
    ...request,
  });

describe('the plan that is shown against rules', () => {
  it('is checked with the trees that stay around it', async () => {
    const answer = await ask({});
    const outcomes = groupByRule(answer);
    expect(outcomes.map(({ rule, result }) => [rule.id, result])).toEqual([
      ['hoogte', 'meets'],
      ['boom', 'meets'],
      ['geen', 'not-checked'],
    ]);
    // Stem 6 m from the house, crown of 3 m: the trees in the house and in the cut would be nearer.
    expect(outcomes[1]?.checks[0]?.measured).toBeCloseTo(3, 2);
  });

  it('knows of no trees where there is no source of them', async () => {
    const [, tree] = groupByRule(await ask({ trees: [] }));
    expect(tree?.result).toBe('unknown');
  });

  it('without a plan checks claims only', async () => {
    const { checks } = await ask({ plan: undefined });
    expect(checks.every(({ result }) => result !== 'fails')).toBe(true);
  });

  it('says which file is none, and what is wrong in it', async () => {
    await expect(ask({ rules: `${server.url}/none.json` })).rejects.toThrow(/none\.json.*404/);
    await expect(ask({ rules: `${server.url}/bad.json` })).rejects.toThrow(
      /bad\.json has no rules: schema: it must be 1/,
    );
  });
});
