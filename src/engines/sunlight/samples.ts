/** Directions to the sun at steps of a day, and which of them are free: one point against the layers of all scenes at once. */
import { shadePoints } from '../bvh.ts';
import { FAR, type Place, type SunLayer, type SunScene } from './scene.ts';
import type { SunPath } from './sun-path.ts';

export interface SunSamples {
  /** Minutes of the clock, in order. */
  readonly minutes: Float64Array;
  /** Three numbers each: unit vectors to the sun. */
  readonly directions: Float32Array;
}

/** Of each path, so that many points ask once. */
const known = new WeakMap<SunPath, Map<string, SunSamples>>();

/** Every `step` minutes or a little less, the first and the last at the ends; none where the sun does not come so high. */
export function sampleDay(path: SunPath, elevationDegrees: number, step: number): SunSamples {
  const ofPath = known.get(path) ?? new Map<string, SunSamples>();
  known.set(path, ofPath);
  const key = `${elevationDegrees} ${step}`;
  const samples = ofPath.get(key) ?? makeSamples(path, elevationDegrees, step);
  ofPath.set(key, samples);
  return samples;
}

function makeSamples(path: SunPath, elevationDegrees: number, step: number): SunSamples {
  const above = path.above(elevationDegrees);
  const count = above ? Math.max(2, Math.ceil((above.until - above.from) / step) + 1) : 0;
  const minutes = new Float64Array(count);
  const directions = new Float32Array(3 * count);
  const to = new Float64Array(3);
  for (let i = 0; i < count && above; i++) {
    minutes[i] = above.from + ((above.until - above.from) * i) / (count - 1);
    path.at(minutes[i] as number, to);
    directions.set(to, 3 * i);
  }
  return { minutes, directions };
}

/** Outward along x and y; undefined in the open. */
export type Facing = readonly [x: number, y: number] | undefined;

/** 1 where the sun stands behind the wall that the point is on. */
export function maskFacing(directions: Float32Array, facing: Facing): Uint8Array {
  const behind = new Uint8Array(directions.length / 3);
  if (!facing) return behind;
  for (let i = 0; i < behind.length; i++) {
    const along = facing[0] * (directions[3 * i] as number) + facing[1] * (directions[3 * i + 1] as number);
    if (!(along > 0)) behind[i] = 1;
  }
  return behind;
}

/** By layer, so that scenes that share one share its rays: 1 where a direction is not free. */
export type Casts = Map<SunLayer, Uint8Array>;

/** `behind`: directions that need not be looked at. */
export function castLayers(
  layers: Iterable<SunLayer>,
  place: Place,
  directions: Float32Array,
  behind: Uint8Array,
): Casts {
  const point = Float32Array.from(place);
  const casts: Casts = new Map();
  for (const layer of layers) {
    const out = behind.slice();
    if (layer.shade.solidOwners.length > 0) shadePoints(layer.shade.solid, point, directions, layer.near, FAR, out);
    casts.set(layer, out);
  }
  return casts;
}

/**
 * As {@link castLayers}, for {@link joinCasts} of whole scenes only: what a layer of all scenes takes, the others are not asked about, so
 * that ground behind houses costs nothing. Not for doubt, which moves layers one by one.
 */
export function castScenes(
  scenes: readonly Pick<SunScene, 'layers'>[],
  place: Place,
  directions: Float32Array,
  behind: Uint8Array,
): Casts {
  const layers = [...new Set(scenes.flatMap((scene) => scene.layers))];
  const isShared = (layer: SunLayer) => scenes.every((scene) => scene.layers.includes(layer));
  const casts: Casts = new Map();
  let taken = behind;
  for (const layer of layers.filter(isShared)) {
    const cast = castLayers([layer], place, directions, taken);
    taken = cast.get(layer) as Uint8Array;
    casts.set(layer, taken);
  }
  const others = layers.filter((layer) => !isShared(layer));
  return new Map([...casts, ...castLayers(others, place, directions, taken)]);
}

/** 1 where one of these layers says so. */
export function joinCasts(layers: readonly SunLayer[], casts: Casts, behind: Uint8Array): Uint8Array {
  const dark = behind.slice();
  for (const layer of layers) {
    const cast = casts.get(layer);
    if (!cast) throw new Error('A layer was not cast.');
    for (let i = 0; i < dark.length; i++) if (cast[i] !== 0) dark[i] = 1;
  }
  return dark;
}
