import { validateBytes } from 'gltf-validator';
import { afterAll, expect, it } from 'vitest';
import { addVolume, startDrawing } from '../../src/model/drawing.ts';
import { drawingToCityJson } from '../../src/model/export-drawing.ts';
import { rectangleAround } from '../../src/model/outline.ts';
import { makeBuildingTiles } from '../../src/pipeline/tiles.ts';
import { checkTileset, listLeafIds } from './tiles/check-tileset.ts';
import { createWorkFolder } from './tiles/sample-city.ts';

const work = createWorkFolder();
afterAll(work.destroy);

it('a drawing saved as CityJSON becomes building tiles without a warning', async () => {
  const shapes = ['flat', 'gabled', 'hipped', 'shed'] as const;
  const drawing = shapes.reduce(
    (before, shape, i) =>
      addVolume(before, {
        footprint: [rectangleAround([147000 + 30 * i, 508000], 20, 10, 17 * i)],
        lower: 0,
        upper: 10,
        reference: 'peil',
        roof: shape === 'flat' ? { shape } : { shape, eaves: 6 },
        dwellings: i,
      }).drawing,
    startDrawing(-3.2),
  );
  const about = { title: 'Proef', date: '2026-11-22' };
  const file = work.write('tekening.city.json', drawingToCityJson(drawing, {}, about));
  const report = await makeBuildingTiles([file], work.out, { threads: 1, credit: '© Test' });
  expect(report).toMatchObject({ buildings: 4, buildingsWritten: 4, skipped: [], lodFallbacks: {}, warnings: {} });
  const walked = await checkTileset(work.out);
  expect(walked.problems).toEqual([]);
  expect(listLeafIds(walked.tiles)).toEqual(drawing.volumes.map(({ id }) => id));
  for (const { bytes, uri } of walked.tiles) {
    const { issues } = await validateBytes(bytes);
    expect([uri, issues.numErrors, issues.numWarnings]).toEqual([uri, 0, 0]);
  }
});
