/** Street centre lines (GeoJSON) → `streets.json`: lines by name, and label points along them. */
import { writeFile } from 'node:fs/promises';
import type { StreetIndex } from '../model/city-index.ts';
import { listLines, textOf } from '../model/geojson.ts';
import { readGeoJson } from './geojson.ts';
import { joinLines } from './streets/join-lines.ts';
import { lineLength, pointAlong, simplifyLine } from './streets/line.ts';
import { writeBeside } from './write-beside.ts';

/** Metres between labels of one street, and the shortest side branch that gets one. */
const LABEL_DISTANCE = 120;
const SHORTEST_BRANCH = 45;
/** Metres along the street over which a label's direction is taken. */
const DIRECTION_REACH = 12;
/** Metres that a line may stray from its source. */
const TOLERANCE = 0.2;

/** As the Dutch sources name a street: BGT and BAG, national road database (NWB), top10nl, OpenStreetMap. */
const nameProperties = ['naam', 'openbareruimtenaam', 'straatnaam', 'sttnaam', 'name'];

export interface StreetsReport {
  readonly streets: number;
  readonly labels: number;
  /** Lines without a name; they are left out. */
  readonly nameless: number;
}

/** Metres NAP at a point in RD metres, undefined outside the data. */
type HeightAt = (x: number, y: number) => number | undefined;
type Label = StreetIndex['streets'][number]['labels'][number];

const round = (value: number, step: number) => Number((Math.round(value / step) * step).toFixed(3));

function labelAt(line: readonly number[], distance: number, heightAt: HeightAt): Label {
  const [x, y] = pointAlong(line, distance);
  const [x0, y0] = pointAlong(line, distance - DIRECTION_REACH);
  const [x1, y1] = pointAlong(line, distance + DIRECTION_REACH);
  const degrees = (Math.atan2(x1 - x0, y1 - y0) * 180) / Math.PI;
  // Outside the data the drawn ground lies at NAP zero.
  return [round(x, 0.1), round(y, 0.1), round(heightAt(x, y) ?? 0, 0.01), round((degrees + 360) % 360, 0.1) % 360];
}

/** Evenly along every line that is long enough; the longest line of a street always has one. */
function listLabels(lines: readonly (readonly number[])[], heightAt: HeightAt): Label[] {
  const lengths = lines.map(lineLength);
  const longest = lengths.indexOf(Math.max(...lengths));
  return lines.flatMap((line, i) => {
    const length = lengths[i] as number;
    if (i !== longest && length < SHORTEST_BRANCH) return [];
    const count = Math.max(1, Math.round(length / LABEL_DISTANCE));
    return Array.from({ length: count }, (_, k) => labelAt(line, ((k + 0.5) * length) / count, heightAt));
  });
}

/** Writes the index to the file `output`. Throws InputError naming file and feature. */
export async function makeStreets(
  files: readonly string[],
  output: string,
  heightAt: HeightAt,
): Promise<StreetsReport> {
  const byName = new Map<string, number[][]>();
  let nameless = 0;
  for (const file of files) {
    for (const feature of await readGeoJson(file)) {
      const name = textOf(feature, ...nameProperties);
      const lines = listLines(feature).filter((line) => lineLength(line) > 0);
      if (name === undefined) nameless += lines.length;
      else if (lines.length > 0) byName.set(name, [...(byName.get(name) ?? []), ...lines]);
    }
  }
  const names = [...byName.keys()].sort((a, b) => a.localeCompare(b, 'nl'));
  const streets = names.map((name) => {
    const lines = joinLines(byName.get(name) ?? []);
    return {
      name,
      lines: lines.map((line) => simplifyLine(line, TOLERANCE).map((value) => round(value, 0.1))),
      labels: listLabels(lines, heightAt),
    };
  });
  const index: StreetIndex = { streets };
  await writeBeside(output, 'file', (path) => writeFile(path, JSON.stringify(index)));
  return { streets: streets.length, labels: streets.reduce((sum, { labels }) => sum + labels.length, 0), nameless };
}
