import { cpSync, existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeDemo, type SourceGenerator } from '../../src/pipeline/demo.ts';
import { createHamlet, type Municipality } from '../fixtures/small-municipality.ts';

describe('a generated municipality', () => {
  let model: Municipality;
  let place: Municipality;
  let runs = 0;
  const generator = (version: number): SourceGenerator => ({
    version,
    write: async (folder) => {
      runs++;
      cpSync(join(model.folder, 'sources'), folder, { recursive: true });
    },
  });
  const make = (version: number, ifMissing = true) =>
    makeDemo(place.folder, generator(version), { ifMissing, out: place.out });
  beforeAll(async () => {
    model = await createHamlet();
    place = await createHamlet();
  });
  afterAll(() => {
    model.destroy();
    place.destroy();
  });

  it('gets its sources and is built', async () => {
    const report = await make(1);
    expect([runs, report.steps.every(({ done }) => done)]).toEqual([1, true]);
    expect(existsSync(join(place.out, 'municipality.json'))).toBe(true);
  });

  it('is left alone when it is there', async () => {
    const stamp = statSync(join(place.folder, 'sources/dtm.tif')).mtimeMs;
    const report = await make(1);
    expect([runs, report.steps.some(({ done }) => done)]).toEqual([1, false]);
    expect(statSync(join(place.folder, 'sources/dtm.tif')).mtimeMs).toBe(stamp);
  });

  it('is generated again by another version, or when asked; what is equal is not built again', async () => {
    expect((await make(2)).steps.some(({ done }) => done)).toBe(false);
    expect((await make(2, false)).steps.some(({ done }) => done)).toBe(false);
    expect(runs).toBe(3);
  });

  it('keeps its sources when the generator fails', async () => {
    const failing: SourceGenerator = { version: 3, write: () => Promise.reject(new Error('no more ink')) };
    await expect(makeDemo(place.folder, failing, { out: place.out })).rejects.toThrow('no more ink');
    expect(readFileSync(join(place.folder, 'sources/generator.json'), 'utf8')).toContain('2');
  });
});
