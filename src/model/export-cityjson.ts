/** A drawing as CityJSON 2.0 in RD New and NAP (EPSG:7415), for other programs and for our own pipeline. */
import { mergeFaces } from './merge-faces.ts';
import type { PlanModel, PlanSolid } from './plan-model.ts';

/** Metres of one step of the vertices. */
const STEP = 0.001;
/** By part: wall, roof, ground. */
const surfaces = ['WallSurface', 'RoofSurface', 'GroundSurface'] as const;

export interface CityJsonAbout {
  readonly title: string;
  /** ISO day of the export. */
  readonly date: string;
  readonly peilNap: number;
  /** Ids of solids that are only the block around a model. */
  readonly blocks: ReadonlySet<string>;
}

type Triple = [number, number, number];

function attributesOf({ name, use, dwellings, lowerNap, upperNap }: PlanSolid, { peilNap }: CityJsonAbout) {
  return {
    ...(name === undefined ? {} : { naam: name }),
    ...(use === undefined ? {} : { gebruiksdoel: use }),
    ...(dwellings === undefined ? {} : { woningen: dwellings }),
    onderkant_nap: lowerNap,
    bovenkant_nap: upperNap,
    peil_nap: peilNap,
    status: 'Getekend: impressie, geen rechten',
  };
}

export function toCityJson({ origin, solids }: Pick<PlanModel, 'origin' | 'solids'>, about: CityJsonAbout) {
  const vertices: Triple[] = [];
  const known = new Map<string, number>();
  const low: Triple = [Infinity, Infinity, Infinity];
  const high: Triple = [-Infinity, -Infinity, -Infinity];

  function index(vertex: readonly number[]): number {
    const steps = vertex.map((metres) => Math.round(metres / STEP)) as Triple;
    const key = steps.join(' ');
    const found = known.get(key);
    if (found !== undefined) return found;
    for (const axis of [0, 1, 2] as const) {
      const metres = origin[axis] + steps[axis] * STEP;
      low[axis] = Math.min(low[axis], metres);
      high[axis] = Math.max(high[axis], metres);
    }
    known.set(key, vertices.length);
    return vertices.push(steps) - 1;
  }

  function toObject(solid: PlanSolid) {
    const merged = mergeFaces(solid);
    const geometry = {
      type: 'Solid',
      lod: about.blocks.has(solid.id) ? '1.2' : '2.2',
      boundaries: [merged.faces.map(({ rings }) => rings.map((ring) => ring.map((i) => index(merged.vertices[i]))))],
      semantics: {
        surfaces: surfaces.map((type) => ({ type })),
        values: [merged.faces.map(({ part }) => part)],
      },
    };
    return { type: 'Building', attributes: attributesOf(solid, about), geometry: [geometry] };
  }

  const objects = Object.fromEntries(solids.map((solid) => [solid.id, toObject(solid)]));
  return {
    type: 'CityJSON',
    version: '2.0',
    transform: { scale: [STEP, STEP, STEP], translate: [...origin] },
    metadata: {
      title: about.title,
      referenceSystem: 'https://www.opengis.net/def/crs/EPSG/0/7415',
      referenceDate: about.date,
      ...(vertices.length > 0 ? { geographicalExtent: [...low, ...high] } : {}),
    },
    CityObjects: objects,
    vertices,
  };
}
