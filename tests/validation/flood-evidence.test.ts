import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { floodEvidence } from '../../src/model/flood-evidence.ts';
import { floodLeafletText } from '../../src/ui/text/flood-leaflet.ts';

const folder = new URL('.', import.meta.url);

it('every figure of the leaflet is held against a computed one, and told in both languages', () => {
  const tests = readdirSync(folder)
    .filter((name) => /^flood-.*\.test\.ts$/.test(name) && name !== 'flood-evidence.test.ts')
    .map((name) => readFileSync(new URL(name, folder), 'utf8'))
    .join('\n');
  for (const id of Object.keys(floodEvidence) as (keyof typeof floodEvidence)[]) {
    expect(tests, id).toContain(`attest('${id}',`);
    for (const text of Object.values(floodLeafletText)) expect(text.cases[id].length).toBeGreaterThan(20);
  }
});
