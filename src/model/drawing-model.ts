/** What is drawn and placed as the plan model that the scene draws and that exports are made of. */
import {
  type Drawing,
  findVolumeProblem,
  isBuildable,
  type PlacedThing,
  placePoint,
  type VolumeProblem,
} from './drawing.ts';
import { InputError } from './input-error.ts';
import { toMillimetres } from './outline.ts';
import { ownMember } from './own-member.ts';
import type { PlanModel, PlanSolid } from './plan-model.ts';
import { type PlanVolume, type VolumePlace, volumeToSolid } from './plan-volume.ts';

/** Metres: drawn by hand on a map of this kind. */
const DRAWING_PRECISION = 0.5;

type Origin = readonly [x: number, y: number, nap: number];

/** A building from a file, from the frame of its own to that of `origin`. */
function placeSolid(solid: PlanSolid, thing: PlacedThing, [x, y, nap]: Origin): PlanSolid {
  const place = (east: number, north: number) => {
    const [placedX, placedY] = placePoint([east, north], thing);
    return [toMillimetres(placedX - x), toMillimetres(placedY - y)];
  };
  const raise = (up: number) => toMillimetres(up * thing.scale + thing.nap);
  const positions: number[] = [];
  for (let i = 0; i < solid.positions.length; i += 3) {
    const [east, north, up] = solid.positions.slice(i, i + 3) as [number, number, number];
    positions.push(...place(east, north), toMillimetres(raise(up) - nap));
  }
  return {
    ...solid,
    id: thing.id,
    name: thing.name,
    footprint: solid.footprint.map((ring) =>
      Array.from({ length: ring.length / 2 }, (_, i) => place(ring[2 * i] as number, ring[2 * i + 1] as number)).flat(),
    ),
    lowerNap: raise(solid.lowerNap),
    upperNap: raise(solid.upperNap),
    positions,
  };
}

function tryVolume(volume: PlanVolume, place: VolumePlace): PlanSolid | undefined {
  try {
    return volumeToSolid(volume, place);
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

/** The solid, under a flat roof where the footprint cannot bear the roof that was chosen: a drawing must not vanish. */
const buildVolume = (volume: PlanVolume, place: VolumePlace): PlanSolid | undefined =>
  tryVolume(volume, place) ?? tryVolume({ ...volume, roof: { shape: 'flat' } }, place);

/** What is wrong with a volume, its roof and holes included; undefined when it is drawn as asked. */
export function findBuildProblem(volume: PlanVolume): VolumeProblem | 'roof-unfit' | undefined {
  const problem = findVolumeProblem(volume);
  if (problem) return problem;
  const [x = 0, y = 0] = volume.footprint[0] ?? [];
  const place: VolumePlace = { origin: [x, y, 0], peilNap: 0, groundNap: 0 };
  if (tryVolume(volume, place)) return undefined;
  return buildVolume(volume, place) ? 'roof-unfit' : 'crossing';
}

/**
 * `grounds`: m NAP of the ground at the middle of each volume, where known. `urlOf`: where the bytes of a placed glTF can
 * be fetched. What cannot be built (see `findVolumeProblem`) is left out. Undefined when nothing is left.
 */
export function drawingToModel(
  drawing: Drawing,
  grounds: Readonly<Record<string, number>>,
  urlOf: (file: string) => string | undefined,
): PlanModel | undefined {
  const volumes = drawing.volumes.filter((volume) => findVolumeProblem(volume) === undefined);
  const placed = drawing.placed.filter(({ id }) => isBuildable(drawing, id));
  const [x, y] = volumes[0]?.footprint[0] ?? [placed[0]?.x, placed[0]?.y];
  if (x === undefined || y === undefined) return undefined;
  const origin: [number, number, number] = [Math.round(x), Math.round(y), drawing.peilNap];
  const { peilNap } = drawing;
  return {
    schema: 1,
    origin,
    solids: [
      ...volumes.flatMap(
        (volume) => buildVolume(volume, { origin, peilNap, groundNap: ownMember(grounds, volume.id) ?? peilNap }) ?? [],
      ),
      ...placed.flatMap((thing) => (thing.solid ? placeSolid(thing.solid, thing, origin) : [])),
    ],
    ground: [],
    cut: [],
    removed: [],
    trees: [],
    models: placed.flatMap((thing) => {
      const url = thing.file === undefined ? undefined : urlOf(thing.file);
      const { name, nap, rotationDegrees, scale } = thing;
      return url === undefined
        ? []
        : { url, name, position: [thing.x, thing.y] as [number, number], nap, rotationDegrees, scale };
    }),
    precisionM: DRAWING_PRECISION,
  };
}
