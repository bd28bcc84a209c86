import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { type CrowdEvidenceId, crowdEvidence } from '../../src/model/crowd-evidence.ts';
import { crowdLeafletText } from '../../src/ui/text/crowd-leaflet.ts';

it('every figure of the leaflet is held against a computed one, and told in both languages', () => {
  const tests = readFileSync(new URL('./crowd.test.ts', import.meta.url), 'utf8');
  for (const id of Object.keys(crowdEvidence) as CrowdEvidenceId[]) {
    expect(tests, id).toContain(`attest('${id}',`);
    for (const text of Object.values(crowdLeafletText)) expect(text.cases[id].length).toBeGreaterThan(20);
  }
});
