/** How fast map tiles are drawn, and whether time grows with the ground: a made-up town of plots, as large as asked. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeMap } from '../../src/pipeline/map.ts';
import { printFigure } from './figures.ts';

/** Metres of a square plot; every fourth column is a street. */
const PLOT = 12;
const corner = [146000, 507000] as const;
const plots = [
  { objecttype: 'pand' },
  { objecttype: 'onbegroeidterreindeel', fysiek_voorkomen: 'erf' },
  { objecttype: 'begroeidterreindeel', fysiek_voorkomen: 'groenvoorziening' },
];
const street = { objecttype: 'wegdeel', functie: 'rijbaan lokale weg', fysiek_voorkomen: 'open verharding' };

/** Writes `count` × `count` plots. */
function writeTown(file: string, count: number): void {
  const features = Array.from({ length: count * count }, (_, i) => {
    const column = i % count;
    const [x, y] = [corner[0] + column * PLOT, corner[1] + Math.floor(i / count) * PLOT];
    const [east, north] = [x + PLOT, y + PLOT];
    const properties = column % 4 === 3 ? street : plots[(i * 7) % plots.length];
    const ring = [x, y, east, y, east, north, x, north, x, y];
    const coordinates = [Array.from({ length: 5 }, (_, k) => ring.slice(2 * k, 2 * k + 2))];
    return { type: 'Feature', properties, geometry: { type: 'Polygon', coordinates } };
  });
  const crs = { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::28992' } };
  writeFileSync(file, JSON.stringify({ type: 'FeatureCollection', crs, features }));
}

export async function benchMap(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-map-'));
  try {
    const file = join(folder, 'ground.geojson');
    const reports = [];
    for (const count of [60, 120]) {
      writeTown(file, count);
      const side = count * PLOT;
      const extent = [corner[0], corner[1], corner[0] + side, corner[1] + side] as const;
      reports.push(await makeMap([file], join(folder, 'map'), { extent, threads: 1 }));
    }
    const [small, large] = reports;
    if (!small || !large) throw new Error('Expected two runs.');
    const seen = reports.map(
      ({ polygons, tiles, seconds }) => `${polygons} polygons, ${tiles} tiles in ${seconds.toFixed(1)} s`,
    );
    const machine = `one thread; ${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)}`;
    printFigure('1,000 map tiles', `${seen[1]}, ${machine}`, (1000 * large.seconds) / large.tiles, '≤', 60, 's');
    const perPolygon = (report: typeof small) => report.seconds / report.polygons;
    printFigure(
      'map cost a polygon, four times as many',
      seen.join('; '),
      perPolygon(large) / perPolygon(small),
      '≤',
      1.2,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
