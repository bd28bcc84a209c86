/** A named place of a municipality → the ground that people can walk on there, and what stands there for good. */
import type { CrowdPolygon } from '../../model/crowd.ts';
import type { EventPlace } from '../../model/event-plan.ts';
import { type GeoFeature, listPoints, listPolygons, numberOf, textOf } from '../../model/geojson.ts';
import type { GroundClass } from '../../model/ground-colors.ts';
import { InputError } from '../../model/input-error.ts';
import type { Municipality } from '../../model/municipality.ts';
import type { Footprint } from '../flood/footprints.ts';
import { groundKind } from '../map/ground-class.ts';
import { treeModels } from '../trees/models.ts';
import type { Tree } from '../trees/read-trees.ts';
import { areaOf, createScissors, type Scissors } from './cut-place.ts';

export type EventGround = NonNullable<NonNullable<Municipality['crowd']>['places']>[number];

type Fixed = EventPlace['fixed'][number]['what'];

export interface PlaceSources {
  /** Surfaces of the map; none: all of the outline can be walked on but for what stands there. */
  readonly surfaces: readonly GeoFeature[];
  readonly footprints: readonly Footprint[];
  readonly trees: readonly Tree[];
  /** What stands in the street: areas, or points with a `diameter`. */
  readonly furniture: readonly GeoFeature[];
  /** m NAP in RD metres; undefined outside the data. */
  readonly heightAt: (x: number, y: number) => number | undefined;
}

/** Ground of the public, and not only to look at. */
const walked: ReadonlySet<GroundClass> = new Set([
  'paved',
  'half-paved',
  'bare',
  'sand',
  'grass',
  'park',
  'verge',
  'bridge',
  'road-unpaved',
  'driveway',
  'footpath',
  'pedestrian-area',
  'traffic-island',
  'parking',
  'living-street',
  'cycle-path',
  'road-clinker',
  'road-asphalt',
  'bus-lane',
  'road-regional',
]);
const wet: ReadonlySet<GroundClass> = new Set(['water', 'ditch']);

/** Of a tree's trunk and of furniture without one, m. */
const USUAL_DIAMETER = 0.4;
const CORNERS = 8;
/** m between the points at which the ground's height is read. */
const SAMPLE = 2;

type Box = readonly [west: number, south: number, east: number, north: number];

function boxOf(rings: readonly (readonly number[])[]): Box {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const ring of rings)
    for (let i = 0; i + 1 < ring.length; i += 2) {
      const [x, y] = [ring[i] as number, ring[i + 1] as number];
      [west, south, east, north] = [Math.min(west, x), Math.min(south, y), Math.max(east, x), Math.max(north, y)];
    }
  return [west, south, east, north];
}

const meets = (a: Box, b: Box) => a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];

/** Around a circle, so that nobody walks through it. */
function disc(x: number, y: number, radius: number): number[] {
  const reach = radius / Math.cos(Math.PI / CORNERS);
  return Array.from({ length: CORNERS }, (_, i) => ((i + 0.5) / CORNERS) * 2 * Math.PI).flatMap((angle) => [
    x + reach * Math.cos(angle),
    y + reach * Math.sin(angle),
  ]);
}

/** As drawn: the trunk is as much thicker as the crown is wider. */
const trunkRadius = ({ shape, crown }: Tree) => (treeModels[shape].trunk[0] / treeModels[shape].crown) * crown;

function furniturePolygons(feature: GeoFeature): number[][][] {
  const kind = feature.geometry?.type ?? '';
  if (!kind.endsWith('Point')) return listPolygons(feature);
  const diameter = numberOf(feature, 'diameter', 'breedte') ?? USUAL_DIAMETER;
  if (!(diameter > 0)) throw new InputError(`${feature.where}: diameter ${diameter} is not above 0.`);
  return listPoints(feature).map(([x, y]) => [disc(x, y, diameter / 2)]);
}

/** Rings of the place's outline. Throws InputError where the map knows no such name. */
function outlineOf({ id, polygon, area }: EventGround, surfaces: readonly GeoFeature[]): number[][][] {
  if (polygon) return [[polygon.flat()]];
  const named = surfaces.filter((feature) => textOf(feature, 'naam', 'name') === area).flatMap(listPolygons);
  if (named.length === 0)
    throw new InputError(`crowd.places (${id}): area: no surface of the map has the name ${JSON.stringify(area)}.`);
  return named;
}

/** Middle of what is known there, m NAP. */
function groundHeight(walkable: readonly CrowdPolygon[], heightAt: PlaceSources['heightAt']): number | undefined {
  const heights: number[] = [];
  for (const [outer = []] of walkable) {
    const [west, south, east, north] = boxOf([outer]);
    for (let y = south; y <= north; y += SAMPLE)
      for (let x = west; x <= east; x += SAMPLE) {
        const height = heightAt(x, y);
        if (height !== undefined && !Number.isNaN(height)) heights.push(height);
      }
  }
  const middle = heights.sort((a, b) => a - b)[heights.length >> 1];
  return middle === undefined ? undefined : Math.round(middle * 100) / 100;
}

/** Throws InputError where nothing is left to walk on. */
export function readPlace(place: EventGround, sources: PlaceSources): EventPlace {
  const outline = outlineOf(place, sources.surfaces);
  const box = boxOf(outline.flat());
  const cut: Scissors = createScissors(Math.floor(box[0]), Math.floor(box[1]));
  const near = (polygons: readonly number[][][]) => polygons.filter((rings) => meets(boxOf(rings), box));

  const kinds = sources.surfaces.map((feature) => ({ feature, ...groundKind(feature) }));
  const surfacesOf = (classes: ReadonlySet<GroundClass>) =>
    // Bridges lie above; what else lies above or below the ground is no place to stand.
    kinds.flatMap(({ feature, value, level }) =>
      classes.has(value) && (level === 0 || value === 'bridge') ? near(listPolygons(feature)) : [],
    );
  const within = cut.unite(outline);
  const theirs = kinds.length === 0 ? within : cut.intersect(cut.join(cut.unite(surfacesOf(walked))), within);

  const stands: { what: Fixed; area: ReturnType<Scissors['unite']> }[] = [
    ...sources.footprints.map(({ surfaces }) => ({
      what: 'building' as const,
      polygons: near(surfaces.map((rings) => [...rings])),
    })),
    ...sources.trees.map((tree) => ({
      what: 'tree' as const,
      polygons: near([[disc(tree.x, tree.y, trunkRadius(tree))]]),
    })),
    ...kinds.flatMap(({ feature, value, level }) =>
      value === 'structure' && level === 0 ? [{ what: 'other' as const, polygons: near(listPolygons(feature)) }] : [],
    ),
    ...sources.furniture.map((feature) => ({ what: 'other' as const, polygons: near(furniturePolygons(feature)) })),
  ]
    .filter(({ polygons }) => polygons.length > 0)
    .map(({ what, polygons }) => ({ what, area: cut.unite(polygons) }))
    .filter(({ area }) => cut.intersect(area, within).length > 0);
  const bridges = cut.unite(surfacesOf(new Set(['bridge'])));
  const water = cut.without(cut.intersect(cut.unite(surfacesOf(wet)), within), bridges);
  if (water.length > 0) stands.push({ what: 'water', area: water });

  let free = theirs;
  for (const { area } of stands) free = cut.without(free, area);
  const walkable = cut.toPolygons(cut.clean(free));
  if (walkable.length === 0)
    throw new InputError(`crowd.places (${place.id}): nothing is left to walk on between what stands there.`);
  const groundNap = groundHeight(walkable, sources.heightAt);
  if (groundNap === undefined)
    throw new InputError(`crowd.places (${place.id}): the heights of the ground do not reach there.`);
  return {
    id: place.id,
    title: place.title,
    walkable,
    fixed: stands.flatMap(({ what, area }) => cut.toPolygons(area).map((polygon) => ({ what, polygon }))),
    groundNap,
  };
}

/** m². */
export const sizeOf = ({ walkable }: EventPlace): number => {
  const [first = [0, 0]] = walkable[0] ?? [];
  return areaOf(createScissors(first[0] as number, first[1] as number).unite(walkable));
};
