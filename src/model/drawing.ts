/**
 * What a civil servant draws and places, as plain data, and every change to it as a pure function. A change gives a new
 * drawing that shares what stayed the same; one that has no meaning (an unknown id) gives the same drawing back.
 */
import { cornerOf, isCrossing, listCorners, mapCorners, type Place, toMillimetres, turnPlace } from './outline.ts';
import type { PlanSolid } from './plan-model.ts';
import { isInRings, type Ring, ringArea, ringCentre } from './plan-ring.ts';
import type { PlanVolume } from './plan-volume.ts';
import { isInsideRd } from './rd.ts';

/** Where the origin of something imported stands: RD New, m NAP, clockwise seen from above. */
export interface Placement {
  readonly x: number;
  readonly y: number;
  readonly nap: number;
  readonly rotationDegrees: number;
  readonly scale: number;
}

/** Metres east, north and up of the origin. */
export interface Box {
  readonly west: number;
  readonly south: number;
  readonly bottom: number;
  readonly east: number;
  readonly north: number;
  readonly top: number;
}

/** A glTF, or a building of a CityJSON file in a frame of its own. */
export interface PlacedThing extends Placement {
  readonly id: string;
  readonly name: string;
  readonly box: Box;
  /** Key of the glTF's bytes, which lie outside the state. */
  readonly file?: string;
  readonly solid?: PlanSolid;
}

export interface Drawing {
  /** The plan's own zero for heights, m NAP. */
  readonly peilNap: number;
  readonly volumes: readonly PlanVolume[];
  readonly placed: readonly PlacedThing[];
}

export const startDrawing = (peilNap: number): Drawing => ({ peilNap, volumes: [], placed: [] });

export const findVolume = (drawing: Drawing, id: string | undefined) => drawing.volumes.find((item) => item.id === id);
export const findPlaced = (drawing: Drawing, id: string | undefined) => drawing.placed.find((item) => item.id === id);

/** Free in this drawing; numbers are not used again within it, so that a copy never takes the name of what was. */
function nextId({ volumes, placed }: Drawing, prefix: string): string {
  const used = [...volumes, ...placed].map(({ id }) => Number(/-(\d+)$/.exec(id)?.[1] ?? 0));
  return `${prefix}-${Math.max(0, ...used) + 1}`;
}

export interface Added {
  readonly drawing: Drawing;
  /** Of what was added. */
  readonly id: string;
}

export function addVolume(drawing: Drawing, volume: Omit<PlanVolume, 'id'>): Added {
  const id = nextId(drawing, 'volume');
  return { drawing: { ...drawing, volumes: [...drawing.volumes, { ...volume, id }] }, id };
}

export function addPlaced(drawing: Drawing, thing: Omit<PlacedThing, 'id'>): Added {
  const id = nextId(drawing, thing.solid ? 'gebouw' : 'model');
  return { drawing: { ...drawing, placed: [...drawing.placed, { ...thing, id }] }, id };
}

/** Replaces one volume; a changed value, or none to leave a property out. */
export function changeVolume(drawing: Drawing, id: string, change: (volume: PlanVolume) => PlanVolume): Drawing {
  const before = findVolume(drawing, id);
  const after = before && change(before);
  if (after === before) return drawing;
  return { ...drawing, volumes: drawing.volumes.map((volume) => (volume === before && after ? after : volume)) };
}

export function changePlaced(drawing: Drawing, id: string, change: Partial<Placement>): Drawing {
  if (!findPlaced(drawing, id)) return drawing;
  return { ...drawing, placed: drawing.placed.map((thing) => (thing.id === id ? { ...thing, ...change } : thing)) };
}

/** 0 ≤ degrees < 360, in thousandths. */
const wrapDegrees = (degrees: number) => toMillimetres(((degrees % 360) + 360) % 360) % 360;

/** Footprint of anything drawn, seen from above. */
export function outlineOf(drawing: Drawing, id: string): Ring | undefined {
  const thing = findPlaced(drawing, id);
  if (!thing) return findVolume(drawing, id)?.footprint[0];
  const { west, south, east, north } = thing.box;
  const solid = thing.solid?.footprint[0];
  return mapCorners(solid ?? [west, south, east, south, east, north, west, north], (corner) =>
    placePoint(corner, thing),
  );
}

/** From the own frame of something placed to RD New. */
export function placePoint([x, y]: Place, { x: east, y: north, scale, rotationDegrees }: Placement): Place {
  const [dx, dy] = turnPlace([x * scale, y * scale], rotationDegrees, [0, 0]);
  return [east + dx, north + dy];
}

export function moveItem(drawing: Drawing, id: string, dx: number, dy: number): Drawing {
  const thing = findPlaced(drawing, id);
  if (thing) return changePlaced(drawing, id, { x: toMillimetres(thing.x + dx), y: toMillimetres(thing.y + dy) });
  return changeVolume(drawing, id, (volume) => ({
    ...volume,
    footprint: volume.footprint.map((ring) => mapCorners(ring, ([x, y]) => [x + dx, y + dy])),
  }));
}

/** Clockwise about the middle of its footprint; a given ridge turns along. */
export function turnItem(drawing: Drawing, id: string, degrees: number): Drawing {
  const outline = outlineOf(drawing, id);
  if (!outline) return drawing;
  const centre = ringCentre(outline);
  const thing = findPlaced(drawing, id);
  if (thing) {
    const [x, y] = turnPlace([thing.x, thing.y], degrees, centre).map(toMillimetres) as [number, number];
    return changePlaced(drawing, id, { x, y, rotationDegrees: wrapDegrees(thing.rotationDegrees + degrees) });
  }
  return changeVolume(drawing, id, (volume) => {
    const { ridgeDegrees } = volume.roof;
    return {
      ...volume,
      footprint: volume.footprint.map((ring) => mapCorners(ring, (corner) => turnPlace(corner, degrees, centre))),
      roof:
        ridgeDegrees === undefined
          ? volume.roof
          : { ...volume.roof, ridgeDegrees: wrapDegrees(ridgeDegrees + degrees) },
    };
  });
}

/** Beside the original: moved by dx, dy. */
export function copyItem(drawing: Drawing, id: string, dx: number, dy: number): Added {
  const [volume, thing] = [findVolume(drawing, id), findPlaced(drawing, id)];
  const added = volume ? addVolume(drawing, volume) : thing ? addPlaced(drawing, thing) : { drawing, id };
  return { drawing: added.id === id ? drawing : moveItem(added.drawing, added.id, dx, dy), id: added.id };
}

export function deleteItem(drawing: Drawing, id: string): Drawing {
  if (!findVolume(drawing, id) && !findPlaced(drawing, id)) return drawing;
  return {
    ...drawing,
    volumes: drawing.volumes.filter((item) => item.id !== id),
    placed: drawing.placed.filter((item) => item.id !== id),
  };
}

function changeCorners(drawing: Drawing, id: string, change: (corners: Place[]) => Place[]): Drawing {
  return changeVolume(drawing, id, (volume) => {
    const [outer = [], ...holes] = volume.footprint;
    return { ...volume, footprint: [change(listCorners(outer)).flat().map(toMillimetres), ...holes] };
  });
}

export const moveCorner = (drawing: Drawing, id: string, at: number, to: Place): Drawing =>
  changeCorners(drawing, id, (corners) => corners.map((corner, i) => (i === at ? to : corner)));

/** Between corner `after` and the next one: halfway unless told where. */
export function insertCorner(drawing: Drawing, id: string, after: number, to?: Place): Drawing {
  return changeCorners(drawing, id, (corners) => {
    const ring = corners.flat();
    const [a, b] = [cornerOf(ring, after), cornerOf(ring, after + 1)];
    return corners.toSpliced(after + 1, 0, to ?? [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]);
  });
}

/** A footprint keeps three corners. */
export const deleteCorner = (drawing: Drawing, id: string, at: number): Drawing =>
  changeCorners(drawing, id, (corners) => (corners.length > 3 ? corners.toSpliced(at, 1) : corners));

/** m NAP that the heights of a volume count from. Ground that is not known yet counts as peil. */
export function zeroOf(
  { peilNap }: Pick<Drawing, 'peilNap'>,
  { reference }: Pick<PlanVolume, 'reference'>,
  groundNap: number | undefined,
): number {
  return reference === 'nap' ? 0 : reference === 'ground' ? (groundNap ?? peilNap) : peilNap;
}

/** Counts the heights from elsewhere; the building itself stays as high as it was. */
export function changeReference(
  drawing: Drawing,
  id: string,
  reference: PlanVolume['reference'],
  groundNap: number | undefined,
): Drawing {
  return changeVolume(drawing, id, (volume) => {
    const shift = zeroOf(drawing, volume, groundNap) - zeroOf(drawing, { reference }, groundNap);
    const { eaves } = volume.roof;
    return {
      ...volume,
      reference,
      lower: toMillimetres(volume.lower + shift),
      upper: toMillimetres(volume.upper + shift),
      roof: eaves === undefined ? volume.roof : { ...volume.roof, eaves: toMillimetres(eaves + shift) },
    };
  });
}

/** The topmost thing at a place: what was drawn last. */
export function findAt(drawing: Drawing, place: Place): string | undefined {
  const ids = [...drawing.volumes, ...drawing.placed].map(({ id }) => id);
  return ids.findLast((id) => isInRings([outlineOf(drawing, id) ?? []], ...place));
}

/** m²: less is no building. */
const SMALLEST = 1;

export type FootprintProblem = 'few-corners' | 'no-number' | 'outside' | 'crossing' | 'small';
export type VolumeProblem = FootprintProblem | 'upper-not-above-lower' | 'eaves-outside';

/** The first thing that is wrong with an outline; undefined when it can be built. */
export function findFootprintProblem(ring: Ring): FootprintProblem | undefined {
  if (ring.length < 6) return 'few-corners';
  if (!ring.every(Number.isFinite)) return 'no-number';
  if (!listCorners(ring).every(([x, y]) => isInsideRd({ x, y }))) return 'outside';
  if (isCrossing(ring)) return 'crossing';
  return Math.abs(ringArea(ring)) < SMALLEST ? 'small' : undefined;
}

/** Whether something placed stands where it can be drawn. */
export const isBuildable = (drawing: Drawing, id: string): boolean =>
  findFootprintProblem(outlineOf(drawing, id) ?? []) !== 'outside';

export function findVolumeProblem({ footprint, lower, upper, roof }: PlanVolume): VolumeProblem | undefined {
  const problem = findFootprintProblem(footprint[0] ?? []);
  if (problem) return problem;
  if (![lower, upper, roof.eaves ?? 0].every(Number.isFinite)) return 'no-number';
  if (upper <= lower) return 'upper-not-above-lower';
  const { shape, eaves } = roof;
  return shape !== 'flat' && eaves !== undefined && (eaves < lower || eaves > upper) ? 'eaves-outside' : undefined;
}
