/** A building as a civil servant draws it: a footprint, heights and a roof. */

export const roofShapes = ['flat', 'gabled', 'hipped', 'shed'] as const;
/** What a height counts from: the plan's own zero, NAP, or the ground at the middle of the footprint. */
export const heightReferences = ['peil', 'nap', 'ground'] as const;

export interface PlanVolume {
  readonly id: string;
  readonly name?: string;
  readonly use?: string;
  readonly phase?: string;
  readonly dwellings?: number;
  /** Rings of flat x, y pairs in RD New, outer first, not closed. */
  readonly footprint: readonly (readonly number[])[];
  /** Metres of floor and highest point above `reference`. */
  readonly lower: number;
  readonly upper: number;
  readonly reference: (typeof heightReferences)[number];
  readonly roof: {
    readonly shape: (typeof roofShapes)[number];
    /** Metres of the eaves above `reference`; only for roofs that are not flat. */
    readonly eaves?: number;
    /** Direction of the ridge (of the slope's fall for a shed roof), clockwise from north; absent: along the footprint. */
    readonly ridgeDegrees?: number;
  };
}
