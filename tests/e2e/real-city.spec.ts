import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, openTwin, readState, test } from './support/twin.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const data = fileURLToPath(new URL('../../../shared/data/', import.meta.url));
const buildings = `${data}cityjson/3dbag-delft-5907/3dbag_v210908_fd2cee53_5907_subset.json`;
const source = { title: { nl: 'Proef', en: 'Trial' }, holder: 'tudelft3d, 3DGI', date: '2021', licence: 'CC BY 4.0' };

test('a real 3DBAG file becomes tiles that the same viewer shows, building for building', async ({ page }) => {
  test.skip(!existsSync(buildings), 'skipped, 1 test: the 3DBAG file of shared/data is absent');
  const folder = `${root}test-results/delft`;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const municipality = {
    schema: 1,
    id: 'delft',
    name: 'Delft',
    fictional: false,
    extent: [84600, 446500, 85000, 446950],
    viewpoints: [
      {
        id: 'home',
        title: { nl: 'Overzicht', en: 'Overview' },
        position: [84798, 446727, 420],
        headingDegrees: 0,
        pitchDegrees: -89,
      },
    ],
    buildings: [
      { id: 'buildings', title: { nl: 'Gebouwen', en: 'Buildings' }, files: [buildings], lod: '2.2', source },
    ],
  };
  writeFileSync(
    `${folder}/municipality.json`,
    JSON.stringify({ ...municipality, buildings: [{ ...municipality.buildings[0], files: ['city.json'] }] }),
  );
  execFileSync('cp', [buildings, `${folder}/city.json`]);
  const out = `${root}dist-test/made/delft`;
  execFileSync('npm', ['run', '--silent', 'cli', '--', 'build', folder, '--out', out], { cwd: root, stdio: 'pipe' });
  await openTwin(page, '?municipality=delft');
  expect(await readState(page, (state) => state.problems)).toEqual([]);
  // Every one of the file's 443 buildings is drawn by CesiumJS.
  expect(await page.evaluate(() => window.twin?.countDrawnBuildings() ?? 0)).toBe(443);
});
