import { describe, expect, it } from 'vitest';
import type { PlacedThing } from '../../src/model/drawing.ts';
import { lookIntoGltf } from '../../src/model/gltf-box.ts';
import { parseScenarioFile, type Scenario, writeScenarioFile } from '../../src/model/scenario.ts';
import { embedFiles, extractFiles, type KeptFile } from '../../src/model/scenario-files.ts';
import { blockGlb } from '../fixtures/block-glb.ts';
import { smallPlanModel } from '../fixtures/small-plan.ts';

const glb = Uint8Array.from(blockGlb({ x: 0, y: 0, width: 6, depth: 4, low: 0, high: 9 }));
const kept = new Map<string, KeptFile>([['file-1', { bytes: glb, mediaType: 'model/gltf-binary' }]]);
const look = lookIntoGltf(glb, true);
if ('problem' in look) throw new Error('Expected a glb that can be placed.');

const scenario: Scenario = {
  schema: 1,
  title: 'x',
  municipality: 'proefdam',
  madeWith: '0.1.0',
  created: '2026-03-01',
  measures: [],
  layers: {},
  walking: false,
  language: 'nl',
  compare: { mode: 'off', position: 0.5 },
};
const tower: PlacedThing = {
  ...{ id: 'model-1', name: 'toren.glb', x: 147000, y: 508000, nap: -3, rotationDegrees: 30, scale: 1 },
  box: look.box,
  file: 'file-1',
};
const [solid] = smallPlanModel.solids;
const { file: _, ...bare } = tower;
const house: PlacedThing = {
  ...bare,
  id: 'gebouw-2',
  name: 'Huis',
  solid: { ...(solid as NonNullable<typeof solid>) },
};

/** Written and read again, as a browser does; `keep` gets the bytes. */
function passOn(scenarios: readonly Scenario[], keep: (bytes: Uint8Array, mediaType: string) => string, room?: number) {
  const embedded = embedFiles(scenarios, (key) => kept.get(key), room);
  const text = writeScenarioFile(embedded.scenarios);
  const read = parseScenarioFile(JSON.parse(text), 'x.tweeling.json');
  expect([read.isNewer, read.complaints]).toEqual([false, []]);
  return { text, leftOut: embedded.leftOut, ...extractFiles(read.scenarios, keep) };
}

describe('placed things in a file of scenarios', () => {
  it('come back as they were, the glb byte for byte and once for all scenarios that name it', () => {
    const taken: Uint8Array[] = [];
    const all = [
      { ...scenario, placed: [tower, { ...tower, id: 'model-3', x: 147050 }] },
      { ...scenario, title: 'y', placed: [house, tower], peilNap: -1 },
      scenario,
    ];
    const { scenarios, missing, leftOut, text } = passOn(all, (bytes, mediaType) => {
      taken.push(bytes);
      return `${mediaType} ${taken.length}`;
    });
    expect([missing, leftOut]).toEqual([[], []]);
    expect(taken).toEqual([glb]);
    const renamed = JSON.parse(JSON.stringify(all).replaceAll('"file-1"', '"model/gltf-binary 1"')) as Scenario[];
    expect(scenarios).toEqual(renamed);
    expect(text.split('base64')).toHaveLength(2);
  });

  it('are measured anew: what the file says of the size of a glb is not believed', () => {
    const wrong = { ...tower, box: { ...tower.box, top: 9000 } };
    expect(passOn([{ ...scenario, placed: [wrong] }], () => 'k').scenarios[0]?.placed?.[0]?.box).toEqual(tower.box);
  });

  it('that are too large together are left out and told by name and size, on both sides', () => {
    const other = { ...tower, id: 'model-2', name: 'kerk.glb', file: 'file-2' };
    kept.set('file-2', { bytes: Uint8Array.from(glb), mediaType: 'model/gltf-binary' });
    const { scenarios, leftOut, missing } = passOn(
      [{ ...scenario, placed: [tower, other, house] }],
      () => 'k',
      (glb.length * 4) / 3 + 10,
    );
    expect(leftOut).toEqual([
      { name: 'kerk.glb', bytes: glb.length },
      { name: 'Huis', bytes: JSON.stringify(solid).length },
    ]);
    expect(missing.map(({ name, detail }) => [name, detail])).toEqual([
      ['kerk.glb', 'kerk.glb: is not in the file'],
      ['Huis', 'Huis: has no geometry in the file'],
    ]);
    expect(scenarios[0]?.placed?.map(({ name }) => name)).toEqual(['toren.glb']);
  });

  it('that are no glTF, broken, or point beyond their corners are refused and told', () => {
    const files = [
      { key: 'a', mediaType: 'model/gltf-binary', base64: btoa('no glTF at all, only words') },
      { key: 'b', mediaType: 'model/gltf-binary', base64: '*' },
    ];
    const bent = { ...house, solid: { ...(house.solid as NonNullable<typeof solid>), indices: [0, 1, 9], parts: [0] } };
    const placed = [{ ...tower, file: 'a' }, { ...tower, file: 'b' }, bent];
    const { scenarios, missing } = extractFiles([{ ...scenario, placed, files }], () => 'never');
    expect(scenarios[0]?.placed).toEqual([]);
    expect(missing[0]?.detail).toBe('toren.glb: is refused: glb-magic');
    expect(missing).toHaveLength(3);
  });
});
