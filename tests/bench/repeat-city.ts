/** Large CityJSONSeq input from a small real one: its features again and again, each copy moved beside the last. */
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';

interface Feature {
  id: string;
  CityObjects: Record<string, { parents?: string[]; children?: string[] }>;
  vertices: number[][];
}

interface Header {
  transform: { scale: number[]; translate: number[] };
}

/** Replaces building ids everywhere in a feature's text by ids that carry the copy's number. */
const renumber = (text: string, ids: readonly string[], copy: number): string =>
  ids.reduce((result, id) => result.replaceAll(`"${id}`, `"${id}.${copy}`), text);

/**
 * Writes at least `buildings` features of `source` (a CityJSONSeq in RD New) to `target`: copies stand on a square grid whose
 * meshes are as large as the source, filling it from the south-west corner. Answers how many features were written.
 */
export function repeatCity(source: string, target: string, buildings: number): number {
  const [first, ...lines] = readFileSync(source, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
  const header = JSON.parse(first as string) as Header;
  const features = lines.map((line) => JSON.parse(line) as Feature);
  const low = [0, 1].map((i) => Math.min(...features.flatMap(({ vertices }) => vertices.map((v) => v[i] as number))));
  const high = [0, 1].map((i) => Math.max(...features.flatMap(({ vertices }) => vertices.map((v) => v[i] as number))));
  const copies = Math.ceil(buildings / features.length);
  const across = Math.ceil(Math.sqrt(copies));
  // In the middle of the country, so that the copies stay within RD New.
  header.transform.translate = [150000, 450000, header.transform.translate[2] as number];
  const descriptor = openSync(target, 'w');
  writeSync(descriptor, `${JSON.stringify(header)}\n`);
  let written = 0;
  for (let copy = 0; copy < copies && written < buildings; copy++) {
    const shift = [copy % across, Math.floor(copy / across)].map(
      (place, i) => place * ((high[i] as number) - (low[i] as number) + 5000) - (low[i] as number),
    );
    const moved: string[] = [];
    for (const feature of features) {
      if (written === buildings) break;
      const vertices = feature.vertices.map(([x, y, z]) => [
        (x as number) + (shift[0] as number),
        (y as number) + (shift[1] as number),
        z,
      ]);
      const roots = Object.keys(feature.CityObjects).filter((id) => !feature.CityObjects[id]?.parents);
      moved.push(`${renumber(JSON.stringify({ ...feature, vertices }), roots, copy)}\n`);
      written++;
    }
    writeSync(descriptor, moved.join(''));
  }
  closeSync(descriptor);
  return written;
}
