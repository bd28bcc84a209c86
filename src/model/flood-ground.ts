/**
 * What the ground does to water that stands or flows on it: friction and infiltration per kind of ground. The codes stand in
 * `flood/ground.tif`; new kinds go behind the last.
 *
 * Friction, Manning's n in s/m^(1/3): V.T. Chow, Open-Channel Hydraulics (1959), table 5-6, the normal figure of the row that is
 * named; thin sheets of water feel more friction than these say. Infiltration in mm/h that goes on throughout: unpaved 20, what
 * the national map takes for ground and sewer together (Deltares 2018); Stichting RIONED (Kennisbank Stedelijk Water) advises 10
 * where nothing is known and one wants to be safe. Open paving: 2 (RIONED, model NWRW 4.3). Of gardens and half-paved ground half
 * is taken to be paved. A municipality with its own figures gives them in `municipality.json`.
 */
export interface GroundFriction {
  readonly manning: number;
  /** mm/h. */
  readonly infiltration: number;
  /** Drains to a sewer, where there is one. */
  readonly isPaved: boolean;
  /** The row of Chow's table. */
  readonly row: string;
}

const kinds = {
  unknown: { manning: 0.03, infiltration: 0, isPaved: false, row: 'short grass' },
  asphalt: { manning: 0.016, infiltration: 0, isPaved: true, row: 'asphalt, rough' },
  clinkers: { manning: 0.015, infiltration: 2, isPaved: true, row: 'brick in cement mortar' },
  'half-paved': { manning: 0.025, infiltration: 10, isPaved: false, row: 'gravel, uniform section, clean' },
  bare: { manning: 0.022, infiltration: 20, isPaved: false, row: 'earth, clean, after weathering' },
  sand: { manning: 0.022, infiltration: 20, isPaved: false, row: 'earth, clean, after weathering' },
  grass: { manning: 0.03, infiltration: 20, isPaved: false, row: 'short grass' },
  meadow: { manning: 0.035, infiltration: 20, isPaved: false, row: 'high grass' },
  arable: { manning: 0.04, infiltration: 20, isPaved: false, row: 'mature field crops' },
  shrubs: { manning: 0.06, infiltration: 20, isPaved: false, row: 'light brush and trees, in summer' },
  forest: { manning: 0.1, infiltration: 20, isPaved: false, row: 'heavy stand of timber' },
  garden: { manning: 0.035, infiltration: 10, isPaved: false, row: 'high grass' },
  reed: { manning: 0.1, infiltration: 0, isPaved: false, row: 'dense weeds, high as flow depth' },
  water: { manning: 0.03, infiltration: 0, isPaved: false, row: 'clean, straight stream' },
  ballast: { manning: 0.033, infiltration: 20, isPaved: false, row: 'gravel with sides of rubble' },
  building: { manning: 0.016, infiltration: 0, isPaved: true, row: 'none: closed to water' },
} as const satisfies Record<string, GroundFriction>;

export type FloodGroundId = keyof typeof kinds;

/** Index: the code in a raster. */
export const floodGroundIds = Object.keys(kinds) as readonly FloodGroundId[];
export const floodGroundCode = (id: FloodGroundId): number => floodGroundIds.indexOf(id);

/** What a municipality says instead, per kind of ground; its own source goes with it. */
export type GroundOverrides = Partial<
  Record<FloodGroundId, { readonly manning?: number | undefined; readonly infiltrationMmPerHour?: number | undefined }>
>;

/** One row per code. */
export const groundTable = (overrides: GroundOverrides = {}): readonly GroundFriction[] =>
  floodGroundIds.map((id) => {
    const kind: GroundFriction = kinds[id];
    const own = overrides[id];
    return {
      ...kind,
      manning: own?.manning ?? kind.manning,
      infiltration: own?.infiltrationMmPerHour ?? kind.infiltration,
    };
  });
