/** The market square as the build cuts it out of the town's sources. */
import { encodeGeoJson } from '../../src/demo/geojson-file.ts';
import { origin, type Path } from '../../src/demo/point.ts';
import { surfaceWords } from '../../src/demo/surface.ts';
import type { EventPlace } from '../../src/model/event-plan.ts';
import { parseGeoJson } from '../../src/model/geojson.ts';
import type { Municipality } from '../../src/model/municipality.ts';
import { type EventGround, readPlace } from '../../src/pipeline/crowd/read-place.ts';
import { shapeOf } from '../../src/pipeline/trees/shapes.ts';
import type { Town } from './make-town.ts';

/** m around the square that matter. */
const NEAR = 140;
const isNear = (path: Path) => path.some(({ x, y }) => Math.hypot(x - 1382, y - 1735) < NEAR);
const flat = (path: Path) => path.flatMap(({ x, y }) => [x + origin.x, y + origin.y]);

export function cutSquare({ surfaces, plots, trees }: Town, { crowd }: Municipality): EventPlace {
  const features = surfaces
    .filter(({ polygon }) => isNear(polygon.outer))
    .map(({ kind, polygon, level, name }) => ({
      properties: { ...surfaceWords[kind], relatieve_hoogteligging: level, naam: name },
      geometry: { type: 'Polygon' as const, polygon },
    }));
  return readPlace(crowd?.places?.[0] as EventGround, {
    surfaces: parseGeoJson(JSON.parse(encodeGeoJson('ground', features)), 'ground.geojson'),
    footprints: plots.flatMap(({ parts }, i) =>
      parts.some(({ footprint }) => isNear(footprint))
        ? [{ id: `${i}`, surfaces: parts.map(({ footprint }) => [flat(footprint)]) }]
        : [],
    ),
    trees: trees
      .filter(({ point }) => isNear([point]))
      .map(({ point, height, crown, species }, i) => {
        const [x, y] = flat([point]) as [number, number];
        return { id: `${i}`, x, y, height, crown, species, shape: shapeOf(species, height) };
      }),
    furniture: [],
    heightAt: () => -2.5,
  });
}
