/** How many buildings a second get their roofs computed, with shade and panels, and that twice the town takes twice the time. */
import { existsSync } from 'node:fs';
import { deBilt } from '../../src/engines/solar/climate-de-bilt.ts';
import { createTownBuilder, type TownBuildings } from '../../src/engines/solar/town.ts';
import { defaultSolarSettings } from '../../src/model/solar-defaults.ts';
import { readTown } from '../../src/pipeline/solar-roofs/read-town.ts';
import { computeTownRoofs } from '../../src/pipeline/solar-roofs.ts';
import { printFigure, printNote } from './figures.ts';

const DELFT = '../shared/data/cityjson/3dbag-delft-5907/3dbag_v210908_fd2cee53_5907_subset.json';
const DEMO = 'data/markerwaard/sources/buildings.city.jsonl';

/** The town again and again, side by side in a row. */
function repeat({ count, boxes, origins, starts, ...town }: TownBuildings, copies: number): TownBuildings {
  const builder = createTownBuilder();
  let [west, east] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let row = 0; row < count; row++) {
    west = Math.min(west, boxes[6 * row] as number);
    east = Math.max(east, boxes[6 * row + 3] as number);
  }
  for (let copy = 0; copy < copies; copy++) {
    for (let row = 0; row < count; row++) {
      const [first, end] = [starts[row] as number, starts[row + 1] as number];
      builder.add(
        {
          positions: town.positions.subarray(9 * first, 9 * end),
          surfaces: town.surfaces.subarray(first, end),
          kinds: town.kinds.subarray(first, end),
          isGuessed: town.guessed[row] === 1,
        },
        {
          origin: [
            (origins[3 * row] as number) + copy * (east - west),
            origins[3 * row + 1] as number,
            origins[3 * row + 2] as number,
          ],
          latitude: town.latitudes[row] as number,
          convergence: town.convergences[row] as number,
        },
      );
    }
  }
  return builder.finish();
}

async function measure(buildings: TownBuildings, threads: number): Promise<number> {
  const start = performance.now();
  await computeTownRoofs(buildings, { settings: defaultSolarSettings, climate: deBilt, threads });
  return (performance.now() - start) / 1000;
}

export async function benchRoofs(): Promise<void> {
  const file = existsSync(DELFT) ? DELFT : DEMO;
  const { buildings } = readTown([file]);
  const [half, whole] = [repeat(buildings, 3), repeat(buildings, 6)];
  const triangles = Math.round((whole.starts[whole.count] as number) / whole.count);
  const about = `buildings of ${triangles} triangles (${file === DELFT ? 'old town of Delft, 3DBAG' : 'the demo'}), shade and panels`;
  const one = { half: await measure(half, 1), whole: await measure(whole, 1) };
  const two = await measure(whole, 2);
  const all = `${whole.count} ${about}; starting threads counted in`;
  printNote('roofs on one thread', all, whole.count / one.whole, 'buildings/s');
  printFigure('roofs on two threads', all, whole.count / two, '≥', 400, 'buildings/s');
  const seen = `${whole.count} against half of them, one thread`;
  printFigure('twice the buildings take', seen, one.whole / one.half, '≤', 2.3, 'times');
}
