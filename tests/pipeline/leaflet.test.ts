import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { addLeafletCommand } from '../../src/pipeline/leaflet/command.ts';
import { makeLeaflets } from '../../src/pipeline/leaflet.ts';
import { callCommand } from '../fixtures/call-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'leaflet-'));
const steward = JSON.parse(readFileSync('data/markerwaard/municipality.json', 'utf8'));
const keep = (municipality: object) => writeFileSync(join(folder, 'municipality.json'), JSON.stringify(municipality));
const call = (...args: string[]) => callCommand(addLeafletCommand, folder, ...args);
afterAll(() => rmSync(folder, { recursive: true }));

describe('cli leaflet', () => {
  it('writes one question for the register, and says what is open', async () => {
    keep(steward);
    const { out, told } = await call('--question', 'crowd', '--for', 'register');
    const { algorithms } = JSON.parse(out);
    expect(algorithms).toHaveLength(1);
    expect(algorithms[0].human_intervention).toContain('burgemeester');
    expect(told).toContain('crowd: open, for the municipality to fill in: department');
  });

  it('writes all questions as a table in English', async () => {
    keep(steward);
    const { out } = await call('--for', 'register', '--format', 'csv', '--language', 'en');
    expect(out).toContain('\r\ncrowd;How narrow does the passage get, and how crowded?;');
    expect(out).toContain('\r\nwindow;');
  });

  it('writes Markdown in which a name from data stays a name', async () => {
    keep({ ...steward, name: '<b>[x](y)' });
    const { out } = await call('--question', 'heat');
    expect(out).toContain('# Bijsluiter: \\<b\\>\\[x\\](y)');
    expect(out).toContain('### Wettelijke grondslag\n\nNiet ingevuld door de gemeente.');
    expect(out).toContain('`src/engines/heat-demand.ts`');
  });

  it('refuses a source without licence', () => {
    const { terrain } = steward;
    keep({ ...steward, terrain: { ...terrain, source: { ...terrain.source, licence: '' } } });
    const run = { for: 'dcat', format: 'json', language: 'nl' } as const;
    expect(() => makeLeaflets(folder, run)).toThrow('terrain: source.licence is not filled in');
  });
});
