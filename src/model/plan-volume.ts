/** A building as a civil servant draws it: a footprint, heights and a roof; and the solid that it makes. */
import { InputError } from './input-error.ts';
import { layHips } from './plan-hip.ts';
import type { PlanSolid } from './plan-model.ts';
import { extentAlong, findRingFault, longDirection, type Ring, ringArea, withoutRepeats } from './plan-ring.ts';
import { createRoof } from './plan-roof.ts';
import { raiseWalls } from './plan-walls.ts';

export const roofShapes = ['flat', 'gabled', 'hipped', 'shed'] as const;
/** What a height counts from: the plan's own zero, NAP, or the ground at the middle of the footprint. */
export const heightReferences = ['peil', 'nap', 'ground'] as const;
export type HeightReference = (typeof heightReferences)[number];

export interface PlanVolume {
  readonly id: string;
  readonly name?: string;
  readonly use?: string;
  readonly phase?: string;
  readonly dwellings?: number;
  /** m² of floors with other uses than homes. */
  readonly floorM2?: number;
  /** A gate or wall that holds back water as it is drawn, up to its top. */
  readonly retains?: boolean;
  /** Rings of flat x, y pairs in RD New, outer first, not closed. */
  readonly footprint: readonly (readonly number[])[];
  /** Metres of floor and highest point above `reference`. */
  readonly lower: number;
  readonly upper: number;
  readonly reference: HeightReference;
  readonly roof: {
    readonly shape: (typeof roofShapes)[number];
    /** Metres of the eaves above `reference`; only for roofs that are not flat. */
    readonly eaves?: number;
    /** Direction of the ridge (of the slope's fall for a shed roof), clockwise from north; absent: along the footprint. */
    readonly ridgeDegrees?: number;
  };
}

/** Where a volume comes to stand. */
export interface VolumePlace {
  /** Of the plan model: RD New x, y and metres NAP. */
  readonly origin: readonly [number, number, number];
  /** The plan's own zero, metres NAP. */
  readonly peilNap: number;
  /** The ground at the middle of the footprint, metres NAP. */
  readonly groundNap: number;
}

const toMillimetres = (value: number) => Math.round(value * 1000) / 1000 + 0;

/** In the frame, counter-clockwise outside and clockwise in holes, whole millimetres. */
function toFrame(footprint: PlanVolume['footprint'], [x0, y0]: VolumePlace['origin']): number[][] {
  return footprint.map((ring, r) => {
    const own = withoutRepeats(ring.map((value, i) => toMillimetres(value - (i % 2 === 0 ? x0 : y0))));
    if (ringArea(own) > 0 === (r === 0)) return own;
    return Array.from({ length: own.length }, (_, i) => own[own.length - 2 - (i - (i % 2)) + (i % 2)]);
  });
}

/** Where eaves are not given: a roof of 45° at the steepest, at most half of the building's height. */
function eavesOf({ upper, lower, roof }: PlanVolume, footprint: readonly Ring[]): number {
  if (roof.shape === 'flat') return upper;
  if (roof.eaves !== undefined) return roof.eaves;
  const [ux, uy] = longDirection(footprint[0]);
  const [from, until] = extentAlong(footprint[0], -uy, ux);
  const run = roof.shape === 'hipped' ? layHips(footprint).deepest : (until - from) / 2;
  return upper - Math.min((upper - lower) / 2, run);
}

/** Throws {@link InputError} for a footprint or heights that make no building, and for a roof that the footprint cannot bear. */
export function volumeToSolid(volume: PlanVolume, { origin, peilNap, groundNap }: VolumePlace): PlanSolid {
  const { id, name, use, phase, dwellings, floorM2, lower, upper, reference, roof } = volume;
  const where = `volume "${id}"`;
  const footprint = toFrame(volume.footprint, origin);
  const fault = footprint.length === 0 ? 'the outline is missing' : findRingFault(footprint);
  if (fault) throw new InputError(`${where}: ${fault}.`);
  if (!(upper > lower)) throw new InputError(`${where}: upper ${upper} must be more than lower ${lower}.`);
  const eaves = eavesOf(volume, footprint);
  if (!(eaves >= lower && eaves <= upper))
    throw new InputError(`${where}: eaves ${eaves} must lie between lower ${lower} and upper ${upper}.`);
  const base = { peil: peilNap, nap: 0, ground: groundNap }[reference];
  const zero = base - origin[2];
  const surface = createRoof(footprint, roof, { low: zero + eaves, high: zero + upper }, where);
  return {
    id,
    ...(name === undefined ? {} : { name }),
    ...(use === undefined ? {} : { use }),
    ...(phase === undefined ? {} : { phase }),
    ...(dwellings === undefined ? {} : { dwellings }),
    ...(floorM2 === undefined ? {} : { floorM2 }),
    footprint,
    lowerNap: toMillimetres(base + lower),
    upperNap: toMillimetres(base + upper),
    ...raiseWalls(footprint, zero + lower, surface),
  };
}
